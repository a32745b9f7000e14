/** The pulse over HTTP: each screen hears of every change, and nothing is left when it goes. */

import { afterEach, describe, expect, test } from 'vitest';
import { aListener, morning } from '../builders';
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

  test('hears of every change, as every other does, and never of an older one after a newer', async () => {
    const [one, other] = [await listen(), await listen()];
    const before = await desk.store.read.revision();
    for (let call = 0; call < 5; call += 1) await missedCall();
    const after = await desk.store.read.revision();
    expect(after).toBe(before + 5);
    for (const stream of [one, other]) {
      await stream.until(() => stream.ids().includes(after));
      expect(stream.ids()).toEqual(stream.ids().toSorted((a, b) => a - b));
    }
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

/** Whether listeners are left after as many runs of the work as one person may have screens. */
async function followed(work: () => Promise<void>): Promise<boolean> {
  for (let run = 0; run < 20; run += 1) await work();
  const answer = await ask('/api/events');
  await answer.body?.cancel();
  return answer.status === 503;
}

describe('too many screens', () => {
  const sentence = expect.stringMatching(/^Too many screens are listening\..*\.$/);

  test('of one person are refused, those of a colleague are not, and one that goes makes room', async () => {
    const streams = [];
    for (let screen = 0; screen < 20; screen += 1) streams.push(await listen());
    const refused = await ask('/api/events');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30']);
    expect(await refused.json()).toEqual({ error: sentence });
    const ofRavi = await ask('/api/events', { as: 'Ravi' });
    expect(ofRavi.status).toBe(200);
    await ofRavi.body!.cancel();
    await streams[0]!.leave();
    await (await listen()).until(() => true);
  });

  test('altogether are refused, whoever asks', async () => {
    const leaving = Array.from({ length: 2000 }, () => desk.pulse.listen(aListener()));
    expect(leaving).not.toContain(null);
    expect((await ask('/api/events')).status).toBe(503);
    leaving[0]!();
    await (await listen()).until(() => true);
    for (const leave of leaving) leave!();
  });
});

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
