'use client';

import type { ComponentProps } from 'react';
import { laterWithTexts } from '@/components/later';
import { SignedOutLine } from '@/components/signed-out-line';
import { useSilentNumbers } from './silent-numbers';

const SilenceLines = laterWithTexts(
  () => import('@/components/silence-lines').then((piece) => piece.SilenceLines),
  { isServed: false },
);

type Props = ComponentProps<typeof SignedOutLine> &
  Pick<ComponentProps<typeof SilenceLines>, 'by'> & {
    /** The number that is looked at; null for all. */
    did: string | null;
    revision: number;
  };

/** What stands above the rows when something is amiss: that one is signed out, that no records come. */
export function LinesAbove({ line, now, zone, by, did, revision }: Props) {
  const { silent, hide } = useSilentNumbers(revision);
  const here = silent.filter(({ key }) => did === null || key === did);
  return (
    <>
      <SignedOutLine line={line} now={now} zone={zone} />
      <div role="status" className="empty:hidden">
        {here.length > 0 && <SilenceLines {...{ silent: here, by, now, zone }} onHide={hide} />}
      </div>
    </>
  );
}
