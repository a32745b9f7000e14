/** Who is told, and when, that no record comes on a number any more. */

import { expect, test } from 'vitest';
import { unknownDid } from '@/domain/call';
import { didDefaults } from '@/domain/settings';
import type { SilenceJson } from '@/domain/silence';
import { aDid, minute, morning } from '../builders';
import { post } from '../desks';
import { personAt } from '../signed-in';
import { aDeskAtTheDoors, askJson, change } from './http';

const silence = async (as = 'Asha') => (await askJson<SilenceJson>('/api/silence', { as })).body;
const iso = (at: number) => new Date(at).toISOString();

/** A desk with calls on both numbers every ten minutes until 10:00; only on Support they go on. */
async function twoNumbers() {
  const door = await aDeskAtTheDoors();
  const [sales, support] = [aDid(), aDid()];
  const ringAt = (at: number, to: unknown) => {
    door.clock.now = at;
    return door.missedCall({ to, time: at, start_time: at / 1000, end_time: at / 1000 + 5 });
  };
  for (let minutes = -60; minutes <= 0; minutes += 10)
    for (const to of [sales, support]) await ringAt(morning + minutes * minute, to);
  await ringAt(morning + 30 * minute, support);
  const settings = { ...didDefaults, label: 'Sales' };
  await change('POST', '/api/settings', { scope: 'did', did: `+${sales}`, settings });
  return { ...door, ringAt, sales: `+${sales}`, support: `+${support}` };
}

test('a number without a record for longer than thirty minutes is named, until one comes', async () => {
  const { clock, ringAt, sales } = await twoNumbers();
  expect(await silence()).toEqual({ lastAt: iso(clock.now), isOdd: false, silent: [] });
  clock.now = morning + 31 * minute;
  const named = { key: sales, e164: sales, label: 'Sales', since: iso(morning) };
  expect((await silence()).silent).toMatchObject([named]);
  // Of the same minute, and known at once.
  await ringAt(clock.now, sales.slice(1));
  expect((await silence()).silent).toEqual([]);
});

test('everybody hears of their own numbers only', async () => {
  const { desk, clock, sales, support } = await twoNumbers();
  await personAt(desk, 'Ravi', { dids: [support] });
  await personAt(desk, 'Cleo', { dids: [sales] });
  clock.now = morning + 121 * minute;
  expect((await silence('Ravi')).silent.map(({ key }) => key)).toEqual([support]);
  expect((await silence('Cleo')).silent).toMatchObject([{ label: 'Sales' }]);
  expect((await silence()).silent).toHaveLength(2);
});

test('the desk as a whole is silent where nothing comes at all; whatever comes ends it', async () => {
  const { desk, clock } = await twoNumbers();
  expect((await silence()).isOdd).toBe(false);
  clock.now = morning + 121 * minute;
  expect(await silence()).toMatchObject({ lastAt: iso(morning + 30 * minute), isOdd: true });
  await post(desk, 'not even JSON');
  expect((await silence()).isOdd).toBe(false);
});

test('the number of the test call is never missed, nor are calls that name none', async () => {
  const { desk, clock, missedCall } = await aDeskAtTheDoors();
  for (let times = 0; times < 5; times += 1) {
    await change('POST', '/api/setup/test-call');
    await missedCall({ to: null });
    clock.now += minute;
  }
  const last = await desk.store.read.loadLastCalls(null);
  expect(last.map(({ did }) => did)).toContain(unknownDid);
  clock.now += 60 * minute;
  expect((await silence()).silent).toEqual([]);
});

test('a desk on which nothing ever came is not silent', async () => {
  await aDeskAtTheDoors();
  expect(await silence()).toEqual({ lastAt: null, isOdd: false, silent: [] });
});
