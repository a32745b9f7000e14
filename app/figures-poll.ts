'use client';

import { useEffect, useRef } from 'react';
import useSWR from 'swr';
import type { FiguresJson } from '@/domain/figures-of-day';

export type LoadedFigures = { did: string | null; figures: FiguresJson };

/** However often the desk changes; a little other for each screen, so that they do not all ask with one beat. */
const atMostEveryMs = 5_000 + 2_000 * Math.random();
const everyMs = 60_000;
const patienceMs = 10_000;

/** The figures of today, those of the first paint first: asked for again when the desk has changed, and every minute. */
export function useFigures(did: string | null, first: LoadedFigures, revision: number): LoadedFigures {
  const { data: loaded = first, mutate } = useSWR(addressOf(did), () => fetchFigures(did), {
    fallbackData: did === first.did ? first : undefined,
    keepPreviousData: true,
    refreshInterval: everyMs,
    // The first paint brought them; those of another number are asked for when they are looked at.
    revalidateOnMount: false,
    revalidateOnFocus: false,
    revalidateOnReconnect: false,
    // The line's word says it when the desk does not answer; the next revision or minute asks again.
    shouldRetryOnError: false,
  });

  const asked = useRef({ revision, at: 0 });
  useEffect(() => {
    if (asked.current.revision === revision) return;
    const ask = () => {
      asked.current = { revision, at: Date.now() };
      mutate().catch(() => undefined);
    };
    const timer = setTimeout(ask, asked.current.at + atMostEveryMs - Date.now());
    return () => clearTimeout(timer);
  }, [revision, mutate]);

  return loaded;
}

function addressOf(did: string | null): string {
  return did === null ? '/api/figures' : `/api/figures?${new URLSearchParams({ did })}`;
}

const etags = new Map<string, { etag: string; loaded: LoadedFigures }>();

async function fetchFigures(did: string | null): Promise<LoadedFigures> {
  const address = addressOf(did);
  const last = etags.get(address);
  const response = await fetch(address, {
    headers: last ? { 'If-None-Match': last.etag } : {},
    cache: 'no-store',
    signal: AbortSignal.timeout(patienceMs),
  });
  if (response.status === 304 && last) return last.loaded;
  if (!response.ok) throw response;
  const loaded = { did, figures: (await response.json()) as FiguresJson };
  const etag = response.headers.get('etag');
  if (etag) etags.set(address, { etag, loaded });
  return loaded;
}
