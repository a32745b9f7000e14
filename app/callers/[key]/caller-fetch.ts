/** Asks the desk for all of one caller, or for a further page of their calls or cases. */

import type { CallerCallsJson, CallerCasesJson, CallerJson } from '@/domain/caller-json';

type Further = { calls: CallerCallsJson; cases: CallerCasesJson };

const patienceMs = 10_000;

/** Null where nothing is known of them any more. */
export async function fetchCaller(key: string): Promise<CallerJson | null> {
  return ask(key, '');
}

export async function fetchFurther<Kind extends keyof Further>(
  key: string,
  kind: Kind,
  cursor: string,
): Promise<Further[Kind] | null> {
  return ask(key, `?${new URLSearchParams({ [kind]: cursor })}`);
}

async function ask<Answer>(key: string, query: string): Promise<Answer | null> {
  const response = await fetch(`/api/callers/${encodeURIComponent(key)}${query}`, {
    cache: 'no-store',
    signal: AbortSignal.timeout(patienceMs),
  });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`The desk answered ${response.status}.`);
  return (await response.json()) as Answer;
}
