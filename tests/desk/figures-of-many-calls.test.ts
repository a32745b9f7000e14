/** The figures of a day with very many calls: worked out once in five seconds, whatever comes meanwhile. */

import { expect, test } from 'vitest';
import type { Person } from '@/domain/person';
import { aCall, morning, second } from '../builders';
import { aDesk, withClock } from '../desks';

const asha: Person = { id: null, name: 'Asha', role: 'admin', dids: null };

test.each([
  [5000, 5001],
  [5001, 5001],
])('with %i calls, one more is told of once five seconds are over, or at once', async (before, wanted) => {
  let now = morning + 20 * second;
  const { store, figures } = withClock(await aDesk('sqlite'), () => now);
  const called = (many: number) =>
    store.write(async (tx) => {
      const calls = Array.from({ length: many }, () => ({
        ...aCall({ startedAt: morning, verdict: 'answered' as const }),
        caseId: null,
      }));
      await tx.saveCalls(calls);
      await tx.raiseRevision(1);
    });
  const told = async () => (await figures.load(asha, null)).missed.whole;
  await called(before);
  expect(await told()).toBe(before);
  await called(1);
  expect(await told()).toBe(wanted);
  now += 5 * second;
  expect(await told()).toBe(before + 1);
});
