/** More than the server can take: it refuses what it cannot, keeps its memory, loses nothing and is soon itself again. */

import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { type Load, runLoad } from '@/scripts/bench/load';
import { memoryOf } from '@/scripts/bench/memory';
import { accountOf, balanced, emptyLedger, keptIn, type Ledger } from './ledger';
import { lockForMs } from './lock';
import { type OnTrial, putOnTrial } from './on-trial';
import { sendOne, startSending } from './sending';
import { times, toldAs } from './times';

/** Ten times what is to be held (1,500 a second), on more connections than there is room in the queue. */
const rate = 15_000;
const connections = 3000;
/** Those who are asked how it was for them. */
const witnesses = 16;
const mostMb = 400;

/** More bytes at once than the queue has room for, while nothing can be written: until one is refused, or time is up. */
async function flood({ file, webhook }: OnTrial, mostMs: number): Promise<Ledger> {
  const { release, released } = await lockForMs(file, mostMs);
  let isHeld = true;
  void released.then(() => {
    isHeld = false;
  });
  const ledger = emptyLedger();
  const large = { extra_params: 'x'.repeat(240_000) };
  const posts = Array.from({ length: 160 }, () => sendOne(webhook, ledger, large));
  while (isHeld && ledger.refused.size === 0) await setTimeout(20);
  release();
  await Promise.all([...posts, released]);
  return ledger;
}

const load = (server: OnTrial, seconds: number): Promise<Load> =>
  runLoad({ url: server.webhook, connections, rate, seconds, warmSeconds: 0 });

describe('under ten times the load', async () => {
  const server = await putOnTrial();
  const sending = startSending(server.webhook, witnesses);
  await sending.untilTaken(witnesses);
  let memory = 0;
  const looking = setInterval(() => {
    memory = Math.max(memory, memoryOf(server.pid())[server.pid()] ?? 0);
  }, 200);
  const { answers } = await load(server, times(4, 600));
  const ended = performance.now();
  await sending.untilTaken(witnesses * 4);
  const recoveredMs = performance.now() - ended;
  const { waits, ledger } = sending;

  test('every record is taken, or refused with 503, for now', () => {
    expect(Object.keys(answers).filter((status) => !/^(200|202|503|0|unsent)$/.test(status))).toEqual([]);
    const refusals = [...ledger.refused.values()];
    expect(refusals.filter(({ status, retryAfter }) => status !== 503 || !retryAfter)).toEqual([]);
  });

  test('who is taken waits not for long, and afterwards it is as before', () => {
    const wait = waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.99)]!;
    toldAs('a record that was taken, 99th percentile, ms', wait, 1000);
    toldAs('normal again after, ms', recoveredMs, 5000);
  });

  test('while the disk takes nothing, what there is no room for is refused, for now', async () => {
    const { refused } = await flood(server, 60_000);
    expect(refused.size).toBeGreaterThan(0);
    expect([...refused.values()].filter(({ status, retryAfter }) => status !== 503 || !retryAfter)).toEqual(
      [],
    );
  });

  test('the memory stays within its bounds, and what was taken is there, once', async () => {
    await sending.stop();
    clearInterval(looking);
    await server.kill();
    console.log(`memory of the front process, MB: ${memory}`);
    expect(memory).toBeLessThanOrEqual(mostMb);
    const kept = keptIn(server.file)[1]!.filter((id) => ledger.sent.has(id));
    expect(accountOf(ledger, [kept])).toEqual(balanced);
  });
});

test('control: one that queues without end refuses nothing', async () => {
  expect((await flood(await putOnTrial('queues without end'), 6000)).refused.size).toBe(0);
});
