'use client';

import { useEffect } from 'react';
import useSWR from 'swr';
import { useDeskPage } from '@/app/desk-page';
import { CallerCases } from '@/components/caller-cases';
import { CallerHead } from '@/components/caller-head';
import { CallerHistory } from '@/components/caller-history';
import { CallerNotes } from '@/components/caller-notes';
import { useAllMessages } from '@/components/use-messages';
import type { CallerJson } from '@/domain/caller-json';
import { mayDo } from '@/domain/person';
import { useCallerActs } from './caller-acts';
import { fetchCaller, fetchFurther } from './caller-fetch';
import { useFurtherRows } from './further-rows';

/** The page of a caller, told again whenever the desk has changed. */
export function LiveCaller({ first }: { first: CallerJson }) {
  const m = useAllMessages();
  const { by, revision, now, zone } = useDeskPage();
  const { key } = first.caller;
  const { data, mutate } = useSWR(`caller ${key}`, () => fetchCaller(key), {
    fallbackData: first,
    revalidateOnMount: false,
    revalidateOnFocus: false,
  });
  const shown = data ?? first;
  const refresh = () => mutate().catch(() => undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the desk has changed, and the caller may have
  useEffect(() => void mutate().catch(() => undefined), [revision, mutate]);
  const acts = useCallerActs(key, refresh);

  const closed = useFurtherRows(
    { rows: shown.closed.cases, next: shown.closed.next },
    async (cursor) => {
      const page = await fetchFurther(key, 'cases', cursor);
      return page && { rows: page.cases, next: page.next };
    },
    ({ lastMissedAt, id }) => `${lastMissedAt} ${id}`,
  );
  const calls = useFurtherRows(
    { rows: shown.history.calls, next: shown.history.next },
    async (cursor) => {
      const page = await fetchFurther(key, 'calls', cursor);
      return page && { rows: page.calls, next: page.next };
    },
    ({ startedAt, id }) => `${startedAt} ${id}`,
  );
  const openIds = new Set(shown.open.map(({ id }) => id));
  const cases = [...shown.open, ...closed.rows.filter(({ id }) => !openIds.has(id))];
  const at = { now, zone };

  if (data === null) {
    return (
      <p role="status" className="px-4 py-5 md:px-5">
        {m.callers.unknown}
      </p>
    );
  }
  return (
    <article className="flex w-full max-w-[820px] flex-col gap-6 px-4 py-5 md:px-5" aria-labelledby="caller">
      <CallerHead shown={shown} onName={acts.name} onMark={acts.mark} {...at} />
      <CallerNotes
        notes={shown.notes}
        mayRemove={(author) => author === by.name || mayDo(by, 'administer')}
        onAdd={acts.addNote}
        onRemove={acts.removeNote}
        {...at}
      />
      <CallerCases cases={cases} onMore={closed.onMore} {...at} />
      <CallerHistory calls={calls.rows} onMore={calls.onMore} {...at} />
    </article>
  );
}
