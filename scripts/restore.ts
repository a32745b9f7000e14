/** `npm run restore -- <file>`: puts a backup in the place of the database, while the desk is stopped. */

import { restore } from '@/db/sqlite/restore';
import { env, sqliteFile } from '@/env';

try {
  await run(process.argv[2]);
} catch (error) {
  console.error(`Nothing was restored. ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

async function run(file: string | undefined): Promise<void> {
  const path = sqliteFile(env().DATABASE_URL);
  if (path === null) throw new Error('PostgreSQL has its own: psql "$DATABASE_URL" < ringback.sql.');
  if (!file) throw new Error('Say which: npm run restore -- data/backups/ringback-….db.');
  const { revision, kept } = await restore(file, path, Date.now());
  console.log(`${path} is the backup, at revision ${revision}. Start the desk.`);
  if (kept) console.log(`What was there before is ${kept}.`);
}
