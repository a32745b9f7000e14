/** What only SQLite promises: every commit on the disk, and a lock of somebody else's that freezes nothing. */

import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterAll, expect, test, vi } from 'vitest';
import { openStore, StoreUnavailable } from '@/db/store';
import { aSqliteUrl } from '../desks';

const url = aSqliteUrl();
const path = url.slice('file:'.length);
const exec = vi.spyOn(Database.prototype, 'exec');
const store = await openStore(url);
const other = new Database(path, { timeout: 0 });
afterAll(async () => {
  other.close();
  await store.close();
});

const raise = () => store.write((tx) => tx.raiseRevision(1));

/** The connection that the store began its last write on. */
function writingConnection(): Database.Database {
  const last = exec.mock.calls.findLastIndex(([statement]) => statement === 'BEGIN IMMEDIATE');
  return exec.mock.contexts[last] as Database.Database;
}

test('after a write the writing connection is still at synchronous FULL, in WAL, in a file of its owner', async () => {
  await raise();
  const pragma = (name: string) => writingConnection().pragma(name, { simple: true });
  expect(pragma('synchronous')).toBe(2);
  expect(pragma('journal_mode')).toBe('wal');
  expect(pragma('foreign_keys')).toBe(1);
  expect(pragma('secure_delete')).toBe(1);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(`${path}-wal`).mode & 0o777).toBe(0o600);
});

test('control: a connection that is opened without care is at NORMAL after a write', () => {
  other.exec('update pulse set revision = revision');
  expect(other.pragma('synchronous', { simple: true })).toBe(1);
});

test('a write waits for another process to let go, while the desk goes on', async () => {
  other.exec('BEGIN IMMEDIATE');
  const before = await store.read.revision();
  let ticks = 0;
  const ticking = setInterval(() => {
    ticks += 1;
  }, 10);
  setTimeout(() => other.exec('COMMIT'), 300);
  expect(await raise()).toBe(before + 1);
  clearInterval(ticking);
  expect(ticks).toBeGreaterThanOrEqual(3);
});

test('a lock that is held too long makes the store unavailable, for writing only, and it heals by itself', async () => {
  const before = await store.read.revision();
  other.exec('BEGIN IMMEDIATE');
  const failing = raise();
  await expect(Promise.all([failing, store.read.revision()])).rejects.toThrow(StoreUnavailable);
  expect(await store.read.revision()).toBe(before);
  other.exec('ROLLBACK');
  expect(await raise()).toBe(before + 1);
});

test('the store of a database that somebody is writing to opens all the same', async () => {
  other.exec('BEGIN IMMEDIATE');
  const second = await openStore(url);
  expect(await second.read.revision()).toBe(await store.read.revision());
  other.exec('ROLLBACK');
  await second.close();
});
