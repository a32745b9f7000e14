/** Puts a backup in the place of the database of a stopped desk; what was there stays beside it. */

import { existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { openExisting, putInPlace, saveCopy } from './copy';
import { nameBeside } from './name-beside';
import { soundRevision } from './sound';

/**
 * `at` goes into the name of what was there (`kept`; null where nothing was). Throws a sentence where it cannot be, and
 * then nothing has changed.
 */
export async function restore(
  file: string,
  path: string,
  at: number,
): Promise<{ revision: number; kept: string | null }> {
  if (!existsSync(file)) throw new Error(`There is no ${file}.`);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const restored = nameBeside(path, 'restored', at);
  const revision = await soundCopy(file, restored);
  const kept = nameBeside(path, 'before-restore', at);
  const old = existsSync(path) ? new Database(path, { timeout: 0 }) : null;
  try {
    if (old) {
      takeAlone(old, path);
      linkSync(path, kept);
    }
    // A log that is still there must not be taken for one of the new file.
    if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${kept}-wal`);
    rmSync(`${path}-shm`, { force: true });
    putInPlace(restored, path);
    return { revision, kept: old && kept };
  } finally {
    old?.close();
    rmSync(restored, { force: true });
  }
}

async function soundCopy(file: string, to: string): Promise<number> {
  const source = openExisting(file);
  try {
    soundRevision(source);
    return await saveCopy(source, to);
  } finally {
    source.close();
  }
}

/** Until `old` is closed nobody else can open the file. */
function takeAlone(old: Database.Database, path: string): void {
  try {
    old.pragma('locking_mode = EXCLUSIVE');
    // Takes the log into the file; it is refused while anybody else has the file open.
    old.pragma('journal_mode = DELETE');
    old.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    const code = error instanceof Database.SqliteError ? error.code : '';
    if (code === 'SQLITE_BUSY') {
      throw new Error(`Somebody has ${path} open: stop the desk first.`, { cause: error });
    }
    // A damaged file is what one restores for: it is kept as it lies.
    if (!/^SQLITE_(NOTADB|CORRUPT)/.test(code)) throw error;
  }
}
