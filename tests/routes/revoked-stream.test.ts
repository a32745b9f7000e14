/** Whoever is put out while the stream is open hears no more within one round of the pulse, 10 s. */

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { changePerson } from '@/desk/people';
import { letSessionsExpire } from '../desks';
import { cookieOf, personAt, postAuth } from '../signed-in';
import { aDeskAtTheDoors, ask } from './http';

const intervalMs = 10_000;
const still = 'event: still\ndata:\n\n';

// Only the clock of the rounds is turned; desk, database and stream are real.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterAll(() => {
  vi.useRealTimers();
});

const { desk, missedCall } = await aDeskAtTheDoors();

/** A stream of that person; `next` is how the next interval ends: with a word, or with the stream. */
async function listenAs(name: string) {
  const reader = (await ask('/api/events', { as: name })).body!.getReader();
  const decoder = new TextDecoder();
  const read = async () => {
    const { done, value } = await reader.read();
    return done ? ('ended' as const) : decoder.decode(value);
  };
  // The first words of each stream.
  for (let text = ''; !text.includes('data:'); ) text += await read();
  return {
    async next() {
      await vi.advanceTimersByTimeAsync(intervalMs);
      for (;;) {
        const heard = await read();
        // What was told of before the interval ended.
        if (!heard.startsWith('id:')) return heard;
      }
    },
    leave: () => reader.cancel(),
  };
}

test('control: whoever stays signed in hears a word in every round', async () => {
  const stream = await listenAs('Asha');
  for (let time = 0; time < 3; time += 1) expect(await stream.next()).toBe(still);
  await stream.leave();
});

test.each([
  ['whose sessions an admin ended', async (id: string) => desk.store.write((tx) => tx.deleteSessions(id))],
  [
    'who is disabled',
    async (id: string) =>
      changePerson(desk, await personAt(desk, 'Asha'), id, { isDisabled: true }, Date.now()),
  ],
  ['whose two weeks are over', async (id: string) => letSessionsExpire(desk, id)],
  ['who signed out elsewhere', async (_: string, cookie: string) => postAuth(desk, 'sign-out', {}, cookie)],
])('the stream of somebody %s ends, and tells of no later call', async (way, putOut) => {
  const name = `Ravi ${way}`;
  const { id } = await personAt(desk, name);
  const stream = await listenAs(name);
  expect(await stream.next()).toBe(still);
  await putOut(id!, await cookieOf(desk, name));
  expect(await stream.next()).toBe('ended');
  await missedCall();
  expect(await stream.next()).toBe('ended');
});

test('who leaves while they are looked up breaks nothing', async () => {
  const stream = await listenAs('Asha');
  vi.advanceTimersByTime(intervalMs);
  await stream.leave();
  await new Promise(setImmediate);
  const other = await listenAs('Asha');
  expect(await other.next()).toBe(still);
  await other.leave();
});
