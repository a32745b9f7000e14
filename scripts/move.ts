/** `npm run move -- <from> <to>`: takes a desk from one database to an empty other one, of either engine. */

import { existsSync } from 'node:fs';
import { openStore } from '@/db/store';
import { move, NotMoved, type Progress } from '@/desk/move';
import { readEnv, sqliteFile } from '@/env';

const [from, to] = process.argv.slice(2);

if (!from || !to) {
  console.error('Say from where to where: npm run move -- file:./data/ringback.db postgres://user@host/name');
  process.exit(2);
}

const file = sqliteFile(from);
if (file !== null && !existsSync(file)) {
  console.error(`There is no ${from}.`);
  process.exit(2);
}

const source = await openStore(addressOf(from));
const target = await openStore(addressOf(to));
try {
  const rows = await move(source, target, tell);
  console.log(`Moved ${rows} rows, and found each of them again. Set DATABASE_URL to the new address.`);
} catch (error) {
  if (!(error instanceof NotMoved)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await source.close();
  await target.close();
}

function tell({ table, rows, of }: Progress): void {
  console.log(`${table}: ${rows} of ${of}`);
}

/** As `DATABASE_URL` is read, with its sentence for a wrong one. */
function addressOf(text: string): string {
  try {
    return readEnv({ DATABASE_URL: text }).DATABASE_URL;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}
