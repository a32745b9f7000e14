/** What takes long to read, at the front door. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Queries } from '@/db/queries';
import { giveTurns } from '@/front/slow-reads';
import { aDesk } from './desks';

/** How many turns of the event loop go by while the counts of the board are read five times. */
async function turnsDuring(read: Queries): Promise<number> {
  let isOver = false;
  const reads = Promise.all(Array.from({ length: 5 }, () => read.countWaiting(0))).then(() => {
    isOver = true;
  });
  let turns = 0;
  for (; !isOver; turns += 1) await nextTurn();
  await reads;
  return turns;
}

test('each has a turn of the event loop of its own', async () => {
  const { store } = await aDesk('sqlite');
  giveTurns(store.read);
  expect(await turnsDuring(store.read)).toBeGreaterThanOrEqual(5);
});

test('control: without, nothing else comes in between', async () => {
  const { store } = await aDesk('sqlite');
  expect(await turnsDuring(store.read)).toBe(1);
});

test('one that fails holds up none of the others', async () => {
  const { store } = await aDesk('sqlite');
  store.read.countWaiting = async () => {
    throw new Error('The disk is gone.');
  };
  giveTurns(store.read);
  await expect(store.read.countWaiting(0)).rejects.toThrow('The disk is gone.');
  expect(await store.read.countClosedSince(0)).toEqual([]);
});
