/** `kill -9` of a server and of PostgreSQL under load: nothing that was answered 2xx is lost or doubled (promises.md). */

import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { afterTheFile } from '../after-the-file';
import { aCaller, aCdr, aDid, aLeg } from '../builders';
import { spawnServer, until } from '../built-server';
import { startOwnPostgres } from '../postgres';
import { nothingAmiss, reconciled } from '../reconcile';
import { times } from './times';

const token = 'a-token-for-the-killed-servers';
const senders = 8;

const postgres = await startOwnPostgres();
afterAll(() => postgres.stop());

/** A built server over that PostgreSQL; `origin` is where it answers since it last started. */
async function aServerOnPostgres() {
  const start = async () => {
    const server = spawnServer({
      DATABASE_URL: postgres.url,
      WEBHOOK_TOKENS: token,
      AUTH_SECRET: 'x'.repeat(32),
    });
    const origin = await until(server, /The desk: (\S+)/);
    return { ...server, origin: origin.replace('localhost', '127.0.0.1') };
  };
  let server = await start();
  return {
    origin: () => server.origin,
    async killAndStart() {
      server.child.kill('SIGKILL');
      await server.exited;
      server = await start();
    },
  };
}

test('two servers and their database are killed in turn, and every record that was taken is there once', async () => {
  const servers = [await aServerOnPostgres(), await aServerOnPostgres()];
  const did = aDid();
  const sent = new Set<string>();
  const taken = new Set<string>();
  let isOver = false;

  const sender = async (index: number) => {
    for (let turn = index; !isOver; turn += 1) {
      const record = aCdr({ to: did, from: aCaller(), time: Date.now() });
      const { callId } = aLeg(record);
      sent.add(callId);
      const origin = servers[turn % 2]!.origin();
      const answer = await fetch(`${origin}/api/webhook/cdr/${token}`, {
        method: 'POST',
        body: JSON.stringify(record),
        signal: AbortSignal.timeout(20_000),
      }).catch(() => null);
      if (answer?.status === 200) taken.add(callId);
      else await setTimeout(20);
    }
  };
  const sending = Promise.all(Array.from({ length: senders }, (_, index) => sender(index)));
  const more = async (count: number) => {
    const enough = taken.size + count;
    while (taken.size < enough) await setTimeout(20);
  };
  for (let left = times(1, 50); left > 0; left -= 1) {
    for (const kill of [servers[0]!.killAndStart, postgres.crash, servers[1]!.killAndStart, postgres.crash]) {
      await more(40);
      await kill();
    }
  }
  await more(40);
  isOver = true;
  await sending;

  expect(reconciled({ sent, taken, kept: await callIds() })).toEqual(nothingAmiss);
});

test('control: what PostgreSQL was told not to wait for is lost when it is killed', async () => {
  const careless = await startOwnPostgres({ synchronous_commit: 'off', wal_writer_delay: '10s' });
  afterTheFile(() => careless.stop());
  const client = new pg.Client({ connectionString: careless.url });
  client.on('error', () => {});
  await client.connect();
  await client.query('create table kept (row int)');
  await client.query('checkpoint');
  await client.query('insert into kept values (1)');
  await careless.crash();
  const again = new pg.Client({ connectionString: careless.url });
  await again.connect();
  expect((await again.query('select * from kept')).rowCount).toBe(0);
  await again.end();
});

/** The call of each leg that is kept; a leg is there once for each. */
async function callIds(): Promise<string[]> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  const { rows } = await client.query<{ call_id: string }>('select call_id from legs');
  const { rows: calls } = await client.query<{ id: string }>('select id from calls');
  await client.end();
  expect(calls.map(({ id }) => id).toSorted()).toEqual(rows.map(({ call_id }) => call_id).toSorted());
  return rows.map(({ call_id }) => call_id);
}
