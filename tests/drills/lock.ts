/** Another process that holds the database's write lock. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';

const holdLock = `
  const Database = require('better-sqlite3');
  const db = new Database(process.argv[1], { timeout: 60000 });
  db.exec('begin immediate');
  console.log('held');
  const release = () => process.exit(db.exec('rollback') ? 0 : 1);
  setTimeout(release, Number(process.argv[2]));
  process.stdin.once('end', release).resume();`;

type Lock = { release(): void; released: Promise<void> };

/** Resolves once it is held; it is free again after `heldMs`, or once it is released. */
export async function lockForMs(file: string, heldMs: number): Promise<Lock> {
  const holder = spawn(process.execPath, ['-e', holdLock, file, String(heldMs)]);
  const released = once(holder, 'exit').then(([code]) => {
    if (code !== 0) throw new Error(`The process with the lock ended with ${code}.`);
  });
  await once(holder.stdout, 'data');
  return { release: () => void holder.stdin.end(), released };
}
