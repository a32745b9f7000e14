/** Which notices are given: of what became missed or overdue since somebody began to listen, and not of what settles. */

import { describe, expect, test } from 'vitest';
import { nextNoticeAt, noticesOf } from '@/components/notices';
import type { CaseJson } from '@/domain/case-json';
import { aShownCall, aShownCase, minute, morning, second } from '../builders';

const iso = (at: number) => new Date(at).toISOString();
const kinds = (cases: CaseJson[], since: number, now: number) =>
  noticesOf(cases, since, now).map(({ kind }) => kind);

/** Missed at 10:00, settled at 10:00:15, due at 10:30. */
const missed = aShownCase();

describe('a missed call', () => {
  test('is told once it has settled, and not before', () => {
    expect(kinds([missed], morning, morning + 14 * second)).toEqual([]);
    expect(kinds([missed], morning, morning + 15 * second)).toEqual(['missed']);
    expect(nextNoticeAt([missed], morning)).toBe(morning + 15 * second);
  });

  test('that was there before somebody listened is no news', () => {
    expect(kinds([missed], morning + 15 * second, morning + 20 * minute)).toEqual([]);
  });

  test('of a caller who rings again is the same case: their first call counts', () => {
    const again = aShownCall({ settlesAt: iso(morning + 10 * minute) });
    const twice = aShownCase({ calls: [again, ...missed.calls], callsTotal: 2 });
    expect(kinds([twice], morning + minute, morning + 11 * minute)).toEqual([]);
  });

  test('of a caller marked as spam is not told', () => {
    const spam = aShownCase({ caller: { ...missed.caller, isSpam: true } as CaseJson['caller'] });
    expect(kinds([spam], morning, morning + 40 * minute)).toEqual([]);
  });
});

describe('an overdue case', () => {
  test('is told when its target passes', () => {
    expect(kinds([missed], morning + minute, morning + 30 * minute - 1)).toEqual([]);
    expect(kinds([missed], morning + minute, morning + 30 * minute)).toEqual(['overdue']);
    expect(nextNoticeAt([missed], morning + minute)).toBe(morning + 30 * minute);
    expect(nextNoticeAt([missed], morning + 31 * minute)).toBeNull();
  });

  test('that somebody has tried, settled or put off is none', () => {
    for (const state of ['attempted', 'closed', 'snoozed', 'uncallable'] as const)
      expect(kinds([aShownCase({ state })], morning, morning + 40 * minute)).toEqual([]);
  });
});
