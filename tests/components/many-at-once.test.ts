/** What is picked together, what fits it, and how its answers are told. */

import { describe, expect, test } from 'vitest';
import { expectedCase } from '@/components/expected-case';
import { type ResultOfOne, resultsLine } from '@/components/results-of-many';
import { isPossible, kindForMany } from '@/components/row-acts';
import { rangeOf, withKeys } from '@/components/row-range';
import type { CaseJson } from '@/domain/case-json';
import { type DecisionKind, decisionKinds } from '@/domain/decision';
import { en } from '@/messages/en';

const open = {
  id: 'one',
  state: 'open',
  caller: { e164: '+919884112233', display: '+91 98841 12233', name: null },
  outcome: null,
  attempts: 0,
  claimedBy: null,
  decisions: [],
} as unknown as CaseJson;

describe('a range of rows', () => {
  const keys = ['a', 'b', 'c', 'd'];

  test.each([
    ['a', 'c', ['a', 'b', 'c']],
    ['c', 'a', ['a', 'b', 'c']],
    ['b', 'b', ['b']],
    [null, 'c', ['c']],
    // The row that was picked first has left the desk.
    ['gone', 'c', ['c']],
    ['a', 'gone', []],
  ])('from %s to %s is %j', (from, to, range) => {
    expect(rangeOf(keys, from, to)).toEqual(range);
  });

  test('is added to what was picked before, and can be taken out of it', () => {
    const picked = withKeys(new Set(['d']), ['a', 'b'], true);
    expect([...picked]).toEqual(['d', 'a', 'b']);
    expect([...withKeys(picked, ['d', 'b'], false)]).toEqual(['a']);
  });
});

describe('what can be said', () => {
  const possible = (one: Partial<CaseJson>) =>
    decisionKinds.filter((kind) => isPossible({ ...open, ...one }, kind));

  test('of a closed case is that it is open again, and a note', () => {
    expect(possible({ state: 'closed' })).toEqual(['note', 'reopen']);
  });

  test('of a caller without a number is no claim and no snooze', () => {
    const kinds: DecisionKind[] = ['claim', 'release', 'snooze', 'reopen'];
    expect(possible({ state: 'uncallable' })).toEqual(decisionKinds.filter((kind) => !kinds.includes(kind)));
  });

  test('of a snoozed one is also that it wakes', () => {
    expect(possible({ state: 'snoozed' })).toContain('reopen');
    expect(possible({ state: 'attempted' })).not.toContain('reopen');
  });

  test('of many that are all one’s own, a claim is a release', () => {
    const [own, free, ravis] = ['Asha', null, 'Ravi'].map((claimedBy) => ({ ...open, claimedBy }));
    expect(kindForMany([own!, own!], 'claim', 'Asha')).toBe('release');
    expect(kindForMany([own!, free!], 'claim', 'Asha')).toBe('claim');
    expect(kindForMany([ravis!], 'claim', 'Asha')).toBe('claim');
    expect(kindForMany([own!], 'spam', 'Asha')).toBe('spam');
  });
});

describe('the answers to one act on many', () => {
  const saved: ResultOfOne = { id: 'x', status: 200 };
  const ravi: ResultOfOne = { id: 'x', status: 409, by: 'Ravi', error: 'Somebody was first (Ravi).' };
  const meera: ResultOfOne = { ...ravi, by: 'Meera' };
  const gone: ResultOfOne = { id: 'x', status: 404, error: 'There is no such case.' };
  const newer: ResultOfOne = { id: 'x', status: 409, by: null, error: 'A newer case is open.' };

  test.each([
    [[saved, saved], null],
    [[saved, ravi, saved], '2 saved; Ravi was first with 1'],
    [[ravi, meera, ravi], '0 saved; Ravi was first with 2; Meera was first with 1'],
    [[saved, gone, gone], '1 saved; 2 refused: There is no such case.'],
    [[saved, newer, ravi], '1 saved; Ravi was first with 1; 1 refused: A newer case is open.'],
  ])('are told plainly: %#', (results, line) => {
    expect(resultsLine(results, en)).toBe(line);
  });
});

describe('a case before the desk has answered', () => {
  const at = '2026-11-23T04:40:00.000Z';
  const said = (kind: DecisionKind, given: Partial<CaseJson> = {}, until?: string) =>
    expectedCase({ ...open, ...given }, { kind, by: 'Asha', note: null, at, until });

  test('is closed by what settles it, with who and when', () => {
    expect(said('no_need')).toMatchObject({
      state: 'closed',
      outcome: 'no_need',
      closedBy: 'Asha',
      closedAt: at,
    });
  });

  test('is tried, claimed for a quarter of an hour, and released', () => {
    expect(said('tried')).toMatchObject({ state: 'attempted', attempts: 1, lastAttemptBy: 'Asha' });
    expect(said('claim')).toMatchObject({ claimedBy: 'Asha', claimLapsesAt: '2026-11-23T04:55:00.000Z' });
    expect(said('release', { claimedBy: 'Asha' })).toMatchObject({ claimedBy: null, claimLapsesAt: null });
  });

  test('sleeps until it wakes, and is open again as it was', () => {
    const until = '2026-11-23T05:40:00.000Z';
    expect(said('snooze', {}, until)).toMatchObject({ state: 'snoozed', wakesAt: until });
    const reopened = { state: 'closed', outcome: 'spam' } as const;
    expect(said('reopen', reopened)).toMatchObject({ state: 'open', outcome: null, closedBy: null });
    expect(said('reopen', { ...reopened, attempts: 2 })).toMatchObject({ state: 'attempted' });
  });
});
