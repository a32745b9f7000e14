/** The pulse over HTTP: each screen hears of every change, and nothing is left when it goes. */

import { afterEach, describe, expect, test } from 'vitest';
import { morning } from '../builders';
import { aDesk, post, withClock } from '../desks';
import { aDeskAtTheDoors, ask } from './http';

const { desk, missedCall } = await aDeskAtTheDoors();

const opened: { leave(): Promise<void> }[] = [];
afterEach(async () => {
  for (const stream of opened.splice(0)) await stream.leave();
});

/** Opens the stream and hears it; `until` waits for what is heard, not for a time. */
async function listen() {
  const leaving = new AbortController();
  const answer = await ask('/api/events', { signal: leaving.signal });
  const reader = answer.body!.getReader();
  const decoder = new TextDecoder();
  const stream = {
    answer,
    text: '',
    ids: () => [...stream.text.matchAll(/^id: (\d+)\ndata: \1\n\n/gm)].map(([, id]) => Number(id)),
    async until(heard: () => boolean) {
      while (!heard()) {
        const { done, value } = await reader.read();
        if (done) throw new Error(`The stream ended after: ${stream.text}`);
        stream.text += decoder.decode(value, { stream: true });
      }
    },
    ended: async () => {
      while (!(await reader.read()).done);
    },
    leave: () => reader.cancel(),
    abort: () => leaving.abort(),
  };
  opened.push(stream);
  return stream;
}

describe('a screen', () => {
  test('hears the revision at once, in a stream that nobody on the way holds back', async () => {
    await missedCall();
    const stream = await listen();
    expect(stream.answer.status).toBe(200);
    expect(Object.fromEntries(stream.answer.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': expect.stringContaining('no-transform'),
      'x-accel-buffering': 'no',
    });
    const revision = await desk.store.read.revision();
    await stream.until(() => stream.ids().length > 0);
    expect(stream.ids()).toEqual([revision]);
    expect(stream.text).toMatch(/^retry: \d+\n/);
  });

  test('hears of a change within the second, and of several that come together once', async () => {
    const [one, other] = [await listen(), await listen()];
    const before = await desk.store.read.revision();
    const started = performance.now();
    for (let call = 0; call < 5; call += 1) await missedCall();
    const after = await desk.store.read.revision();
    expect(after).toBe(before + 5);
    for (const stream of [one, other]) {
      await stream.until(() => stream.ids().includes(after));
      expect(stream.ids().length).toBeLessThan(5);
      expect(stream.ids()).toEqual(stream.ids().toSorted((a, b) => a - b));
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('hears of a change that another process made', async () => {
    const stream = await listen();
    const elsewhere = withClock(
      await aDesk(undefined, { DATABASE_URL: desk.env.DATABASE_URL }),
      () => morning,
    );
    await post(elsewhere, { type: 'cdr', cmiuuid: crypto.randomUUID(), from: 1234567, status: 'missed' });
    const revision = await elsewhere.store.read.revision();
    await stream.until(() => stream.ids().includes(revision));
  });

  test('that asks with HEAD leaves no listener behind', async () => {
    const isFollowed = await followed(async () => {
      const answer = await ask('/api/events', { method: 'HEAD' });
      await answer.body?.cancel();
    });
    expect(isFollowed).toBe(false);
  });

  test.each(['leave', 'abort'] as const)('that goes (%s) leaves no listener behind', async (way) => {
    expect(
      await followed(async () => {
        const stream = await listen();
        await stream.until(() => stream.ids().length > 0);
        stream[way]();
      }),
    ).toBe(false);
    const heard = await listen();
    const revision = await missedCall().then(() => desk.store.read.revision());
    await heard.until(() => heard.ids().includes(revision));
  });

  test('control: one that stays leaves its listener', async () => {
    expect(
      await followed(async () => {
        await listen();
      }),
    ).toBe(true);
  });
});

/** Whether the desk's timers, by which it follows other processes for its listeners, are more than before. */
async function followed(work: () => Promise<void>): Promise<boolean> {
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  const before = timers();
  await work();
  await new Promise(setImmediate);
  return timers() > before;
}

test('a desk that stops ends every stream', async () => {
  const { desk } = await aDeskAtTheDoors();
  const streams = [await listen(), await listen()];
  desk.pulse.close();
  await Promise.all(streams.map((stream) => stream.ended()));
});

test('on Vercel there is no stream: 204, and the screen polls', async () => {
  const secret = 'the same secret on every function';
  await aDeskAtTheDoors({ VERCEL: '1', AUTH_SECRET: secret }, 'postgres');
  const answer = await ask('/api/events');
  expect([answer.status, await answer.text()]).toEqual([204, '']);
});
