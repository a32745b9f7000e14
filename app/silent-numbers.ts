'use client';

import { useEffect, useState } from 'react';
import useSWR from 'swr';
import type { SilenceJson } from '@/domain/silence';
import { fetchSilence } from './silence-fetch';

type Silent = SilenceJson['silent'][number];

const pollMs = 60_000;
const place = 'ringback.silence-hidden';

/** The numbers that are silent and were not hidden in this browser; one that fell silent anew is shown again. */
export function useSilentNumbers(revision: number) {
  const { data, mutate } = useSWR('silence', fetchSilence, {
    refreshInterval: pollMs,
    revalidateOnFocus: false,
    shouldRetryOnError: false,
  });
  const [hidden, setHidden] = useState(hiddenBefore);
  const all = data?.silent ?? [];
  const isAny = all.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the desk may end a silence
  useEffect(() => {
    if (isAny) void mutate();
  }, [revision]);

  const hide = (number: Silent) => {
    const kept = [...all.map(nameOf).filter((name) => hidden.includes(name)), nameOf(number)];
    setHidden(kept);
    try {
      localStorage.setItem(place, JSON.stringify(kept));
    } catch {
      // A browser that keeps nothing: they stay hidden for as long as the page.
    }
  };
  return { silent: all.filter((number) => !hidden.includes(nameOf(number))), hide };
}

function nameOf({ key, since }: Silent): string {
  return `${key} ${since}`;
}

function hiddenBefore(): string[] {
  try {
    const said: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(said) ? said : [];
  } catch {
    return [];
  }
}
