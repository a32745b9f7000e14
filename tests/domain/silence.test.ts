/** When a number counts as silent, at 12:00 of Monday 23 November 2026 in Chennai. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Hours, isOpenAt, openTime } from '@/domain/hours';
import { comparedMs, isSilent, usualPauses } from '@/domain/silence';
import { day, minute, morning } from '../builders';

const zone = 'Asia/Kolkata';
const hour = 60 * minute;
const noon = morning + day + 2 * hour;
const always: Hours = { week: null, holidays: [] };
const nineToSix: Hours = {
  week: Array.from({ length: 7 }, () => [{ opens: '09:00', closes: '18:00' }]),
  holidays: [],
};
const nights: Hours = {
  week: Array.from({ length: 7 }, () => [
    { opens: '22:00', closes: '24:00' },
    { opens: '00:00', closes: '06:00' },
  ]),
  holidays: ['2026-11-20'],
};

/** Whether the number is silent at `now` after these calls, the last of them included. */
function silentAfter(calls: number[], now: number, hours = nineToSix): boolean {
  return isSilent(Math.max(...calls), usualPauses(calls, hours, zone), now, zone);
}

/** A call every `pause` ms for so many times, the last one at `until`. */
const everyPause = (pause: number, times: number, until: number) =>
  Array.from({ length: times }, (_, index) => until - index * pause);

describe('a number is silent', () => {
  test('after thirty minutes, where calls come every ten', () => {
    const calls = everyPause(10 * minute, 6, noon - 2 * hour);
    const since = noon - 2 * hour;
    expect(silentAfter(calls, since + 30 * minute)).toBe(false);
    expect(silentAfter(calls, since + 30 * minute + 1)).toBe(true);
  });

  test('after three times its longest pause, where that is longer', () => {
    const calls = [...everyPause(minute, 9, noon - 2 * hour), noon - 2 * hour - 48 * minute];
    const since = noon - 2 * hour;
    expect(silentAfter(calls, since + 120 * minute)).toBe(false);
    expect(silentAfter(calls, since + 120 * minute + 1)).toBe(true);
  });

  test('never by the time in which it is closed', () => {
    const calls = everyPause(10 * minute, 6, noon - day + 5 * hour);
    // At 17:00 was the last call, and at 09:00 it opened again.
    expect(silentAfter(calls, noon - 3 * hour - 1)).toBe(true);
    const late = calls.map((at) => at + 50 * minute);
    expect(silentAfter(late, noon - 3 * hour + 20 * minute)).toBe(false);
    expect(silentAfter(late, noon - 3 * hour + 20 * minute + 1)).toBe(true);
  });

  test('for no more than two weeks: after that there is nothing to compare', () => {
    const calls = everyPause(10 * minute, 6, noon - comparedMs);
    expect(silentAfter(calls, noon)).toBe(true);
    expect(silentAfter(calls, noon + 1)).toBe(false);
  });

  test('not on a holiday', () => {
    const calls = everyPause(10 * minute, 6, noon - day);
    const holiday = { ...nineToSix, holidays: ['2026-11-22', '2026-11-23'] };
    expect(silentAfter(calls, noon, holiday)).toBe(false);
    expect(silentAfter(calls, noon), 'control: a day like others').toBe(true);
  });

  test('not after four calls: nobody can say what is usual', () => {
    expect(silentAfter(everyPause(minute, 4, noon - 5 * hour), noon)).toBe(false);
    expect(silentAfter(everyPause(minute, 5, noon - 5 * hour), noon)).toBe(true);
  });

  test('on a desk without opening hours in the hours in which calls come, by the next noon', () => {
    // From nine to half past five, every half hour; the last at 09:00 of Monday.
    const calls = [1, 2, 3, 4, 5, 6, 7]
      .flatMap((days) => everyPause(30 * minute, 18, noon - days * day + 5.5 * hour))
      .concat(noon - 3 * hour);
    expect(silentAfter(calls, noon - hour - 30 * minute, always)).toBe(false);
    expect(silentAfter(calls, noon, always)).toBe(true);
    // In the evening nobody rings, and that is no silence.
    const evening = calls.filter((at) => at < noon - day + 7 * hour);
    expect(silentAfter(evening, noon - 4 * hour, always)).toBe(false);
  });
});

const countedDays = 5;
/** Whether each minute up to noon is open, asked once for each kind of hours. */
const openMinutes = new Map<Hours, boolean[]>();

function openMinutesOf(hours: Hours): boolean[] {
  const known = openMinutes.get(hours);
  if (known) return known;
  const minutes = Array.from({ length: countedDays * 24 * 60 }, (_, index) =>
    isOpenAt(noon - (index + 1) * minute, hours, zone),
  ).reverse();
  openMinutes.set(hours, minutes);
  return minutes;
}

/** The same, minute by minute. */
function naivelySilent(calls: number[], hours: Hours): boolean {
  const open = openMinutesOf(hours);
  const indexOf = (at: number) => open.length - (noon - at) / minute;
  const between = (from: number, to: number) => open.slice(indexOf(from), indexOf(to)).filter(Boolean).length;
  const inTurn = [...calls].sort((a, b) => a - b);
  const longest = Math.max(...inTurn.slice(1).map((to, index) => between(inTurn[index]!, to)));
  return between(inTurn.at(-1)!, noon) > Math.max(30, 3 * longest);
}

/** Calls of up to two days that ended some time before noon. */
const someCalls = fc
  .record({
    last: fc.integer({ min: 1, max: 3 * 24 * 60 }),
    before: fc.array(fc.integer({ min: 0, max: 2 * 24 * 60 }), { minLength: 4, maxLength: 60 }),
  })
  .map(({ last, before }) => [0, ...before].map((minutes) => noon - (last + minutes) * minute));
const holiday = { ...nineToSix, holidays: ['2026-11-22'] };
const someHours = fc.constantFrom(nineToSix, nights, holiday);
const runs = { numRuns: 200 };

test('silence is what counting minute by minute says', () => {
  fc.assert(
    fc.property(someCalls, someHours, (calls, hours) => {
      expect(silentAfter(calls, noon, hours)).toBe(naivelySilent(calls, hours));
    }),
    runs,
  );
});

test('order and copies of the calls change nothing', () => {
  fc.assert(
    fc.property(someCalls, someHours, fc.nat(), (calls, hours, turn) => {
      const cut = turn % calls.length;
      const mixed = [...calls.slice(cut), ...calls.slice(0, cut), ...calls.slice(0, 3)].reverse();
      expect(usualPauses(mixed, hours, zone)).toEqual(usualPauses(calls, hours, zone));
    }),
    runs,
  );
});

test('who is silent stays so until a call comes, and a call ends it', () => {
  fc.assert(
    fc.property(
      someCalls,
      fc.constantFrom(nineToSix, nights, always),
      fc.nat(7 * 24 * 60),
      (calls, hours, later) => {
        fc.pre(silentAfter(calls, noon, hours));
        expect(silentAfter(calls, noon + later * minute, hours)).toBe(true);
        expect(silentAfter([...calls, noon], noon, hours)).toBe(false);
      },
    ),
    runs,
  );
});

test('nobody is silent below thirty minutes of opening time', () => {
  fc.assert(
    fc.property(someCalls, someHours, (calls, hours) => {
      fc.pre(openTime({ from: Math.max(...calls), to: noon }, hours, zone) <= 30 * minute);
      expect(silentAfter(calls, noon, hours)).toBe(false);
    }),
    runs,
  );
});

test('opening time is counted over midnight and through the night', () => {
  expect(openTime({ from: noon - day, to: noon }, nineToSix, zone)).toBe(9 * hour);
  expect(openTime({ from: noon, to: noon }, nineToSix, zone)).toBe(0);
});
