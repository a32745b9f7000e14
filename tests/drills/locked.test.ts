/** Another process holds the database's write lock under load: up to 4 s all are taken, later they are refused. */

import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { accountOf, balanced } from './ledger';
import { lockForMs } from './lock';
import { type OnTrial, putOnTrial } from './on-trial';
import { startSending } from './sending';
import { times, toldAs } from './times';

const connections = 16;

/** Locks for `heldMs`; tells what was answered, and how long a question about its health took meanwhile, ms. */
async function lock(server: OnTrial, heldMs: number) {
  const sending = startSending(server.webhook, connections);
  await sending.untilTaken(connections);
  const { released } = await lockForMs(server.file, heldMs);
  const waits: number[] = [];
  let isHeld = true;
  const asking = (async () => {
    while (isHeld) {
      const asked = performance.now();
      await (await fetch(`${server.origin}/api/health`)).arrayBuffer();
      waits.push(performance.now() - asked);
      await setTimeout(10);
    }
  })();
  await released;
  isHeld = false;
  await asking;
  await sending.untilTaken(connections);
  await sending.stop();
  return { ledger: sending.ledger, waits };
}

function at(waits: number[], share: number): number {
  return waits.toSorted((a, b) => a - b)[Math.floor(waits.length * share)]!;
}

describe('while another process holds the lock', async () => {
  const server = await putOnTrial();
  const all: Awaited<ReturnType<typeof lock>>[] = [];

  test.each([200, 1000, 4000])('for %i ms, every record is taken', async (heldMs) => {
    for (let left = times(1, 20); left > 0; left -= 1) {
      const held = await lock(server, heldMs);
      all.push(held);
      expect([held.ledger.refused.size, held.ledger.unknown.size]).toEqual([0, 0]);
    }
  });

  test('for longer than a sender should wait, records are refused with 503, for now', async () => {
    for (let left = times(1, 20); left > 0; left -= 1) {
      const held = await lock(server, times(7000, 10_000));
      all.push(held);
      const refusals = [...held.ledger.refused.values()];
      expect(refusals.length).toBeGreaterThan(0);
      expect(refusals.filter(({ status, retryAfter }) => status !== 503 || !retryAfter)).toEqual([]);
    }
  });

  test('the desk goes on answering, and nothing is lost', async () => {
    const waits = all.flatMap(({ waits }) => waits);
    toldAs('health while locked, 99th percentile, ms', at(waits, 0.99), 100);
    // At a desk that a lock stops, every question waits for seconds, as the control's do.
    expect(at(waits, 0.5)).toBeLessThan(1000);
    await server.kill();
    const ledger = {
      ...all[0]!.ledger,
      sent: new Set(all.flatMap(({ ledger }) => [...ledger.sent])),
      acknowledged: new Set(all.flatMap(({ ledger }) => [...ledger.acknowledged])),
    };
    expect(accountOf(ledger, server.kept())).toEqual(balanced);
  });
});

test('control: one that waits for the lock without letting go of its thread stands still', async () => {
  const server = await putOnTrial('waits');
  expect(at((await lock(server, 2000)).waits, 0.5)).toBeGreaterThan(1500);
});
