/** Which migrations of a database are still to come; a database that a newer Ringback has changed is refused. */

import { join } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { version } from '@/package.json';

export function migrationsFolder(engine: 'sqlite' | 'postgres'): string {
  return join('drizzle', engine);
}

/** How many are missing, given the `created_at` of those that were applied. Throws a sentence for a newer database. */
export function missingMigrations(engine: 'sqlite' | 'postgres', applied: number[]): number {
  const known = readMigrationFiles({ migrationsFolder: migrationsFolder(engine) });
  const times = known.map(({ folderMillis }) => folderMillis);
  if (applied.some((time) => !times.includes(time))) {
    throw new Error(
      `The database was made by a newer Ringback than this one (${version}): start the newer one, or restore a backup from before.`,
    );
  }
  return times.length - applied.length;
}
