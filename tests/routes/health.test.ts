/** `/api/health` tells the truth: it reads, it tries a write that never reaches the disk, and says what is wrong. */

import { tmpdir } from 'node:os';
import Database from 'better-sqlite3';
import pg from 'pg';
import { expect, test } from 'vitest';
import { isFull } from '@/desk/health';
import type { Desk } from '@/desk/the-desk';
import { version } from '@/package.json';
import { aCdr, morning } from '../builders';
import { givenEngine, holdWrites, post, runSql } from '../desks';
import { aDeskAtTheDoors, askJson } from './http';

const health = () => askJson('/api/health', { as: null });
const well = () => expect.poll(async () => (await health()).status, { timeout: 60_000 }).toBe(200);
const unwell = (reason: string) =>
  expect
    .poll(async () => (await health()).body, { timeout: 60_000 })
    .toEqual({ status: 'down', reason, version });

test('a desk that works says so, with its revision and when the last record came', async () => {
  const { desk } = await aDeskAtTheDoors();
  await post(desk, aCdr());
  const { status, body } = await health();
  const revision = await desk.store.read.revision();
  expect([status, body]).toEqual([
    200,
    { status: 'ok', revision, lastDeliveryAt: new Date(morning).toISOString(), version },
  ]);
});

test('to ask while records are saved writes nothing; control: a record does', async () => {
  const { desk } = await aDeskAtTheDoors();
  const changes = await changesOf(desk);
  await post(desk, aCdr());
  const before = await changes();
  await well();
  expect(await changes()).toBe(before);
  await post(desk, aCdr());
  expect(await changes()).not.toBe(before);
});

test('a database that another process keeps locked takes no writes, until it is let go', async () => {
  const { desk } = await aDeskAtTheDoors();
  await well();
  const letGo = await holdWrites(desk);
  await unwell('The database takes no writes.');
  await letGo();
  await well();
});

test('a database that can only be read takes no writes, until it can be written again', async () => {
  const { desk } = await aDeskAtTheDoors();
  await well();
  const giveBack = await forbidWrites(desk);
  await unwell('The database takes no writes.');
  await giveBack();
  await well();
});

test('a disk with less room than is needed is full; control: it has some', async () => {
  expect(await isFull(tmpdir(), Number.POSITIVE_INFINITY)).toBe(true);
  expect(await isFull(tmpdir(), 1)).toBe(false);
});

test('a desk that had to send records away says so for a while', async () => {
  const { desk } = await aDeskAtTheDoors();
  await well();
  const letGo = await holdWrites(desk);
  const sent = Promise.allSettled(Array.from({ length: 2001 }, () => post(desk, aCdr())));
  await unwell('More records come in than can be written.');
  await letGo();
  const refused = (await sent).filter(({ status }) => status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  await well();
});

/** A number that every committed change of the database changes. */
async function changesOf({ env: { DATABASE_URL } }: Desk): Promise<() => Promise<unknown>> {
  if (DATABASE_URL.startsWith('file:')) {
    const file = new Database(DATABASE_URL.slice('file:'.length), { readonly: true });
    return async () => file.pragma('data_version', { simple: true });
  }
  return async () => (await onPostgres(DATABASE_URL, 'select xmin::text from pulse'))[0]?.xmin;
}

/** PostgreSQL can be told so; the files of SQLite are open already, and a trigger refuses in their place. */
async function forbidWrites(desk: Desk): Promise<() => Promise<unknown>> {
  const { DATABASE_URL } = desk.env;
  if (givenEngine === 'sqlite') {
    const refuse = "create trigger shut before update on pulse begin select raise(abort, 'read-only'); end";
    await runSql(desk, [refuse]);
    return () => runSql(desk, ['drop trigger shut']);
  }
  const name = new URL(DATABASE_URL).pathname.slice(1);
  const set = (isReadOnly: boolean) =>
    onPostgres(
      DATABASE_URL,
      `set transaction read write; alter database ${name} set default_transaction_read_only = ${isReadOnly};
       select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`,
    );
  await set(true);
  return () => set(false);
}

async function onPostgres(url: string, statements: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(statements);
  await client.end();
  return rows ?? [];
}
