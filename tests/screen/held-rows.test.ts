/** The ground does not move under somebody who reads: which rows stand, and which wait to be let in. */

import { describe, expect, test } from 'vitest';
import { heldRows, type Reading, type Row } from '@/components/held-rows';
import { unchangedKept } from '@/components/unchanged-cases';
import type { CaseJson } from '@/domain/case-json';
import { aShownCase } from '../builders';

const [a, b, c, d] = [aShownCase(), aShownCase(), aShownCase(), aShownCase()] as const;

const idle: Reading = {
  hasMore: false,
  isStill: false,
  news: 'hold',
  isKept: () => false,
  isLingering: () => false,
  isLeaving: () => false,
  isReturning: () => false,
};
const reading: Reading = { ...idle, isStill: true };

const rowsOf = (...cases: CaseJson[]): Row[] => heldRows([], cases, idle).rows;
/** The ids of what stands, a minus behind those that are gone; and of what waits. */
const standing = (shown: Row[], fresh: CaseJson[], how: Reading) => {
  const { rows, waiting } = heldRows(shown, fresh, how);
  const name = (one: CaseJson) => 'abcd'[[a, b, c, d].findIndex(({ id }) => id === one.id)] ?? '?';
  return [
    rows.map((row) => name(row.case) + (row.isGone ? '-' : '')).join(' '),
    waiting.map((row) => name(row.case)).join(' '),
  ];
};

test('a case that is as it was is the same object, and one that has changed is not', () => {
  const again = (one: CaseJson): CaseJson => structuredClone(one);
  const claimed = { ...b, claimedBy: 'Ravi' };
  const kept = unchangedKept([again(c), again(a), claimed], [a, b]);
  expect(kept).toEqual([c, a, claimed]);
  expect(kept.map((one) => [a, b, c].includes(one))).toEqual([false, true, false]);
});

describe('while nobody reads', () => {
  test('new rows stand where they belong at once', () => {
    expect(standing(rowsOf(b, c), [a, b, d, c], idle)).toEqual(['a b d c', '']);
  });

  test('a row that has just gone keeps its place for a moment, greyed', () => {
    const shown = rowsOf(a, b, c);
    expect(standing(shown, [a, c], idle)).toEqual(['a b- c', '']);
  });

  test('it leaves when its moment is over', () => {
    const shown = heldRows(rowsOf(a, b, c), [a, c], idle).rows;
    expect(standing(shown, [a, c], { ...idle, isLingering: () => true })).toEqual(['a b- c', '']);
    expect(standing(shown, [a, c], idle)).toEqual(['a c', '']);
  });

  test('a row that fell off the end of a long list goes at once', () => {
    expect(standing(rowsOf(a, b, c), [d, a, b], { ...idle, hasMore: true })).toEqual(['d a b', '']);
    expect(standing(rowsOf(a, b, c), [d, a, b], idle)).toEqual(['d a b c-', '']);
  });

  test('the last of a long list keeps its place when it has gone, for the next one follows it', () => {
    expect(standing(rowsOf(a, b, c), [a, b, d], { ...idle, hasMore: true })).toEqual(['a b c- d', '']);
  });

  test('a row that is as it was is the same row, so that nothing of it is drawn again', () => {
    const shown = rowsOf(a, b);
    const { rows } = heldRows(shown, [c, a, { ...b }], idle);
    expect(rows.map((row) => shown.includes(row))).toEqual([false, true, false]);
  });

  test('what this reader settled goes at once', () => {
    expect(standing(rowsOf(a, b), [b], { ...idle, isLeaving: (id) => id === a.id })).toEqual(['b', '']);
  });

  test('a gone row that was opened stays behind the row that it stood behind', () => {
    const [first] = rowsOf(b);
    const shown = heldRows(rowsOf(a, b, c), [a, c], idle).rows;
    const how = { ...idle, isKept: (key: string) => key === first!.key };
    expect(standing(shown, [d, c, a], how)).toEqual(['d c a b-', '']);
  });
});

describe('while somebody reads', () => {
  test('nothing moves: what is new waits, in the order of the desk', () => {
    expect(standing(rowsOf(b, c), [d, c, b, a], reading)).toEqual(['b c', 'd a']);
  });

  test('a row changes in place', () => {
    const claimed = { ...b, claimedBy: 'Ravi' };
    const { rows } = heldRows(rowsOf(a, b), [claimed, a], reading);
    expect(rows.map((row) => row.case.claimedBy)).toEqual([null, 'Ravi']);
  });

  test('a row that fell off the end of a long list keeps its place', () => {
    expect(standing(rowsOf(a, b, c), [d, a, b], { ...reading, hasMore: true })).toEqual(['a b c-', 'd']);
  });

  test('what is gone stays greyed for as long as they read', () => {
    const shown = heldRows(rowsOf(a, b), [b], reading).rows;
    expect(standing(shown, [b], reading)).toEqual(['a- b', '']);
    expect(standing(shown, [b], { ...reading, isLeaving: (id) => id === a.id })).toEqual(['b', '']);
  });

  test('the caller of a greyed row who rings again has their row back', () => {
    const shown = heldRows(rowsOf(a, b), [b], reading).rows;
    const again = aShownCase({ caller: a.caller });
    const { rows, waiting } = heldRows(shown, [b, again], reading);
    expect(rows.map((row) => [row.case.id, row.isGone])).toEqual([
      [again.id, false],
      [b.id, false],
    ]);
    expect(waiting).toEqual([]);
  });

  test('what they brought back themselves stands where it belongs', () => {
    const how = { ...reading, isReturning: (id: string) => id === b.id };
    expect(standing(rowsOf(a, c), [a, b, c, d], how)).toEqual(['a b c', 'd']);
  });

  test('the new ones come when they are asked for, all in their order, and the greyed stay', () => {
    const shown = heldRows(rowsOf(c, b, a), [c, a], reading).rows;
    expect(standing(shown, [a, c, d], { ...reading, news: 'in order' })).toEqual(['a c b- d', '']);
  });

  test('a longer list grows at its end, and moves nothing', () => {
    expect(standing(rowsOf(b, a), [a, b, c, d], { ...reading, news: 'insert' })).toEqual(['b c d a', '']);
  });

  test('an empty list lets everybody in: it must mean that nobody waits', () => {
    expect(standing([], [a, b], reading)).toEqual(['a b', '']);
  });
});
