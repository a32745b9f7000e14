'use client';

import useSWR from 'swr';
import type { SavedViewJson } from '@/components/saved-views';
import { useMessages } from '@/components/use-messages';

const address = '/api/views';

/** The reader's saved views, from the first paint on, and what can be done to them; each tells its trouble, or null. */
export function useSavedViews(first: SavedViewJson[]) {
  const { find } = useMessages();
  const { data, mutate } = useSWR(address, loadViews, { fallbackData: first, revalidateOnMount: false });

  async function change(method: string, path: string, body?: object): Promise<string | null> {
    const answer = await fetch(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    }).catch(() => null);
    if (!answer) return find.noAnswer;
    await mutate();
    if (answer.ok) return null;
    return ((await answer.json().catch(() => null)) as { error?: string } | null)?.error ?? find.noAnswer;
  }

  return {
    views: data ?? first,
    save: (name: string, query: string) => change('POST', address, { name, query }),
    rename: (id: string, name: string) => change('PATCH', `${address}/${id}`, { name }),
    remove: (id: string) => change('DELETE', `${address}/${id}`),
  };
}

async function loadViews(): Promise<SavedViewJson[]> {
  const answer = await fetch(address, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`The desk answered ${answer.status}.`);
  return ((await answer.json()) as { views: SavedViewJson[] }).views;
}
