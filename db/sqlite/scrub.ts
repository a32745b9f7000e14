/** Clears a SQLite file and its log of what was deleted: secure_delete overwrites what this desk deletes, others may not. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type Database from 'better-sqlite3';

type IsNamedIn = (text: string) => boolean;

/** Longer than what is looked for, bytes: so much of one piece is read again with the next. */
const overlap = 200;

const mostTries = 10;
const againMs = 20;

/** Runs in turn with the writes. False while another process reads or writes and the log cannot be emptied. */
export async function scrub(writer: Database.Database, path: string, isNamedIn: IsNamedIn): Promise<boolean> {
  if (!(await emptyLog(writer))) return false;
  if (!(await isFoundIn(path, isNamedIn))) return true;
  // Something wrote to the file without secure_delete: VACUUM makes it anew from the rows that are left.
  writer.exec('VACUUM');
  return emptyLog(writer);
}

/** Tries again a few times, for another connection may be folding the log (`checkpoints.ts`). */
async function emptyLog(writer: Database.Database): Promise<boolean> {
  for (let left = mostTries; left > 0; left -= 1) {
    const [result] = writer.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    if (result?.busy === 0) return true;
    await pause(againMs);
  }
  return false;
}

/**
 * The file is read by a process of its own: if this one closed it, SQLite's locks on it would be gone (POSIX), and
 * whoever opened the database next would take the desk for gone.
 */
async function isFoundIn(path: string, isNamedIn: IsNamedIn): Promise<boolean> {
  const reading = `require('node:fs').createReadStream(process.argv[1]).pipe(process.stdout)`;
  const child = spawn(process.execPath, ['-e', reading, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  let before = '';
  for await (const piece of child.stdout.setEncoding('latin1')) {
    if (isNamedIn(before + piece)) {
      child.kill();
      return true;
    }
    before = (before + piece).slice(-overlap);
  }
  const [code] = await ended;
  if (code !== 0) throw new Error('The file of the database could not be read.');
  return false;
}
