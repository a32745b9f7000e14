/** What takes long to read at the front door, done by its thread. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Queries } from '@/db/queries';
import { unfiltered } from '@/domain/board-query';
import { readApart, type SlowRead } from '@/front/slow-reads';
import { afterTheFile } from './after-the-file';
import { aCaller, aCdr, aDid, day, morning } from './builders';
import { aDesk, type Engine, post } from './desks';

const now = morning + day;
const page = { ...unfiltered, state: 'all', order: 'desk', limit: 50 } as const;

/** A desk where one caller waits, with what its store reads itself and what it has its thread read. */
async function aDeskApart(engine: Engine = 'sqlite') {
  const desk = await aDesk(engine);
  const did = aDid();
  const miss = () => post(desk, aCdr({ to: did, from: aCaller() }), morning);
  await miss();
  const own = { ...desk.store.read };
  const end = readApart(desk, pathToFileURL('dist/reads.js'));
  afterTheFile(end);
  return { own, apart: desk.store.read, miss, end };
}

/** How many turns of the event loop go by while who waits is counted. */
async function turnsDuring({ countWaiting }: Queries): Promise<number> {
  let isOver = false;
  const count = countWaiting(now).then(() => {
    isOver = true;
  });
  let turns = 0;
  for (; !isOver; turns += 1) await nextTurn();
  await count;
  return turns;
}

describe('the thread', async () => {
  const { own, apart } = await aDeskApart();
  const { rows, parts } = await own.loadFilledPage(page, now, null, null, 20);
  const cases = rows.map(({ found }) => found);
  const span = [0, now, now] as const;
  const asked: { [Name in SlowRead['name']]: Parameters<Queries[Name]> } = {
    countWaiting: [now],
    countUncallable: [now],
    countClosedSince: [0],
    loadFilledPage: [page, now, null, null, 20],
    loadPartsOfCases: [cases, 20],
    loadLegs: [parts.calls.map(({ id }) => id)],
    loadCasesByClock: [...span],
    countVerdicts: [...span],
    tallyCalls: [{ day: '2026-11-22', weekday: 7, from: 0, to: now, origin: 0 }, now],
    tallyCases: [...span],
    tallyLost: [...span],
  };

  test.each(Object.entries(asked))('reads the same as the store itself: %s', async (name, args) => {
    const rowsOf = (read: Queries) =>
      (read[name as SlowRead['name']] as (...args: unknown[]) => Promise<unknown>)(...args);
    expect(await rowsOf(apart)).toEqual(await rowsOf(own));
  });

  test('finds what is there', () => {
    expect([cases.length, parts.calls.length]).toEqual([1, 1]);
  });
});

test('what was committed is read at once', async () => {
  const { apart, miss } = await aDeskApart();
  for (let waiting = 2; waiting <= 20; waiting += 1) {
    await miss();
    expect(await apart.countWaiting(now)).toMatchObject([{ open: waiting }]);
  }
});

test('while it reads, everything else has its turn', async () => {
  const { apart } = await aDeskApart();
  expect(await turnsDuring(apart)).toBeGreaterThan(1);
});

test('control: where the store reads itself, nothing has', async () => {
  const { own } = await aDeskApart();
  expect(await turnsDuring(own)).toBe(1);
});

test('a reading that fails is told to who asked, and holds up none of the others', async () => {
  const { apart } = await aDeskApart();
  const [failed, read] = await Promise.allSettled([
    apart.loadFilledPage(undefined as never, now, null, null, 20),
    apart.countWaiting(now),
  ]);
  expect(failed).toMatchObject({ status: 'rejected', reason: { name: 'TypeError' } });
  expect(read).toMatchObject({ status: 'fulfilled', value: [{ open: 1 }] });
});

test('what was asked before the end is answered', async () => {
  const { apart, end } = await aDeskApart();
  const asked = Array.from({ length: 20 }, () => apart.countWaiting(now));
  await end();
  expect(await Promise.all(asked)).toHaveLength(20);
});

test('on PostgreSQL, which reads elsewhere anyway, nothing changes', async () => {
  const { own, apart } = await aDeskApart('postgres');
  expect(apart).toEqual(own);
});
