/** SQLite opened for keeping: WAL, every commit on the disk before it is answered (DECISIONS.md). */

import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { drizzle as drizzleOver } from 'drizzle-orm/sqlite-proxy';
import { queriesOf } from '../queries';
import { type Store, StoreUnavailable } from '../store';
import { openTurns, type TurnsMemory } from '../turns';
import * as accounts from './accounts';
import { hasCode, isOfTheDisk } from './errors';
import { migrateSafely } from './migrate';
import { demandOwnDisk } from './own-disk';
import { sqliteRows } from './rows';
import * as schema from './schema';
import { scrub } from './scrub';
import { keepStatements } from './statements';

/** How long a write waits for another process to let go of the database, ms. */
const lockDeadlineMs = 5000;
const lockRetryMs = 20;

const full = 2;

const tables = { ...schema, ...accounts };

/** Pages in memory: the writer's are the hot ends of the indexes, what is read lies in the memory of the system. */
const cacheKib = { writer: 24 * 1024, reader: 4 * 1024 };
/**
 * With so many pages, 128 MiB, a writer folds the log into the file itself, and stands still for it. On a server of one's
 * own it hardly comes to that (`checkpoints.ts`).
 */
const checkpointPages = 32_768;

/** `turns` are shared with the other threads of this process that write to the same file. */
export async function openSqlite(path: string, turns: TurnsMemory): Promise<Store> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  demandOwnDisk(dirname(path));
  // The files beside it take its mode, so it is its owner's before SQLite opens it.
  // Only where there is none: closing a file gives up every lock that this process has on it (POSIX), and another
  // process would take the desk for gone, and its log away.
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
  const writer = connect(path, cacheKib.writer);
  await migrateSafely(writer, path).catch((error) => {
    writer.close();
    throw error;
  });
  const { reader, read } = openReader(path);

  const tx = queriesOf(drizzle(writer), tables, sqliteRows(writer));
  const { inTurn } = openTurns(turns);

  async function writeNow<Result>(work: (queries: typeof tx) => Promise<Result>): Promise<Result> {
    await begin(writer);
    try {
      await tx.raiseRevision(0);
      assertDurable(writer);
      const result = await work(tx);
      writer.exec('COMMIT');
      return result;
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK');
      throw isOfTheDisk(error) ? new StoreUnavailable('The disk takes no writes.', { cause: error }) : error;
    }
  }

  return {
    read,
    write(work) {
      return inTurn(() => writeNow(work));
    },
    accounts: {
      db: drizzleOver(async (query, params, method) => {
        const run = (connection: Database.Database) => rowsOf(connection.prepare(query), params, method);
        if (/^\s*select\b/i.test(query)) return run(reader);
        return inTurn(() => writeNow(async () => run(writer)));
      }),
      provider: 'sqlite',
      schema: accounts,
    },
    scrub(isNamedIn) {
      return inTurn(() => scrub(writer, path, isNamedIn));
    },
    // SQLite counts on by itself.
    async finishCopy() {},
    async close() {
      await inTurn(async () => {});
      reader.close();
      writer.close();
    },
  };
}

/** Of a file that is there and up to date: what is asked sees what was committed by then. */
export function openReader(path: string) {
  const reader = connect(path, cacheKib.reader);
  reader.pragma('query_only = ON');
  return { reader, read: queriesOf(drizzle(reader), tables, sqliteRows(reader)) };
}

/** What Drizzle's proxy asks for: the rows as lists of values, and how many a change has touched. */
function rowsOf(statement: Database.Statement, params: unknown[], method: string) {
  if (!statement.reader) return { rows: [], changes: statement.run(...params).changes };
  const rows = statement.raw().all(...params) as unknown[][];
  return { rows: method === 'get' ? (rows[0] as unknown[]) : rows };
}

function connect(path: string, kib: number): Database.Database {
  const connection = new Database(path, { timeout: 50 });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma(`cache_size = ${-kib}`);
  connection.pragma(`wal_autocheckpoint = ${checkpointPages}`);
  connection.pragma('foreign_keys = ON');
  connection.pragma('secure_delete = ON');
  keepStatements(connection);
  return connection;
}

/** Takes the write lock; waits without holding up the event loop while another process has it. */
async function begin(writer: Database.Database): Promise<void> {
  const deadline = performance.now() + lockDeadlineMs;
  for (;;) {
    try {
      writer.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!hasCode(error, /^SQLITE_BUSY/)) throw error;
      if (performance.now() > deadline)
        throw new StoreUnavailable('The database is locked.', { cause: error });
      await pause(lockRetryMs);
    }
  }
}

/** The binding has been seen to fall back to NORMAL on the first write: then a power cut would lose calls. */
function assertDurable(writer: Database.Database): void {
  if (writer.pragma('synchronous', { simple: true }) !== full)
    throw new Error('SQLite is not at synchronous=FULL.');
}
