/** A verified copy of a database that others may be writing to: one plain file, of its owner, whole or not there. */

import { chownSync, closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { soundRevision } from './sound';

/** In one step, for a copy in several begins anew whenever another process has written. */
const allPages = 0x7fffffff;

/** Gives the copy's revision. Throws a sentence where the copy is not sound; then there is none. */
export async function saveCopy(from: Database.Database, to: string): Promise<number> {
  const unfinished = `${to}.unfinished`;
  closeSync(openSync(unfinished, 'wx', 0o600));
  try {
    giveToOwnerOfFolder(unfinished);
    await from.backup(unfinished, { progress: () => allPages });
    const revision = finishedRevision(unfinished);
    putInPlace(unfinished, to);
    return revision;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** What stood under the new name is replaced in one instant, and still is after a power cut. */
export function putInPlace(from: string, to: string): void {
  renameSync(from, to);
  const folder = openSync(dirname(to), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

export function openExisting(path: string): Database.Database {
  return new Database(path, { fileMustExist: true, timeout: 5000 });
}

function finishedRevision(path: string): number {
  const copy = openExisting(path);
  try {
    // Without WAL the file needs none beside it, wherever it is carried.
    copy.pragma('journal_mode = DELETE');
    return soundRevision(copy);
  } finally {
    copy.close();
  }
}

/** What root makes beside the database, the desk's own user must be able to open. */
function giveToOwnerOfFolder(path: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(path));
  chownSync(path, uid, gid);
}
