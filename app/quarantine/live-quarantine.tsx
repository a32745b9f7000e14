'use client';

import { useEffect, useState } from 'react';
import useSWRInfinite from 'swr/infinite';
import { useDeskPage } from '@/app/desk-page';
import { DeskLink } from '@/components/desk-link';
import { CircleCheck } from '@/components/icons';
import { useAllMessages } from '@/components/use-messages';
import { DiscardDialog } from './discard-dialog';
import { useQuarantineActs } from './quarantine-acts';
import { fetchQuarantine, type QuarantinePage } from './quarantine-post';
import { placeOf, type Quarantined, QuarantinedCard } from './quarantined-card';

/** What was not understood, the newest first, with what can be done about it. */
export function LiveQuarantine({ first }: { first: QuarantinePage }) {
  const m = useAllMessages();
  const { revision, now, zone } = useDeskPage();
  const { data, size, setSize, mutate } = useSWRInfinite(
    (index: number, before: QuarantinePage | null) =>
      index > 0 && !before?.next ? null : `quarantine ${before?.next ?? ''}`,
    (key: string) => fetchQuarantine(key.split(' ')[1] || null),
    { fallbackData: [first], revalidateOnMount: false, revalidateOnFocus: false, revalidateAll: true },
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the desk has changed, and this list may have
  useEffect(() => void mutate().catch(() => undefined), [revision, mutate]);
  const { busy, readAgain, readAllAgain, discard } = useQuarantineActs(() => mutate());
  const [toDiscard, askToDiscard] = useState<Quarantined | null>(null);

  const pages = data ?? [first];
  const records = pages.flatMap((page) => page.records);
  const waiting = pages[0]?.waiting ?? 0;
  return (
    <div className="flex w-full max-w-[820px] flex-col gap-4 px-4 py-5 md:px-5">
      <div className="flex flex-wrap items-center gap-2">
        <p className="grow text-middle">
          {waiting > 0 &&
            m.quarantine.waiting(<strong className="font-semibold text-strong">{waiting}</strong>)}
        </p>
        <DeskLink to="/quarantine/try" className="button max-md:h-9">
          {m.quarantine.tryRecord}
        </DeskLink>
        {waiting > 0 && (
          <button
            type="button"
            className="button needs-script max-md:h-9"
            disabled={busy !== null}
            onClick={readAllAgain}
          >
            {busy === 'all' ? m.quarantine.reading : m.quarantine.readAll}
          </button>
        )}
      </div>
      {waiting === 0 && <NothingWaits />}
      <ul className="flex flex-col gap-3" aria-label={m.quarantine.heading}>
        {records.map((record) => (
          <QuarantinedCard
            key={placeOf(record)}
            record={record}
            isBusy={busy !== null}
            now={now}
            zone={zone}
            onReadAgain={() => readAgain(record)}
            onDiscard={() => askToDiscard(record)}
          />
        ))}
      </ul>
      {pages.at(-1)?.next && (
        <p>
          <button type="button" className="button needs-script" onClick={() => void setSize(size + 1)}>
            {m.pages.showMore}
          </button>
        </p>
      )}
      <DiscardDialog
        isOpen={toDiscard !== null}
        onClose={() => askToDiscard(null)}
        onDiscard={(note) => {
          if (toDiscard) void discard(toDiscard, note);
          askToDiscard(null);
        }}
      />
    </div>
  );
}

function NothingWaits() {
  const { quarantine } = useAllMessages();
  return (
    <div className="flex flex-col items-center gap-1.5 px-6 py-20 text-center">
      <CircleCheck className="mb-1 size-7 text-reached" strokeWidth={1.5} />
      <p className="text-title font-semibold">{quarantine.everythingUnderstood}</p>
      <p className="max-w-md text-middle">{quarantine.everythingUnderstoodLine}</p>
    </div>
  );
}
