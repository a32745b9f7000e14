/** The orders of the board over HTTP, page by page: no case twice, and none lost (rules.md 24). */

import { beforeEach, describe, expect, test } from 'vitest';
import { boardOrders, boardStates } from '@/domain/board-query';
import type { BoardJson, CaseJson } from '@/domain/case-json';
import { aConversation, aDid, type CdrJson, minute, morning } from '../builders';
import { post } from '../desks';
import { aDeskAtTheDoors, change, getBoard } from './http';

const { desk, clock, missedCall } = await aDeskAtTheDoors();
beforeEach(() => {
  clock.now = morning;
});

const ringing = (at: number, seconds: number) => ({
  time: at,
  start_time: at / 1000,
  end_time: at / 1000 + seconds,
});

/** The same caller rings again, so late that a short ring stays short (rules.md 13). */
const ringsAgain = (record: CdrJson, at: number, seconds: number) => {
  const conversation = aConversation();
  const ids = { cmiuuid: conversation, conversation_uuid: conversation };
  return post(desk, { ...record, ...ids, ...ringing(at, seconds) });
};

type Kind = { overdue: boolean; rings: 1 | 2; short: boolean };

async function aCaseOf({ overdue, rings, short }: Kind, did: number, earlier = 0): Promise<string> {
  const at = morning - ((overdue ? 60 : 25) + earlier) * minute;
  const seconds = short ? 3 : 20;
  const { id, record } = await missedCall({ to: did, ...ringing(at, seconds) });
  if (rings === 2) await ringsAgain(record, at + 20 * minute, seconds);
  return id;
}

const kinds: Kind[] = [true, false].flatMap((overdue) =>
  ([2, 1] as const).flatMap((rings) => [false, true].map((short) => ({ overdue, rings, short }))),
);

const search = (given: Record<string, string>) => `?${new URLSearchParams(given)}`;

/** All pages; `between` happens after each. */
async function pagesOf(given: Record<string, string>, between = () => {}): Promise<BoardJson[]> {
  const pages = [(await getBoard(search(given))).body];
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) {
    between();
    pages.push((await getBoard(search({ ...given, cursor: next }))).body);
  }
  return pages;
}
const idsOf = (pages: BoardJson[]) => pages.flatMap(({ cases }) => cases.map(({ id }) => id));

describe('as the rules have it', () => {
  test('overdue first, then who rang more than once, then the longest wait; short calls after their group', async () => {
    const did = aDid();
    // Two of each, made in the opposite order, of which the one that waits longer is made last.
    const expected: string[] = [];
    for (const kind of [...kinds].reverse()) {
      const later = await aCaseOf(kind, did);
      expected.unshift(await aCaseOf(kind, did, 4), later);
    }
    const { cases } = (await getBoard(search({ did: `+${did}` }))).body;
    expect(
      cases.map(({ overdue, missedCount, isShort }) => ({ overdue, rings: missedCount, short: isShort })),
    ).toEqual(kinds.flatMap((kind) => [kind, kind]));
    expect(cases.map(({ id }) => id)).toEqual(expected);
    expect(await getBoard(search({ did: `+${did}`, order: 'desk' }))).toMatchObject({ body: { cases } });
  });

  test('a short ring that is soon repeated ranks as any other', async () => {
    const did = aDid();
    const plain = await aCaseOf({ overdue: false, rings: 2, short: false }, did);
    const soon = await missedCall({ to: did, ...ringing(morning - 26 * minute, 3) });
    await ringsAgain(soon.record, morning - 20 * minute, 3);
    expect(idsOf([(await getBoard(search({ did: `+${did}` }))).body])).toEqual([soon.id, plain]);
  });

  test('a case that falls due is the first', async () => {
    const did = aDid();
    const twice = await aCaseOf({ overdue: false, rings: 2, short: false }, did);
    const { id } = await missedCall({ to: did, ...ringing(morning - 27 * minute, 20) });
    const order = async () => idsOf([(await getBoard(search({ did: `+${did}` }))).body]);
    expect(await order()).toEqual([twice, id]);
    clock.now = morning + 3 * minute;
    expect(await order()).toEqual([id, twice]);
    clock.now = morning + 5 * minute;
    expect(await order()).toEqual([twice, id]);
  });
});

describe('page by page', async () => {
  const did = aDid();
  const given = { did: `+${did}` };
  const decide = (id: string, wish: object) => change('POST', `/api/cases/${id}/decisions`, wish);
  clock.now = morning;
  const made: string[] = [];
  // Four of each kind of which two and two tie in every instant, and some of them in every other state.
  for (const earlier of [0, 1, 0, 1]) for (const kind of kinds) made.push(await aCaseOf(kind, did, earlier));
  for (const id of made.slice(0, 5)) await decide(id, { kind: 'no_need' });
  for (const id of made.slice(5, 10))
    await decide(id, { kind: 'snooze', until: new Date(morning + 60 * minute) });
  for (const id of made.slice(10, 12)) await decide(id, { kind: 'tried' });
  for (let call = 0; call < 4; call += 1)
    made.push((await missedCall({ to: did, from: null, ...ringing(morning - 25 * minute, 20) })).id);

  const sizes = { open: 22, attempted: 2, overdue: 10, snoozed: 5, closed: 5, uncallable: 4, all: 36 };

  describe.each(boardStates)('%s', (state) => {
    test.each(boardOrders)('in the order %s: every case once, as on one long page', async (order) => {
      const all = await getBoard(search({ ...given, state, order, limit: '200' }));
      expect(all.body.next).toBeNull();
      expect(all.body.cases).toHaveLength(sizes[state]);
      for (const limit of state === 'all' ? ['2', '14'] : ['1', '5', '14']) {
        const pages = await pagesOf({ ...given, state, order, limit });
        expect(idsOf(pages), limit).toEqual(idsOf([all.body]));
        expect(pages.slice(0, -1).every(({ cases }) => cases.length === Number(limit))).toBe(true);
      }
      expect(inOrder[order](all.body.cases, state)).toEqual(idsOf([all.body]));
    });
  });

  test('what falls due between two pages makes no case come twice, nor be lost', async () => {
    const before = idsOf([(await getBoard(search(given))).body]);
    const pages = await pagesOf({ ...given, limit: '3' }, () => {
      clock.now += 2 * minute;
    });
    expect(clock.now).toBeGreaterThan(morning + 5 * minute);
    expect(idsOf(pages)).toEqual(before);
  });
});

/** The ids as plain sorting has them. */
const inOrder = {
  desk: (cases: CaseJson[]) =>
    sorted(cases, (it) => [
      // Closed cases rank by when they were due.
      it.dueAt <= new Date(clock.now).toISOString() ? 0 : 1,
      it.missedCount > 1 ? 0 : 1,
      it.isShort ? 1 : 0,
      it.firstMissedAt,
      it.id,
    ]),
  waiting: (cases: CaseJson[]) => sorted(cases, (it) => [it.firstMissedAt, it.id]),
  newest: (cases: CaseJson[], state: string) =>
    sorted(cases, (it) => [state === 'closed' ? it.closedAt! : it.lastMissedAt, it.id]).reverse(),
};

function sorted(cases: CaseJson[], keysOf: (it: CaseJson) => (string | number)[]): string[] {
  const keyOf = (it: CaseJson) => keysOf(it).join(' ');
  return cases.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).map(({ id }) => id);
}
