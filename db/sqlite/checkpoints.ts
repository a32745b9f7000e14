/** Folds SQLite's log into the file, which SQLite calls a checkpoint, from a connection that does nothing else. */

import Database from 'better-sqlite3';
import { isOfTheDisk } from './errors';

/** With so many pages, 16 MiB, the log should begin anew. */
const longLog = 4096;
const mostTurns = 8;

export type Checkpoints = {
  /** Folds what was committed since. Never waits for who reads or writes; a disk that takes nothing is tried again. */
  fold(): void;
  close(): void;
};

export function openCheckpoints(path: string): Checkpoints {
  const connection = new Database(path, { fileMustExist: true, timeout: 0 });
  connection.pragma('synchronous = FULL');
  return {
    fold() {
      // The log begins anew with a write that finds all of it folded: what came during a long turn is little, and the
      // next turn may end before the next write.
      for (let turn = 0; turn < mostTurns; turn += 1) if (foldOnce(connection) < longLog) return;
    },
    close() {
      connection.close();
    },
  };
}

/** The pages that the log holds, folded or not. */
function foldOnce(connection: Database.Database): number {
  try {
    const [result] = connection.pragma('wal_checkpoint(PASSIVE)') as { log: number }[];
    return result!.log;
  } catch (error) {
    // Whoever writes is told of it.
    if (isOfTheDisk(error)) return 0;
    throw error;
  }
}
