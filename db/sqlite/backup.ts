/** A backup of a SQLite database, taken while the desk runs. */

import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { openExisting, saveCopy } from './copy';

/** Gives the revision that the backup has. Throws a sentence where there is no sound backup. */
export async function backup(path: string, to: string): Promise<number> {
  if (!existsSync(path)) throw new Error(`There is no ${path}.`);
  if (existsSync(to)) throw new Error(`${to} is there already.`);
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  const source = openExisting(path);
  try {
    const before = source.prepare('select revision from pulse').pluck().get() as number;
    const revision = await saveCopy(source, to);
    if (revision < before) throw new Error(`The backup is of revision ${revision}, and not of ${before}.`);
    return revision;
  } finally {
    source.close();
  }
}
