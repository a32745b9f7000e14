/** The store's port: reading at any time, writing one at a time, on whichever engine is behind it. */

import { sqliteFile } from '@/env';
import type { Queries } from './queries';
import { newTurns } from './turns';

export type Store = {
  /** Reads outside of any transaction; what was committed is seen at once. */
  read: Queries;
  /**
   * Runs `work` as the only writer, in one transaction that is durable when this resolves. It begins by taking
   * the row of the revision, on which writers of other processes queue. Throws StoreUnavailable when the
   * database cannot take a write for now; nothing was changed then.
   */
  write<Result>(work: (tx: Queries) => Promise<Result>): Promise<Result>;
  /** The tables of accounts, for the library that keeps them: each statement takes its turn with the writes. */
  accounts: AccountsDatabase;
  /**
   * Sees to it that nothing of what was deleted is left in the files, as far as this engine can: `isNamedIn`
   * must be true of no text in them any more. False where another process stands in the way; then ask again later.
   */
  scrub(isNamedIn: (text: string) => boolean): Promise<boolean>;
  /** After rows came in with numbers of their own: the next ones are counted on from there. */
  finishCopy(): Promise<void>;
  /** Hears what other processes commit, where the engine can tell; false while it cannot. */
  hearRevisions?(heard: (revision: number) => void): { isHearing(): boolean };
  close(): Promise<void>;
};

/** A Drizzle database with its tables, of either engine. */
type AccountsDatabase = { db: object; provider: 'sqlite' | 'pg'; schema: Record<string, unknown> };

/** The database is locked, full or away: ask again later. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

/**
 * Opens the store of a `DATABASE_URL` and brings its tables up to date. Loads one engine's driver only. `directUrl`
 * leads past a pooler to the same database. Threads that write to the same file share their `turns`.
 */
export async function openStore(url: string, directUrl?: string, turns = newTurns()): Promise<Store> {
  const path = sqliteFile(url);
  if (path === null) return (await import('./postgres/open')).openPostgres(url, directUrl);
  return (await import('./sqlite/open')).openSqlite(path, turns);
}
