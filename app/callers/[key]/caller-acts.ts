'use client';

import { send } from '@/app/send';
import { toast } from '@/app/toast';
import { troubleWord } from '@/app/trouble-word';
import { useAllMessages } from '@/components/use-messages';
import type { CallerNoteJson } from '@/domain/caller-json';

/** What somebody says of a caller; each resolves to whether it is saved. */
export function useCallerActs(key: string, refresh: () => Promise<unknown>) {
  const m = useAllMessages();
  const { callers } = m;
  const address = `/api/callers/${encodeURIComponent(key)}`;

  async function say(
    word: string,
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
  ): Promise<boolean> {
    const sent = await send(method, `${address}${path}`, body);
    if (sent.is === 'done') toast(word);
    else toast.error(troubleWord(sent, m));
    await refresh();
    return sent.is === 'done';
  }

  return {
    name: (name: string | null) =>
      say(name === null ? callers.nameGone : callers.named(name), 'PATCH', '', { name }),
    mark: (isSpam: boolean) =>
      say(isSpam ? callers.spamMarked : callers.spamUnmarked, 'PATCH', '', { isSpam }),
    addNote: (text: string) => say(callers.noteAdded, 'POST', '/notes', { text }),
    removeNote: ({ id }: CallerNoteJson) =>
      say(callers.noteRemoved, 'DELETE', `/notes/${encodeURIComponent(id)}`),
  };
}
