/** Asks the desk for its rows; what is as it was comes back as the very object that was there, and is not drawn again. */

import { unchangedKept } from '@/components/unchanged-cases';
import type { BoardJson, CaseJson } from '@/domain/case-json';
import { hearTime } from './desk-clock';

/** The rows with the query of `GET /api/cases` that they answer. */
export type LoadedBoard = { query: string; board: BoardJson; etag?: string | null };

/** The session of this browser has ended. */
export class SignedOut extends Error {
  override name = 'SignedOut';
}

const patienceMs = 10_000;
const keptAtMost = 20;
const kept = new Map<string, LoadedBoard>();

export async function fetchBoard(query: string): Promise<LoadedBoard> {
  const last = kept.get(query);
  const response = await fetch(`/api/cases?${query}`, {
    headers: last?.etag ? { 'If-None-Match': last.etag } : {},
    cache: 'no-store',
    signal: AbortSignal.timeout(patienceMs),
  });
  hearTime(response);
  if (response.status === 304 && last) return last;
  if (response.status === 401) throw new SignedOut();
  if (!response.ok) throw new Error(`The desk answered ${response.status}.`);
  const board = (await response.json()) as BoardJson;
  const cases = unchangedKept(board.cases, last?.board.cases ?? []);
  const loaded = { query, board: { ...board, cases }, etag: response.headers.get('etag') };
  keep(loaded);
  return loaded;
}

/** A case as it is now, or null where it is none any more (a late answered leg took it off). */
export async function fetchCase(id: string): Promise<CaseJson | null> {
  const response = await fetch(`/api/cases/${encodeURIComponent(id)}`, {
    cache: 'no-store',
    signal: AbortSignal.timeout(patienceMs),
  });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`The desk answered ${response.status}.`);
  return (await response.json()) as CaseJson;
}

function keep(loaded: LoadedBoard): void {
  kept.delete(loaded.query);
  kept.set(loaded.query, loaded);
  const oldest = kept.keys().next();
  if (kept.size > keptAtMost && !oldest.done) kept.delete(oldest.value);
}
