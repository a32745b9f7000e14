/** The log of SQLite, folded into the file beside the one who writes. */

import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openCheckpoints } from '@/db/sqlite/checkpoints';
import { openStore, type Store } from '@/db/store';
import { aSqliteUrl } from '../desks';

const mib = 1024 * 1024;

async function aStore() {
  const url = aSqliteUrl();
  const path = url.slice('file:'.length);
  return { store: await openStore(url), path };
}

/** The revision in a copy of the file without its log, made by another process, for this one must not close the file. */
function revisionInFile(path: string): number {
  spawnSync('cp', [path, `${path}-copy`]);
  const copy = new Database(`${path}-copy`);
  const revision = copy.prepare('select revision from pulse').pluck().get() as number;
  copy.close();
  return revision;
}

/** Some 256 pages. */
const write = (store: Store) =>
  store.write((tx) =>
    tx.saveDeliveries([
      {
        receivedAt: 1,
        token: 'x',
        method: 'POST',
        contentType: null,
        body: Buffer.alloc(mib),
        outcome: 'understood',
      },
    ]),
  );

test('what was committed lies in the file, and before only in the log', async () => {
  const { store, path } = await aStore();
  const checkpoints = openCheckpoints(path);
  checkpoints.fold();
  const before = await store.read.revision();
  await store.write((tx) => tx.raiseRevision(1));
  expect(revisionInFile(path)).toBe(before);
  checkpoints.fold();
  expect(revisionInFile(path)).toBe(before + 1);
  checkpoints.close();
  await store.close();
});

test('it waits for nobody: somebody writes, and somebody reads what was', async () => {
  const { store, path } = await aStore();
  const checkpoints = openCheckpoints(path);
  const other = new Database(path, { timeout: 0 });
  const reader = new Database(path, { timeout: 0 });
  reader.exec('BEGIN');
  const was = reader.prepare('select revision from pulse').pluck();
  const before = was.get();
  await store.write((tx) => tx.raiseRevision(1));
  other.exec('BEGIN IMMEDIATE');
  checkpoints.fold();
  expect(was.get()).toBe(before);
  other.exec('ROLLBACK');
  reader.exec('COMMIT');
  expect(was.get()).toBe((before as number) + 1);
  for (const one of [checkpoints, other, reader, store]) await one.close();
});

/** How long the log is after 60 MiB were written, MiB. */
async function logAfter(fold: (path: string) => { fold(): void; close(): void }): Promise<number> {
  const { store, path } = await aStore();
  const folding = fold(path);
  for (let written = 0; written < 60; written += 1) {
    await write(store);
    folding.fold();
  }
  const { size } = statSync(`${path}-wal`);
  folding.close();
  await store.close();
  return size / mib;
}

test('the log begins anew, however much is written; control: without, it grows', async () => {
  expect(await logAfter(openCheckpoints)).toBeLessThan(20);
  expect(await logAfter(() => ({ fold() {}, close() {} }))).toBeGreaterThan(60);
});

test('what must be gone from the files goes while the log is folded beside it', async () => {
  const { store, path } = await aStore();
  const folding = new Worker(
    `const file = new (require('better-sqlite3'))(require('node:worker_threads').workerData, { timeout: 0 });
    setInterval(() => file.pragma('wal_checkpoint(PASSIVE)'), 1);`,
    { eval: true, workerData: path },
  );
  for (let round = 0; round < 10; round += 1) {
    for (let written = 0; written < 4; written += 1) await write(store);
    expect(await store.scrub(() => false)).toBe(true);
  }
  await folding.terminate();
  await store.close();
});
