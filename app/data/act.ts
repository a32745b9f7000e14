'use client';

import { useState } from 'react';
import { toast } from '@/app/toast';
import { useAllMessages } from '@/components/use-messages';
import { type Answer, sendData } from './data-post';

/** One act at a time: whether it is under way, and its answer, or a word why there is none. */
export function useAct() {
  const { pages } = useAllMessages();
  const [isBusy, setBusy] = useState(false);

  async function act<Good>(
    method: 'POST' | 'PATCH' | 'DELETE',
    address: string,
    body?: object,
  ): Promise<Good | null> {
    setBusy(true);
    const answer: Answer<Good> = await sendData(method, address, body);
    setBusy(false);
    if (answer.is === 'done') return answer.good;
    if (answer.is === 'unanswered') toast.error(pages.noAnswerLook);
    else toast.error(answer.sentence === null ? pages.refused : pages.said(answer.sentence));
    return null;
  }

  return { isBusy, act };
}
