'use client';

import { useState } from 'react';
import { toast } from 'sonner';
import { useDeskPage } from '@/app/desk-page';
import { type Answer, postDiscard, postReadAgain, postReadAllAgain } from './quarantine-post';
import { placeOf, type Quarantined } from './quarantined-card';

/** What a person does about records that were not understood; `refresh` asks for the list again. */
export function useQuarantineActs(refresh: () => Promise<unknown>) {
  const { needName } = useDeskPage();
  const [busy, setBusy] = useState<'one' | 'all' | null>(null);

  async function act<Good>(
    kind: 'one' | 'all',
    post: (by: string) => Promise<Answer<Good>>,
    sentence: (good: Good) => string,
  ): Promise<void> {
    const by = await needName();
    if (!by) return;
    setBusy(kind);
    const answer = await post(by);
    if (answer.is === 'done') toast(sentence(answer.good));
    else toast.error(answer.sentence);
    await refresh().catch(() => undefined);
    setBusy(null);
  }

  return {
    busy,
    readAgain: (record: Quarantined) =>
      act(
        'one',
        (by) => postReadAgain(placeOf(record), by),
        ({ understood }) => (understood ? 'Understood: it is with its call now.' : 'Still not understood.'),
      ),
    readAllAgain: () => act('all', postReadAllAgain, allSentence),
    discard: (record: Quarantined, note: string) =>
      act(
        'one',
        (by) => postDiscard(placeOf(record), by, note),
        () => 'Discarded.',
      ),
  };
}

function allSentence({ read, waiting }: { read: number; waiting: number }): string {
  if (read === 0)
    return `None of them is understood yet: ${waiting} still ${waiting === 1 ? 'waits' : 'wait'}.`;
  return waiting === 0 ? `All understood: ${read}.` : `${read} understood, ${waiting} not yet.`;
}
