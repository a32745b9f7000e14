'use client';

import { useState } from 'react';
import { troubleWord } from '@/app/trouble-word';
import { useAllMessages } from '@/components/use-messages';
import type { SetupJson, StepTaken } from '@/desk/setup';
import { postStep } from './setup-fetch';

type Wrong = { field: string | null; sentence: string };

/** Says at the desk what was done in a step, one at a time; what is wrong stays until the next try. */
export function useTakeStep(step: StepTaken['step'], onTaken: (saved: SetupJson) => void) {
  const m = useAllMessages();
  const [isBusy, setBusy] = useState(false);
  const [wrong, tell] = useState<Wrong | null>(null);

  async function take(said: StepTaken['said'], desk?: StepTaken['desk']): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    tell(null);
    const sent = await postStep({ step, said, desk });
    setBusy(false);
    if (sent.is === 'done') return onTaken(sent.good);
    const field = sent.is === 'refused' ? sent.field : null;
    // Beside the field its name need not be said again.
    const sentence = troubleWord(sent, m);
    const rule = field ? sentence.replace(/^`[^`]*` /, '') : sentence;
    tell({ field, sentence: rule.charAt(0).toUpperCase() + rule.slice(1) });
  }

  return { isBusy, wrong, take };
}
