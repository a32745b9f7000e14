/** Clears a SQLite file and its log of what was deleted: secure_delete overwrites cells, not all that pages once held. */

import { createReadStream } from 'node:fs';
import type Database from 'better-sqlite3';

/** Runs in turn with the writes. False while another process reads or writes and the log cannot be emptied. */
export async function scrub(writer: Database.Database, path: string, needles: string[]): Promise<boolean> {
  if (!emptyLog(writer)) return false;
  if (!(await isFoundIn(path, needles))) return true;
  // Pages that were split or merged may keep copies: VACUUM writes the file anew.
  writer.exec('VACUUM');
  return emptyLog(writer);
}

function emptyLog(writer: Database.Database): boolean {
  const [result] = writer.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  return result?.busy === 0;
}

/** Reads the file in pieces that overlap, so that no needle is missed between two of them. */
async function isFoundIn(path: string, needles: string[]): Promise<boolean> {
  const longest = Math.max(0, ...needles.map((needle) => needle.length));
  let before = '';
  for await (const piece of createReadStream(path, { encoding: 'latin1', highWaterMark: 1 << 20 })) {
    const text = before + piece;
    if (needles.some((needle) => text.includes(needle))) return true;
    before = text.slice(-longest);
  }
  return false;
}
