'use client';

import type { ReactNode } from 'react';
import { TroubleLine } from '@/components/trouble-line';
import { useAllMessages } from '@/components/use-messages';

type Props = { trouble: string | null; onSkip: () => void; children: ReactNode };

/** The foot of a step: its own button, and the way round it. */
export function StepButtons({ trouble, onSkip, children }: Props) {
  const { setup } = useAllMessages().first;
  return (
    <>
      <TroubleLine>{trouble}</TroubleLine>
      <p className="needs-script flex flex-wrap gap-2">
        {children}
        <button type="button" className="button max-md:h-9" onClick={onSkip}>
          {setup.skip}
        </button>
      </p>
    </>
  );
}
