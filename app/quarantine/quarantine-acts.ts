'use client';

import { useState } from 'react';
import { toast } from 'sonner';
import { type Answer, postDiscard, postReadAgain, postReadAllAgain } from './quarantine-post';
import { placeOf, type Quarantined } from './quarantined-card';

/** What a person does about records that were not understood; `refresh` asks for the list again. */
export function useQuarantineActs(refresh: () => Promise<unknown>) {
  const [busy, setBusy] = useState<'one' | 'all' | null>(null);

  async function act<Good>(
    kind: 'one' | 'all',
    post: () => Promise<Answer<Good>>,
    sentence: (good: Good) => string,
  ): Promise<void> {
    setBusy(kind);
    const answer = await post();
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
        () => postReadAgain(placeOf(record)),
        ({ understood }) => (understood ? 'Understood: it is with its call now.' : 'Still not understood.'),
      ),
    readAllAgain: () => act('all', postReadAllAgain, allSentence),
    discard: (record: Quarantined, note: string) =>
      act(
        'one',
        () => postDiscard(placeOf(record), note),
        () => 'Discarded.',
      ),
  };
}

function allSentence({ read, waiting }: { read: number; waiting: number }): string {
  if (read === 0)
    return `None of them is understood yet: ${waiting} still ${waiting === 1 ? 'waits' : 'wait'}.`;
  return waiting === 0 ? `All understood: ${read}.` : `${read} understood, ${waiting} not yet.`;
}
