'use client';

import { useEffect, useState } from 'react';
import useSWR from 'swr';
import { useDeskPage } from '@/app/desk-page';
import { toast } from '@/app/toast';
import { DeskLink } from '@/components/desk-link';
import { KnownCallers } from '@/components/known-callers';
import { useAllMessages } from '@/components/use-messages';
import type { KnownCallersJson } from '@/domain/caller-json';
import { mayDo } from '@/domain/person';
import { CallerSearch } from './caller-search';

type Props = { q: string | null; onlySpam: boolean; first: KnownCallersJson };

/** The known callers: the first page follows the desk, further ones come on request. */
export function LiveCallers({ q, onlySpam, first }: Props) {
  const { callers } = useAllMessages();
  const { by, revision } = useDeskPage();
  const asked = new URLSearchParams({ ...(q && { q }), ...(onlySpam && { only: 'spam' }) }).toString();
  const { data = first, mutate } = useSWR(`callers ${asked}`, () => fetchCallers(asked), {
    fallbackData: first,
    revalidateOnMount: false,
    revalidateOnFocus: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the desk has changed, and a name may have
  useEffect(() => void mutate().catch(() => undefined), [revision, mutate]);
  const [older, setOlder] = useState<KnownCallersJson | null>(null);
  const { next } = older ?? data;

  async function showMore() {
    const page = await fetchCallers(`${asked}&${new URLSearchParams({ cursor: next! })}`).catch(() => null);
    if (!page) return void toast.error(callers.notAnswered);
    setOlder({ callers: [...(older?.callers ?? []), ...page.callers], next: page.next });
  }

  const here = new Set(data.callers.map(({ key }) => key));
  const all = [...data.callers, ...(older?.callers ?? []).filter(({ key }) => !here.has(key))];
  return (
    <div className="flex w-full max-w-[820px] flex-col gap-4 px-4 py-5 md:px-5">
      <CallerSearch q={q} onlySpam={onlySpam} />
      {mayDo(by, 'administer') && (
        <p className="flex flex-wrap gap-2">
          <DeskLink to="/callers/import" className="button max-md:h-9">
            {callers.import}
          </DeskLink>
          <a href="/api/callers/export" download className="button max-md:h-9">
            {callers.export}
          </a>
        </p>
      )}
      <KnownCallers
        known={all}
        empty={q ? callers.nobodyFound(q) : onlySpam ? callers.nobodySpam : callers.nobody}
      />
      {next !== null && (
        <p>
          <button type="button" className="button needs-script max-md:h-9" onClick={() => void showMore()}>
            {callers.next}
          </button>
        </p>
      )}
    </div>
  );
}

async function fetchCallers(asked: string): Promise<KnownCallersJson> {
  const response = await fetch(`/api/callers?${asked}`, {
    cache: 'no-store',
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`The desk answered ${response.status}.`);
  return (await response.json()) as KnownCallersJson;
}
