/** `npm run backup -- <folder or file>`: a verified copy of the database, taken while the desk runs. */

import { statSync } from 'node:fs';
import { dirname, extname, join, parse } from 'node:path';
import { backup } from '@/db/sqlite/backup';
import { timeInName } from '@/db/sqlite/name-beside';
import { env, sqliteFile } from '@/env';

try {
  await run(process.argv[2]);
} catch (error) {
  console.error(`No backup was made. ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

async function run(wish: string | undefined): Promise<void> {
  const path = sqliteFile(env().DATABASE_URL);
  if (path === null) throw new Error('PostgreSQL has its own: pg_dump "$DATABASE_URL" > ringback.sql.');
  const wished = wish ?? join(dirname(path), 'backups');
  const isFolder = extname(wished) === '' || statSync(wished, { throwIfNoEntry: false })?.isDirectory();
  const to = isFolder ? join(wished, `${parse(path).name}-${timeInName(Date.now())}.db`) : wished;
  const revision = await backup(path, to);
  console.log(`${to}: whole, at revision ${revision}.`);
  console.log('Keep with it what is beside the database: auth-secret and webhook-token.');
}
