/** The queue before the store: what comes while a batch is kept, and how it goes over to the thread that keeps it. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openIntake } from '@/desk/intake';
import type { Incoming, Outcome, Settled } from '@/desk/receive';
import { packBatch, packSettled, unpackBatch, unpackSettled } from '@/front/packing';
import { aDesk } from './desks';

const delivery = (n: number): Incoming => ({
  body: Buffer.from(String(n)),
  method: 'POST',
  contentType: null,
  token: 'abc',
  receivedAt: n,
});

/** A keeper that answers when it is told to, and what it was given. */
async function aKeeper(ahead?: number) {
  const groups: { many: number; settle: () => void }[] = [];
  const keep = (batch: Incoming[]) =>
    new Promise<Settled>((resolve) => {
      const outcomes = batch.map(() => ({ receipt: { received: 1, new: 1, quarantined: 0 } }));
      groups.push({ many: batch.length, settle: () => resolve({ outcomes, revision: null }) });
    });
  const take = openIntake(await aDesk(), keep, ahead);
  const send = (many: number) => Array.from({ length: many }, (_, n) => take(delivery(n)));
  return { groups, send, sizes: () => groups.map(({ many }) => many) };
}

test('what comes while a batch is kept shares the next one', async () => {
  const { groups, send, sizes } = await aKeeper();
  send(3);
  await nextTurn();
  for (let turn = 0; turn < 4; turn += 1) {
    send(50);
    await nextTurn();
  }
  expect(sizes()).toEqual([3]);
  groups[0]!.settle();
  await nextTurn();
  expect(sizes()).toEqual([3, 200]);
});

test('many are handed on ahead where they are taken together, few wait', async () => {
  const { groups, send, sizes } = await aKeeper(32);
  send(3);
  await nextTurn();
  send(31);
  await nextTurn();
  expect(sizes()).toEqual([3]);
  send(1);
  await nextTurn();
  expect(sizes()).toEqual([3, 32]);
  send(5);
  await nextTurn();
  groups[0]!.settle();
  await nextTurn();
  expect(sizes()).toEqual([3, 32]);
  groups[1]!.settle();
  await nextTurn();
  expect(sizes()).toEqual([3, 32, 5]);
});

test('whoever comes when a thousand are on their way is told to come again, and has room when some are kept', async () => {
  const { groups, send, sizes } = await aKeeper(32);
  send(1000);
  await nextTurn();
  expect(() => send(1)).toThrow('Too many deliveries are waiting.');
  expect(sizes()[0]).toBeLessThanOrEqual(256);
  groups[0]!.settle();
  await nextTurn();
  expect(() => send(1)).not.toThrow();
});

test('a batch is the same after its way to the thread', () => {
  const incoming = fc.record({
    body: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
    method: fc.constantFrom('POST', 'GET'),
    contentType: fc.constantFrom(null, 'application/json', 'text/plain'),
    token: fc.constantFrom('abc', 'def'),
    receivedAt: fc.integer({ min: 0, max: 2 ** 45 }),
    opened: fc.constantFrom<Incoming['opened']>(
      undefined,
      { records: [{ cmiuuid: 'a' }] },
      { reason: 'No.' },
    ),
  });
  fc.assert(
    fc.property(fc.array(incoming, { maxLength: 12 }), (batch) => {
      expect(unpackBatch(structuredClone(packBatch(batch)))).toEqual(batch);
    }),
  );
});

test('what became of a batch is the same after its way back', () => {
  const count = fc.nat(5000);
  const outcome = fc.oneof(
    fc.record({ receipt: fc.record({ received: count, new: count, quarantined: count }) }),
    fc.record({ trouble: fc.constantFrom('unavailable' as const, 'broken' as const), why: fc.string() }),
  );
  fc.assert(
    fc.property(fc.array<Outcome>(outcome), fc.option(fc.nat()), (outcomes, revision) => {
      const settled = { outcomes, revision };
      expect(unpackSettled(structuredClone(packSettled(settled)))).toEqual(settled);
    }),
  );
});
