/** Two servers over one PostgreSQL keep and fold what one server over SQLite does, whoever hears which leg when. */

import { describe, expect, test } from 'vitest';
import { decide, undo } from '@/desk/decide';
import { type Desk, openDesk } from '@/desk/the-desk';
import { parseBoardQuery } from '@/domain/board-query';
import { readEnv } from '@/env';
import { traffic } from '@/scripts/simulate/traffic';
import { aCaller, aCdr, aDid, asha, ravi } from '../builders';
import { aDesk, aPostgresUrl, post, tableOf, webhookToken } from '../desks';

const endsAt = Date.UTC(2026, 10, 22, 12);
const senders = 16;

async function twoServers(): Promise<[Desk, Desk]> {
  const one = await aDesk('postgres');
  const other = await aDesk('postgres', { DATABASE_URL: one.env.DATABASE_URL });
  return [one, other];
}

/** Posts each at its own time of receipt, from several senders at once, each time to another of the servers. */
async function postAll(servers: Desk[], posts: { body: object; at: number }[]): Promise<void> {
  const waiting = [...posts.entries()];
  const sender = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, { body, at }] = next;
      await post(servers[index % servers.length]!, body, at);
    }
  };
  await Promise.all(Array.from({ length: senders }, sender));
}

/** The tables of what was understood; which delivery brought a leg depends on who was first. */
async function tablesOf(desk: Desk) {
  const legs = (await tableOf(desk, 'legs')).map(({ delivery_id: _, ...leg }) => leg);
  return {
    legs: legs.map(asWords),
    calls: (await tableOf(desk, 'calls')).map(asWords),
    cases: (await tableOf(desk, 'cases')).map(asWords),
    dids: await tableOf(desk, 'dids'),
  };
}

/** SQLite keeps true as 1. */
function asWords(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'boolean' ? Number(value) : value]),
  );
}

test('the same records, out of order and sent again, make the same tables', async () => {
  const seed = Math.floor(Math.random() * 2 ** 32);
  console.log(`Seed ${seed}`);
  const posts = traffic({ seed, calls: 150, days: 1, endsAt }).map(({ body, at }) => ({ body, at }));
  const again = posts.filter((_, index) => index % 5 === 0).map((one) => ({ ...one, at: one.at + 60_000 }));
  const all = [...posts, ...again];
  const alone = await aDesk('sqlite');
  const [one, other] = await twoServers();
  await postAll([alone], all);
  await postAll(
    [one, other],
    all.toSorted((a, b) => JSON.stringify(a.body).length - JSON.stringify(b.body).length || a.at - b.at),
  );
  const folded = await tablesOf(one);
  expect(folded.calls.length).toBeGreaterThan(100);
  expect(folded).toEqual(await tablesOf(alone));
});

describe('two people on two servers', () => {
  test('cannot both win, and who was second is told who was first', async () => {
    const servers = await twoServers();
    const people = [asha, ravi];
    const did = aDid();
    for (let round = 0; round < 20; round += 1) {
      await post(servers[0], aCdr({ to: did, from: aCaller(), time: servers[0].clock() }));
    }
    for (const { id } of await openCases(servers[1])) {
      const wish = { kind: 'called_back', note: null, until: null } as const;
      const answers = await Promise.all(
        servers.map((server, i) => decide(server, people[i]!, [id], wish, server.clock())),
      );
      const results = answers.flat();
      const winner = results.findIndex(({ is }) => is === 'decided');
      const refusal = { by: people[winner]!.name, kind: 'called_back' };
      expect(results[1 - winner]).toMatchObject({ is: 'refused', refusal });
    }
    expect(await openCases(servers[0])).toEqual([]);
  });

  test('undo once what they both take back', async () => {
    const servers = await twoServers();
    await post(servers[0], aCdr({ to: aDid(), from: aCaller(), time: servers[0].clock() }));
    const { id } = (await openCases(servers[0]))[0]!;
    const wish = { kind: 'spam', note: null, until: null } as const;
    const [told] = await decide(servers[0], asha, [id], wish, servers[0].clock());
    const decision = (told as { decision: string }).decision;
    await Promise.all(servers.map((server) => undo(server, ravi, id, decision, server.clock())));
    const rows = await tableOf(servers[0], 'decisions');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ undone_by: 'Ravi' });
    expect(await openCases(servers[1])).toHaveLength(1);
  });
});

test('thirty first starts at once make the tables once', async () => {
  const env = readEnv({ DATABASE_URL: await aPostgresUrl(), WEBHOOK_TOKENS: webhookToken });
  const desks = await Promise.all(Array.from({ length: 30 }, () => openDesk(env)));
  expect(await Promise.all(desks.map((desk) => desk.store.read.revision()))).toEqual(Array(30).fill(0));
  await Promise.all(desks.map((desk) => desk.close()));
});

async function openCases(desk: Desk) {
  const parsed = parseBoardQuery(new URLSearchParams({ limit: '200' }));
  if ('error' in parsed) throw new Error(parsed.error);
  return (await desk.board.load(asha, parsed.query)).cases;
}
