/** Clears a SQLite file and its log of what was deleted: secure_delete overwrites what this desk deletes, others may not. */

import { createReadStream } from 'node:fs';
import type Database from 'better-sqlite3';

type IsNamedIn = (text: string) => boolean;

/** Longer than what is looked for, bytes: so much of one piece is read again with the next. */
const overlap = 200;

/** Runs in turn with the writes. False while another process reads or writes and the log cannot be emptied. */
export async function scrub(writer: Database.Database, path: string, isNamedIn: IsNamedIn): Promise<boolean> {
  if (!emptyLog(writer)) return false;
  if (!(await isFoundIn(path, isNamedIn))) return true;
  // Something wrote to the file without secure_delete: VACUUM makes it anew from the rows that are left.
  writer.exec('VACUUM');
  return emptyLog(writer);
}

function emptyLog(writer: Database.Database): boolean {
  const [result] = writer.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  return result?.busy === 0;
}

async function isFoundIn(path: string, isNamedIn: IsNamedIn): Promise<boolean> {
  let before = '';
  for await (const piece of createReadStream(path, { encoding: 'latin1', highWaterMark: 1 << 18 })) {
    if (isNamedIn(before + piece)) return true;
    before = (before + piece).slice(-overlap);
  }
  return false;
}
