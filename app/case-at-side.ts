'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useMemo } from 'react';
import useSWR from 'swr';
import { caseAddress, caseIn } from '@/components/case-address';
import type { Place } from '@/components/views';
import type { CaseJson } from '@/domain/case-json';
import { fetchCase } from './board-fetch';
import { inTurn } from './in-turn';

/** The case that the server drew at the side, by the id that the address named; null where that is none. */
export type FirstCase = { id: string; case: CaseJson | null };

export type CaseAtSide = {
  /** The id in the address, null where no case is at the side. */
  id: string | null;
  /** As it was told last; null where there is none, undefined before the first answer. */
  case: CaseJson | null | undefined;
  show: (caseId: string) => void;
  hide: () => void;
  /** What the desk answered about it, until it is asked again. */
  replace: (known: CaseJson) => void;
};

/** The case at the side of the rows: named by the address, asked for again whenever the desk has changed. */
export function useCaseAtSide(asked: Place, first: FirstCase | null, revision: number): CaseAtSide {
  const id = caseIn(useSearchParams());
  const { data, mutate } = useSWR(id === null ? null : `case ${id}`, () => fetchCase(id ?? ''), {
    fallbackData: first !== null && first.id === id ? first.case : undefined,
    revalidateOnMount: false,
    revalidateIfStale: false,
    revalidateOnFocus: false,
    revalidateOnReconnect: false,
  });
  const ask = useMemo(() => inTurn(() => mutate().catch(() => undefined)), [mutate]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the desk has changed, and the case may have
  useEffect(() => {
    if (id !== null) void ask();
  }, [id, revision, ask]);

  const knownId = data?.id;
  const replace = useCallback(
    (known: CaseJson) => {
      if (known.id === id || known.id === knownId) void mutate(known, { revalidate: false });
    },
    [id, knownId, mutate],
  );
  return {
    id,
    case: data,
    show: (caseId) => {
      if (caseId === id || caseId === knownId) return;
      const address = caseAddress(asked, caseId);
      // The way back leads to the rows, and not through every case that was looked at.
      if (id === null) window.history.pushState(null, '', address);
      else window.history.replaceState(null, '', address);
    },
    hide: () => {
      if (id !== null) window.history.replaceState(null, '', caseAddress(asked, null));
    },
    replace,
  };
}
