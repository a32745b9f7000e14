/** Whether it is odd that no record came, at 12:00 of Monday 23 November 2026 in Chennai. */

import { describe, expect, test } from 'vitest';
import { type Hours, openTime } from '@/domain/hours';
import { isUnusual, sameHoursBefore, silentToday } from '@/domain/silence';
import { day, minute, morning } from '../builders';

const zone = 'Asia/Kolkata';
const hour = 60 * minute;
const noon = morning + day + 2 * hour;
const always: Hours = { week: null, holidays: [] };
const nineToSix: Hours = {
  week: Array.from({ length: 7 }, () => [{ opens: '09:00', closes: '18:00' }]),
  holidays: [],
};

describe('the silent part of today', () => {
  test('begins with the last record', () => {
    expect(silentToday(noon - 2 * hour, noon, nineToSix, zone)).toEqual({ from: noon - 2 * hour, to: noon });
  });

  test('begins with the day where the last record came before it', () => {
    expect(silentToday(noon - 3 * day, noon, nineToSix, zone)).toEqual({ from: noon - 12 * hour, to: noon });
  });

  test('is none below two hours', () => {
    expect(silentToday(noon - 2 * hour + 1, noon, nineToSix, zone)).toBeNull();
  });

  test.each([
    ['before the opening', noon - 4 * hour],
    ['less than two hours after it', noon - hour - minute],
  ])('counts opening time only: %s', (_, now) => {
    expect(silentToday(now - 12 * hour, now, nineToSix, zone)).toBeNull();
    expect(silentToday(now - 12 * hour, now, always, zone), 'control: round the clock').not.toBeNull();
  });

  test('is none on a holiday', () => {
    const holiday = { ...nineToSix, holidays: ['2026-11-23'] };
    expect(silentToday(noon - 3 * hour, noon, holiday, zone)).toBeNull();
  });
});

describe('the same hours before', () => {
  const silent = { from: noon - 3 * hour, to: noon };

  test('are those of the seven days before', () => {
    const days = sameHoursBefore(silent, silent.from, zone);
    expect(days.map(({ daysAgo }) => daysAgo)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(days[0]).toMatchObject({ from: silent.from - day, to: noon - day });
  });

  test('lie wholly before the silence, however long it is', () => {
    const lastAt = noon - 3 * day + hour;
    const days = sameHoursBefore(silent, lastAt, zone);
    expect(days.map(({ daysAgo }) => daysAgo)).toEqual([3, 4, 5, 6, 7, 8, 9]);
    expect(Math.max(...days.map(({ to }) => to))).toBeLessThanOrEqual(lastAt);
  });

  test('go by the clock where it was changed in between', () => {
    // Berlin put its clocks back on 25 October 2026.
    const from = Date.UTC(2026, 9, 25, 8);
    const [before] = sameHoursBefore({ from, to: from + 2 * hour }, from, 'Europe/Berlin');
    expect(before).toMatchObject({ from: from - 25 * hour, to: from - 23 * hour });
  });
});

describe('silence is odd', () => {
  const days = (...had: number[]) =>
    [1, 2, 3, 4, 5, 6, 7].map((daysAgo) => ({ daysAgo, hadCall: had.includes(daysAgo) }));

  test('where calls came on four days, the same weekday among them', () => {
    expect(isUnusual(days(1, 2, 3, 7))).toBe(true);
  });

  test('and not where they came on three', () => expect(isUnusual(days(1, 2, 7))).toBe(false));

  test('nor on a Sunday, where last Sunday was quiet', () => {
    expect(isUnusual(days(1, 2, 3, 4, 5, 6))).toBe(false);
  });

  test('nor on a new desk', () => expect(isUnusual(days())).toBe(false));
});

test('opening time is counted over midnight and through the night', () => {
  expect(openTime({ from: noon - day, to: noon }, nineToSix, zone)).toBe(9 * hour);
  expect(openTime({ from: noon, to: noon }, nineToSix, zone)).toBe(0);
});
