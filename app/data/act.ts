'use client';

import { useState } from 'react';
import { toast } from 'sonner';
import { type Answer, sendData } from './data-post';

/** One act at a time: whether it is under way, and its answer, or a word why there is none. */
export function useAct() {
  const [isBusy, setBusy] = useState(false);

  async function act<Good>(method: 'POST' | 'DELETE', address: string, body?: object): Promise<Good | null> {
    setBusy(true);
    const answer: Answer<Good> = await sendData(method, address, body);
    setBusy(false);
    if (answer.is === 'done') return answer.good;
    toast.error(answer.sentence);
    return null;
  }

  return { isBusy, act };
}
