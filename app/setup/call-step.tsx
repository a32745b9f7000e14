'use client';

import { useState } from 'react';
import { useDeskPage } from '@/app/desk-page';
import { send } from '@/app/send';
import { troubleWord } from '@/app/trouble-word';
import { DeskLink } from '@/components/desk-link';
import { CircleCheck, CircleDashed } from '@/components/icons';
import { TroubleLine } from '@/components/trouble-line';
import { useAllMessages } from '@/components/use-messages';
import { dateAndTime } from '@/components/when';
import type { SetupJson } from '@/desk/setup';

type Props = { setup: SetupJson; onSent: () => Promise<unknown> };

/** Waits for the first record, and turns green with it; a test call shows the way before anybody rings. */
export function CallStep({ setup: { came, lastAt }, onSent }: Props) {
  const m = useAllMessages();
  const { now, zone } = useDeskPage();
  const { setup } = m.first;
  const [isBusy, setBusy] = useState(false);
  const [trouble, tell] = useState<string | null>(null);

  async function test(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    tell(null);
    const sent = await send('POST', '/api/setup/test-call');
    setBusy(false);
    if (sent.is !== 'done') return tell(troubleWord(sent, m));
    await onSent();
  }

  const isGreen = came !== 'nothing';
  const Icon = isGreen ? CircleCheck : CircleDashed;
  const words = {
    nothing: setup.waiting,
    tests: setup.testCame,
    records: lastAt === null ? '' : setup.came(dateAndTime(lastAt, now, zone, m)),
  };
  return (
    <div className="flex flex-col gap-3">
      <div
        className={`flex items-start gap-2.5 rounded-corner px-3 py-2.5 ${isGreen ? 'bg-reached-ground text-reached' : 'bg-chip text-middle'}`}
      >
        <Icon
          className={`mt-px size-4 shrink-0 ${isGreen ? '' : 'motion-safe:animate-spin motion-safe:[animation-duration:4s]'}`}
        />
        <p role="status" className="font-semibold">
          {words[came]}
        </p>
      </div>
      {came !== 'records' && (
        <p className="text-middle">{came === 'tests' ? setup.testCameLine : setup.waitingLine}</p>
      )}
      <p className="text-small text-quiet">{setup.testLine}</p>
      <TroubleLine>{trouble}</TroubleLine>
      <p className="flex flex-wrap gap-2">
        <DeskLink to="/" className={`button max-md:h-9 ${isGreen ? 'button-primary' : ''}`}>
          {setup.toDesk}
        </DeskLink>
        <button
          type="button"
          className="button needs-script max-md:h-9"
          aria-disabled={isBusy}
          onClick={test}
        >
          {isBusy ? setup.sending : isGreen ? setup.testAgain : setup.test}
        </button>
      </p>
    </div>
  );
}
