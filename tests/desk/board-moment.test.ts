/** The moment that the board shows: as new as whoever asks could know, and not read all the time. */

import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openMoments } from '@/desk/board-moment';
import { aDesk } from '../desks';

const desk = await aDesk();

/** Its reading takes so long, ms. */
function momentsThatTake(ms: number) {
  let readings = 0;
  const loadInstants: typeof desk.store.read.loadInstants = async (now) => {
    readings += 1;
    await sleep(ms);
    return desk.store.read.loadInstants(now);
  };
  const read = { ...desk.store.read, loadInstants };
  return { momentNow: openMoments({ ...desk, store: { ...desk.store, read } }), readings: () => readings };
}

const change = () => desk.store.write((tx) => tx.raiseRevision(1));

test('where something changes all the time, what takes long is read for a fifth of it, and shows the last change', async () => {
  const { momentNow } = momentsThatTake(20);
  await momentNow();
  const began = performance.now();
  for (let round = 0; round < 3; round += 1) {
    const revision = await change();
    expect((await momentNow()).revision).toBe(revision);
  }
  expect(performance.now() - began).toBeGreaterThan(3 * 4 * 20);
});

test('those who ask during a rest share the next reading, with all that changed until then', async () => {
  const { momentNow, readings } = momentsThatTake(20);
  await momentNow();
  await change();
  const early = momentNow();
  const revision = await change();
  const seen = await Promise.all([early, momentNow(), momentNow()]);
  expect(seen.map((moment) => moment.revision)).toEqual([revision, revision, revision]);
  expect(readings()).toBe(2);
});
