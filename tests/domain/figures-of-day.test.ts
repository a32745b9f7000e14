import { describe, expect, test } from 'vitest';
import type { Case } from '@/domain/case';
import { figuresOfDay } from '@/domain/figures-of-day';
import { aCall, aDecision, casesFrom, didRow, minute, morning, settingsWith } from '../builders';

const at = (minutes: number) => morning + minutes * minute;
const now = at(100);

/** Missed at 10:00, called back so many minutes later. */
const calledBack = (minutes: number, settings = settingsWith()): Case[] => {
  const call = aCall();
  return casesFrom([call], [aDecision([call], { at: at(minutes) })], settings);
};
const waiting = () => casesFrom([aCall()], []);
const nothing = { cases: [], verdicts: [] };

describe('the figures of a day', () => {
  test('tell the median to callback beside that of the day before, and who still waits', () => {
    const cases = [...calledBack(4), ...calledBack(10), ...calledBack(40), ...waiting()];
    const before = [...calledBack(15), ...calledBack(20)];
    expect(figuresOfDay({ cases, verdicts: [] }, before, now)).toMatchObject({
      cases: 4,
      stillWaiting: 1,
      median: 10 * minute,
      medianDayBefore: 15 * minute,
      inTime: { part: 2, whole: 4, share: 0.5 },
      targetMinutes: 30,
    });
  });

  test('measure each case against the target of its own number', () => {
    const quick = settingsWith(didRow('+914442110011', { targetMinutes: 5 }));
    const cases = [...calledBack(10), ...calledBack(10, quick), ...calledBack(3, quick)];
    expect(figuresOfDay({ cases, verdicts: [] }, [], now)).toMatchObject({
      inTime: { part: 2, whole: 3 },
      targetMinutes: null,
    });
    expect(figuresOfDay({ cases, verdicts: [] }, [], at(20)).inTime).toMatchObject({ part: 1, whole: 2 });
  });

  test('count the missed of all that came in and are decided', () => {
    const verdicts = [
      { verdict: 'missed' as const, calls: 3 },
      { verdict: 'answered' as const, calls: 6 },
      { verdict: 'menu_only' as const, calls: 1 },
      { verdict: 'undecided' as const, calls: 5 },
    ];
    expect(figuresOfDay({ cases: [], verdicts }, [], now).missed).toEqual({ part: 3, whole: 10, share: 0.3 });
  });

  test('of nobody are no numbers', () => {
    expect(figuresOfDay(nothing, [], now)).toEqual({
      cases: 0,
      stillWaiting: 0,
      median: null,
      medianDayBefore: null,
      inTime: { part: 0, whole: 0, share: null },
      targetMinutes: null,
      missed: { part: 0, whole: 0, share: null },
    });
  });
});
