/** The set checker: what was sent and how it was answered, held against what is kept (promises.md). */

import Database from 'better-sqlite3';

/** Conversations, one for each record that was sent. */
export type Ledger = {
  sent: Set<string>;
  /** Answered 2xx. */
  acknowledged: Set<string>;
  /** Answered otherwise: the status, and the header Retry-After. */
  refused: Map<string, { status: number; retryAfter: string | null }>;
  /** Never answered: it may be there or not. */
  unknown: Set<string>;
};

/** Lost: acknowledged but absent. Invented: there but never sent. Doubled: there more than once. */
export type Account = { lost: string[]; invented: string[]; doubled: string[] };

export const balanced: Account = { lost: [], invented: [], doubled: [] };

export function emptyLedger(): Ledger {
  return { sent: new Set(), acknowledged: new Set(), refused: new Map(), unknown: new Set() };
}

/** `kept`: the conversations in each table that has a row for every record. */
export function accountOf({ sent, acknowledged }: Ledger, kept: string[][]): Account {
  const account: Account = { lost: [], invented: [], doubled: [] };
  for (const table of kept) {
    const once = new Set(table);
    account.lost.push(...[...acknowledged].filter((id) => !once.has(id)));
    account.invented.push(...[...once].filter((id) => !sent.has(id)));
    const seen = new Set<string>();
    account.doubled.push(...table.filter((id) => seen.size === seen.add(id).size));
  }
  return account;
}

/** The conversations of deliveries, legs and calls as they lie in the file. */
export function keptIn(path: string): string[][] {
  const file = new Database(path);
  const column = (query: string) => file.prepare(query).pluck().all() as string[];
  const bodies = column('select cast(body as text) from deliveries');
  const kept = [
    bodies.map((body) => JSON.parse(body).conversation_uuid as string),
    column('select conversation from legs'),
    column('select conversation from calls'),
  ];
  file.close();
  return kept;
}
