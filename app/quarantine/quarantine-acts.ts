'use client';

import { useState } from 'react';
import { toast } from '@/app/toast';
import { useAllMessages } from '@/components/use-messages';
import type { AllMessages } from '@/messages/all';
import { type Answer, postDiscard, postReadAgain, postReadAllAgain } from './quarantine-post';
import { placeOf, type Quarantined } from './quarantined-card';

/** What a person does about records that were not understood; `refresh` asks for the list again. */
export function useQuarantineActs(refresh: () => Promise<unknown>) {
  const m = useAllMessages();
  const { quarantine, pages } = m;
  const [busy, setBusy] = useState<'one' | 'all' | null>(null);

  async function act<Good>(
    kind: 'one' | 'all',
    post: () => Promise<Answer<Good>>,
    sentence: (good: Good) => string,
  ): Promise<void> {
    setBusy(kind);
    const answer = await post();
    if (answer.is === 'done') toast(sentence(answer.good));
    else if (answer.is === 'unanswered') toast.error(pages.noAnswer);
    else toast.error(answer.sentence === null ? pages.refused : pages.said(answer.sentence));
    await refresh().catch(() => undefined);
    setBusy(null);
  }

  return {
    busy,
    readAgain: (record: Quarantined) =>
      act(
        'one',
        () => postReadAgain(placeOf(record)),
        ({ understood }) => (understood ? quarantine.understood : quarantine.stillNot),
      ),
    readAllAgain: () => act('all', postReadAllAgain, (good) => allSentence(good, m)),
    discard: (record: Quarantined, note: string) =>
      act(
        'one',
        () => postDiscard(placeOf(record), note),
        () => quarantine.discarded,
      ),
  };
}

function allSentence(
  { read, waiting }: { read: number; waiting: number },
  { quarantine }: AllMessages,
): string {
  if (read === 0) return quarantine.noneRead(waiting);
  return waiting === 0 ? quarantine.allRead(read) : quarantine.someRead(read, waiting);
}
