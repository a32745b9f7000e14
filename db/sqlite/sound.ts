/** Whether a SQLite database is whole, and one of Ringback's that this version can read. */

import type Database from 'better-sqlite3';
import { missingMigrations } from '../migrations';

/** Its revision. Throws a sentence that says what is wrong with it. */
export function soundRevision(connection: Database.Database): number {
  const found = connection.pragma('integrity_check(1)', { simple: true }) as string;
  if (found !== 'ok') throw new Error(`The database is damaged: ${found.trim().replace(/\s+/g, ' ')}.`);
  const [broken] = connection.pragma('foreign_key_check') as { table: string }[];
  if (broken) throw new Error(`The database is damaged: rows of ${broken.table} belong to nothing.`);
  const applied = appliedMigrations(connection);
  if (applied.length === 0) throw new Error('That is no database of Ringback.');
  missingMigrations('sqlite', applied);
  return connection.prepare('select revision from pulse').pluck().get() as number;
}

/** The `created_at` of each, ms; none in a new database. */
export function appliedMigrations(connection: Database.Database): number[] {
  const table = connection
    .prepare("select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'")
    .get();
  if (!table) return [];
  return connection.prepare('select created_at from __drizzle_migrations').pluck().all().map(Number);
}
