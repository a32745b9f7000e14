/** Asks the desk for what it did not understand, and tells it what to do about it. */

import type { listQuarantine } from '@/desk/quarantine';

export type QuarantinePage = Awaited<ReturnType<typeof listQuarantine>>;

export type Answer<Good> =
  | { is: 'done'; good: Good }
  | { is: 'refused'; sentence: string | null }
  | { is: 'unanswered' };

const patienceMs = 60_000;

export async function fetchQuarantine(cursor: string | null): Promise<QuarantinePage> {
  const query = cursor === null ? '' : `?${new URLSearchParams({ cursor })}`;
  const response = await fetch(`/api/quarantine${query}`, { cache: 'no-store' });
  if (!response.ok) throw new Error(`The desk answered ${response.status}.`);
  return (await response.json()) as QuarantinePage;
}

export function postReadAgain(place: string): Promise<Answer<{ understood: boolean }>> {
  return post(`/api/quarantine/${place}`, { action: 'read' });
}

export function postReadAllAgain(): Promise<Answer<{ read: number; waiting: number }>> {
  return post('/api/quarantine', { action: 'read' });
}

export function postDiscard(place: string, note: string): Promise<Answer<unknown>> {
  return post(`/api/quarantine/${place}`, { action: 'discard', note });
}

async function post<Good>(address: string, body: object): Promise<Answer<Good>> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
    const answer = await response.json();
    if (response.ok) return { is: 'done', good: answer as Good };
    return { is: 'refused', sentence: answer.error ?? null };
  } catch {
    return { is: 'unanswered' };
  }
}
