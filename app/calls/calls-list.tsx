'use client';

import { useEffect, useState } from 'react';
import { useDeskPage } from '@/app/desk-page';
import { CallFilters } from '@/components/call-filters';
import { CallTable } from '@/components/call-table';
import { DeskLink } from '@/components/desk-link';
import { useAllMessages } from '@/components/use-messages';
import type { CallPageJson } from '@/domain/call-row';
import type { BoardJson } from '@/domain/case-json';

type Props = {
  /** The query of the page's address. */
  asked: string;
  first: CallPageJson;
  dids: BoardJson['dids'];
};

/** Calls page by page; the first page keeps itself fresh. */
export function CallsList({ asked, first, dids }: Props) {
  const m = useAllMessages();
  const { by, revision, now, zone } = useDeskPage();
  const [page, setPage] = useState(first);
  const [firstRevision] = useState(revision);
  const params = new URLSearchParams(asked);
  const isNewest = !params.has('cursor') && !params.has('newer');

  useEffect(() => {
    if (!isNewest || revision === firstRevision) return;
    const leaving = new AbortController();
    fetch(`/api/calls?${asked}`, { cache: 'no-store', signal: leaving.signal })
      .then(async (answer) => answer.ok && setPage((await answer.json()) as CallPageJson))
      // The line to the server says that it is broken; the next change asks again.
      .catch(() => undefined);
    return () => leaving.abort();
  }, [asked, isNewest, revision, firstRevision]);

  const beside = (name: 'cursor' | 'newer', cursor: string) => {
    const there = new URLSearchParams(asked);
    there.delete('cursor');
    there.delete('newer');
    there.set(name, cursor);
    return `/calls?${there}`;
  };
  return (
    <div className="flex flex-col gap-4 py-4">
      <CallFilters asked={params} dids={dids} by={by} />
      {page.calls.length > 0 ? (
        <CallTable calls={page.calls} now={now} zone={zone} />
      ) : (
        <p className="px-6 py-24 text-center text-title font-semibold">
          {params.size > 0 ? m.find.noCalls : m.find.noCallsYet}
        </p>
      )}
      <nav aria-label={m.find.pagesOfCalls} className="flex gap-1.5 px-4 empty:hidden md:px-5">
        {page.newer && (
          <DeskLink to={beside('newer', page.newer)} className="button max-md:h-10">
            {m.find.newer}
          </DeskLink>
        )}
        {page.older && (
          <DeskLink to={beside('cursor', page.older)} className="button max-md:h-10">
            {m.find.older}
          </DeskLink>
        )}
      </nav>
    </div>
  );
}
