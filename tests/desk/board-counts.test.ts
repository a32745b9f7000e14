/** The counts beside the board are those of a plain count over what somebody may see, whatever has happened. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StoredCase } from '@/db/queries/projections';
import { openBoard } from '@/desk/board';
import { parseBoardQuery } from '@/domain/board-query';
import { newCase } from '@/domain/case';
import { caseAt } from '@/domain/case-now';
import { maySee, type Person, sightOf } from '@/domain/person';
import { aCall, aPerson, asha, minute, morning, settingsWith } from '../builders';
import { aDesk, engines, withClock } from '../desks';

const numbers = ['+914442110011', '+914442110022', '+918042110033'];
const midnight = morning - 10 * 60 * minute;
const people = ['Asha', 'Ravi', null];

/** Before and after 10:00, and just then. */
const instant = fc.oneof(fc.constant(morning), fc.integer({ min: -12 * 60, max: 60 }).map(minutesOn));
const maybe = fc.option(instant);

const history = fc.array(
  fc.record({
    did: fc.constantFrom(...numbers),
    state: fc.constantFrom('open', 'closed', 'uncallable'),
    dueAt: instant,
    endsAt: maybe,
    wakesAt: maybe,
    claimLapsesAt: maybe,
    visibleFrom: fc.oneof(fc.constant(0), instant),
    attempts: fc.integer({ min: 0, max: 2 }),
    claimedBy: fc.constantFrom(...people),
    lastAttemptBy: fc.constantFrom(...people),
  }),
  { maxLength: 30 },
);

function minutesOn(minutes: number): number {
  return morning + minutes * minute;
}

function casesOf(rows: Partial<StoredCase>[]): StoredCase[] {
  return rows.map((row) => {
    const call = aCall();
    const { calls: _none, ...plain } = newCase(call, call.startedAt, settingsWith());
    return { ...plain, ...row, endsAt: row.state === 'uncallable' ? null : (row.endsAt ?? row.dueAt! + 1) };
  });
}

function counted(cases: StoredCase[], by: Person) {
  const sight = sightOf(by);
  const seen = cases
    .filter((it) => maySee(sight, it.did))
    .map((it) => ({ ...it, now: caseAt(it, morning), isOnDesk: it.visibleFrom <= morning }));
  const shown = seen.filter(({ isOnDesk }) => isOnDesk);
  const waiting = shown.filter(({ now }) => now.state === 'open' || now.state === 'attempted');
  const number = (some: unknown[]) => some.length;
  const overdue = waiting.filter(({ now }) => now.isOverdue);
  const byName = (
    names: (string | null)[],
    some: typeof waiting,
    is: (it: (typeof waiting)[number], name: string) => boolean,
  ) =>
    Object.fromEntries(
      names.flatMap((name) => {
        if (name === null || !waiting.some((it) => is(it, name))) return [];
        return [[name, number(some.filter((it) => is(it, name)))]];
      }),
    );
  const isOf = (it: StoredCase, did: string) => it.did === did;
  return {
    open: number(waiting),
    overdue: number(overdue),
    attempted: number(waiting.filter(({ attempts }) => attempts > 0)),
    snoozed: number(shown.filter(({ now }) => now.state === 'snoozed')),
    uncallable: number(shown.filter(({ state }) => state === 'uncallable')),
    quarantined: 0,
    closedToday: number(seen.filter(({ state, endsAt }) => state === 'closed' && endsAt! >= midnight)),
    byPerson: byName(people, waiting, (it, name) => it.now.claimedBy === name || it.lastAttemptBy === name),
    overdueByDid: byName(numbers, overdue, isOf),
    byDid: byName(numbers, waiting, isOf),
  };
}

const asked = parseBoardQuery(new URLSearchParams()) as {
  query: Parameters<ReturnType<typeof openBoard>['load']>[1];
};
const seer = aPerson('Ravi', { dids: numbers.slice(0, 1) });

describe.each(engines)('on %s', async (engine) => {
  const desk = withClock(await aDesk(engine), () => morning);

  test('after any history, for who sees all numbers and for who sees one', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (rows) => {
        const cases = casesOf(rows as Partial<StoredCase>[]);
        await desk.store.write(async (tx) => {
          await tx.dropProjections();
          await tx.saveCases(cases);
          await tx.raiseRevision(1);
        });
        for (const by of [asha, seer])
          expect((await desk.board.load(by, asked.query)).counts).toEqual(counted(cases, by));
      }),
      { numRuns: 40 },
    );
  });

  test('fifty who ask at once cost one build; the next change costs one more', async () => {
    let built = 0;
    const loadFilledPage: typeof desk.store.read.loadFilledPage = (...given) => {
      built += 1;
      return desk.store.read.loadFilledPage(...given);
    };
    let moments = 0;
    const loadInstants: typeof desk.store.read.loadInstants = (now) => {
      moments += 1;
      return desk.store.read.loadInstants(now);
    };
    const read = { ...desk.store.read, loadFilledPage, loadInstants };
    const board = openBoard({ ...desk, store: { ...desk.store, read } });
    const allAsk = () =>
      Promise.all(Array.from({ length: 50 }, async () => (await board.answer(asha, asked.query, null)).etag));
    const first = new Set(await allAsk());
    expect([first.size, built, moments]).toEqual([1, 1, 1]);
    await desk.store.write((tx) => tx.raiseRevision(1));
    const second = new Set(await allAsk());
    expect([second.size, built, moments]).toEqual([1, 2, 2]);
    expect(second).not.toEqual(first);
  });
});
