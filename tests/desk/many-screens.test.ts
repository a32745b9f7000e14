/** The pulse with many screens: who reads hears the last revision, who does not is let go, and memory stays flat. */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openStream, type Stream } from '@/app/api/events/stream';
import { openPulse, type Pulse } from '@/desk/pulse';
import { aListener } from '../builders';
import { aDesk } from '../desks';

// Only the rest between two beats is turned.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const { store } = await aDesk('sqlite');

const neverBusy = () => false;

function beat(pulse: Pulse, revision: number): void {
  pulse.announce(revision);
  vi.advanceTimersByTime(100);
}

const open = (pulse: Pulse): Stream =>
  openStream(pulse, { personId: null, isIn: async () => true, signal: new AbortController().signal })!;

/** A screen that reads whatever comes; `last` is what it read last. */
function aReader(pulse: Pulse) {
  const reader = open(pulse).body.getReader();
  const screen: { last: Uint8Array } = { last: new Uint8Array() };
  void (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      screen.last = value;
    }
  })();
  return screen;
}

/** A screen that reads nothing; it comes again when it is let go. */
function aSleeper(pulse: Pulse): { lost: number } {
  const screen = { lost: 0 };
  const sleep = () =>
    open(pulse)
      .body.getReader()
      .closed.catch(() => {
        screen.lost += 1;
        sleep();
      });
  void sleep();
  return screen;
}

const textOf = (words: Uint8Array) => new TextDecoder().decode(words);
const allRead = () => new Promise(setImmediate);

test('a thousand screens hear the last revision, in words that were made once for all', async () => {
  const pulse = openPulse(store, neverBusy);
  const screens = Array.from({ length: 1000 }, () => aReader(pulse));
  for (const revision of [7, 8, 9]) beat(pulse, revision);
  await allRead();
  const heard = new Set(screens.map(({ last }) => last));
  expect([...heard].map(textOf)).toEqual(['id: 9\ndata: 9\n\n']);
  pulse.close();
});

test('a change is told at once, and what comes within a tenth of a second after it is told together', () => {
  const pulse = openPulse(store, neverBusy);
  const heard: number[] = [];
  pulse.listen(aListener({ beat: (revision) => heard.push(revision) }));
  pulse.announce(1);
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(heard).toEqual([1]);
  for (const revision of [2, 4, 3]) {
    pulse.announce(revision);
    vi.advanceTimersByTime(33);
  }
  expect(heard).toEqual([1, 4]);
  vi.advanceTimersByTime(100);
  beat(pulse, 5);
  expect(heard).toEqual([1, 4, 5]);
  pulse.close();
});

/** How long it rests after each of six beats, ms, while so many changes are announced every 25 ms. */
function rests(pulse: Pulse, changes: number): number[] {
  const times: number[] = [];
  const end = pulse.listen(aListener({ beat: () => times.push(Date.now()) }))!;
  while (times.length <= 6) {
    pulse.announce(pulse.latest() + 1, changes);
    vi.advanceTimersByTime(25);
  }
  end();
  return times.slice(1).map((time, index) => time - times[index]!);
}

test('while the screens leave no room for else beats come more seldom, once a second at last, and often again after', () => {
  let isBusy = true;
  const pulse = openPulse(store, () => isBusy);
  expect(rests(pulse, 1)).toEqual([200, 400, 800, 1000, 1000, 1000]);
  isBusy = false;
  expect(rests(pulse, 1)).toEqual([500, 250, 125, 100, 100, 100]);
});

test('while more comes than anybody reads beats come more seldom, too', () => {
  const pulse = openPulse(store, neverBusy);
  expect(rests(pulse, 6)).toEqual([100, 100, 100, 100, 100, 100]);
  expect(rests(pulse, 200)).toEqual([200, 400, 800, 1000, 1000, 1000]);
  expect(rests(pulse, 1)).toEqual([500, 250, 125, 100, 100, 100]);
});

test('a screen that does not read is let go, catches up when it comes again, and holds up nobody', async () => {
  const pulse = openPulse(store, neverBusy);
  const awake = aReader(pulse);
  const asleep = open(pulse).body.getReader();
  const isLetGo = asleep.closed.then(
    () => false,
    () => true,
  );
  for (let revision = 1; revision <= 100; revision += 1) {
    beat(pulse, revision);
    await allRead();
  }
  expect(await isLetGo).toBe(true);
  await expect(asleep.read()).rejects.toThrow('did not read its stream');
  expect(textOf(awake.last)).toContain('id: 100\n');

  const again = open(pulse);
  again.beat(100);
  const reader = again.body.getReader();
  await reader.read();
  expect(textOf((await reader.read()).value!)).toContain('id: 100\n');
  pulse.close();
});

test('control: a screen that reads late, but reads, stays', async () => {
  const pulse = openPulse(store, neverBusy);
  const reader = open(pulse).body.getReader();
  for (let revision = 1; revision <= 60; revision += 1) beat(pulse, revision);
  let text = '';
  while (!text.includes('id: 60\n')) text += textOf((await reader.read()).value!);
  pulse.close();
  expect((await reader.read()).done).toBe(true);
});

test('a beat that is older than what a screen has heard is not sent', async () => {
  const pulse = openPulse(store, neverBusy);
  const stream = open(pulse);
  beat(pulse, 5);
  stream.beat(4);
  stream.beat(5);
  pulse.close();
  let text = '';
  for await (const words of stream.body) text += textOf(words);
  expect([...text.matchAll(/^id: (\d+)/gm)].map(([, id]) => id)).toEqual(['5']);
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** How many times as much memory is in use after 10,000 beats as after the first 1,000. */
async function growth(pulse: Pulse): Promise<number> {
  const used = async () => {
    await allRead();
    collect();
    return process.memoryUsage().heapUsed;
  };
  let first = 0;
  for (let revision = 1; revision <= 10_000; revision += 1) {
    beat(pulse, revision);
    if (revision % 8 === 0) await allRead();
    if (revision === 1000) first = await used();
  }
  return (await used()) / first;
}

test('memory is flat over ten thousand beats, some screens reading and some asleep', async () => {
  const pulse = openPulse(store, neverBusy);
  const readers = Array.from({ length: 50 }, () => aReader(pulse));
  const sleepers = Array.from({ length: 50 }, () => aSleeper(pulse));
  const grown = await growth(pulse);
  console.log(`Memory after ten thousand beats: ${grown.toFixed(3)} times that after one thousand.`);
  expect(grown).toBeLessThan(1.1);
  for (const { last } of readers) expect(textOf(last)).toContain('id: 10000\n');
  for (const { lost } of sleepers) expect(lost).toBeGreaterThan(100);
  vi.clearAllTimers();
});

test('control: memory that keeps what nobody reads is seen to grow', async () => {
  const pulse = openPulse(store, neverBusy);
  const unread: string[][] = Array.from({ length: 50 }, () => []);
  for (const kept of unread) pulse.listen(aListener({ beat: (revision) => kept.push(`id: ${revision}`) }));
  expect(await growth(pulse)).toBeGreaterThan(1.1);
  expect(unread[0]).toHaveLength(10_000);
  pulse.close();
});
