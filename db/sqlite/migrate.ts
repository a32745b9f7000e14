/** Brings the tables of a SQLite file up to date, all or nothing, after a snapshot of what was there. */

import { readdirSync, rmSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { migrationsFolder, missingMigrations } from '../migrations';
import { saveCopy } from './copy';
import { nameBeside } from './name-beside';
import { appliedMigrations } from './sound';

const what = 'before-migration';
const snapshotsKept = 3;

/** Throws a sentence where the file is newer than this version, or no snapshot can be made of it. */
export async function migrateSafely(writer: Database.Database, path: string): Promise<void> {
  const applied = appliedMigrations(writer);
  const missing = missingMigrations('sqlite', applied);
  if (missing > 0 && applied.length > 0) {
    await saveCopy(writer, nameBeside(path, what, Date.now()));
    removeOldSnapshots(path);
  }
  migrate(drizzle(writer), { migrationsFolder: migrationsFolder('sqlite') });
}

/** Also of those that a kill left unfinished. */
function removeOldSnapshots(path: string): void {
  const folder = dirname(path);
  const beside = readdirSync(folder).filter((file) => file.startsWith(`${parse(path).name}-${what}-`));
  const whole = beside.filter((file) => !file.includes('.unfinished')).sort();
  const newest = whole.slice(-snapshotsKept);
  for (const file of beside) if (!newest.includes(file)) rmSync(join(folder, file));
}
