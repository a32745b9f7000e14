import { describe, expect, test } from 'vitest';
import { caseAt } from '@/domain/case-now';
import { clockStart, type Hours, isOpenAt, type Span } from '@/domain/hours';
import {
  aCall,
  aCdr,
  aLeg,
  callsFrom,
  casesFrom,
  deskRow,
  didRow,
  minute,
  morning,
  settingsWith,
} from '../builders';

const nineToFive: Span = { opens: '09:00', closes: '17:00' };
const daily = (...spans: Span[]): Hours => ({ week: Array.from({ length: 7 }, () => spans), holidays: [] });
/** Sunday first: closed on Saturday and Sunday. */
const weekdays: Hours = { week: [[], ...Array.from({ length: 5 }, () => [nineToFive]), []], holidays: [] };

const utc = (text: string) => Date.parse(`${text}Z`);
const started = (at: string, hours: Hours, zone: string) =>
  new Date(clockStart(utc(at), hours, zone)).toISOString().slice(0, 16);

describe('rules.md 14: the clock starts', () => {
  test('at once in opening hours, from the opening on and until the closing', () => {
    expect(started('2026-11-25T12:00', weekdays, 'Europe/London')).toBe('2026-11-25T12:00');
    expect(started('2026-11-25T09:00', weekdays, 'Europe/London')).toBe('2026-11-25T09:00');
    expect(started('2026-11-25T16:59', weekdays, 'Europe/London')).toBe('2026-11-25T16:59');
    expect(started('2026-11-25T17:00', weekdays, 'Europe/London')).toBe('2026-11-26T09:00');
  });

  test('at the next opening otherwise: this morning, tomorrow, or after the weekend', () => {
    expect(started('2026-11-25T03:00', weekdays, 'Europe/London')).toBe('2026-11-25T09:00');
    expect(started('2026-11-25T20:00', weekdays, 'Europe/London')).toBe('2026-11-26T09:00');
    expect(started('2026-11-27T20:00', weekdays, 'Europe/London')).toBe('2026-11-30T09:00');
    expect(started('2026-11-29T12:00', weekdays, 'Europe/London')).toBe('2026-11-30T09:00');
  });

  test('by the wall clock of the zone, half hours and date lines and all', () => {
    expect(started('2026-11-25T03:29', weekdays, 'Asia/Kolkata')).toBe('2026-11-25T03:30');
    expect(started('2026-11-25T11:30', weekdays, 'Asia/Kolkata')).toBe('2026-11-26T03:30');
    expect(started('2026-11-25T23:00', weekdays, 'Asia/Kathmandu')).toBe('2026-11-26T03:15');
    // Sunday in UTC is Monday in Auckland, and Friday evening in Los Angeles is Saturday in UTC.
    expect(started('2026-11-29T21:00', weekdays, 'Pacific/Auckland')).toBe('2026-11-29T21:00');
    expect(started('2026-11-28T00:30', weekdays, 'America/Los_Angeles')).toBe('2026-11-28T00:30');
    expect(started('2026-11-28T01:00', weekdays, 'America/Los_Angeles')).toBe('2026-11-30T17:00');
  });

  test('after the break where a day has several spans, in whatever order they are written', () => {
    const [morning, afternoon] = [
      { opens: '09:00', closes: '13:00' },
      { opens: '14:00', closes: '18:00' },
    ];
    for (const hours of [daily(morning, afternoon), daily(afternoon, morning)]) {
      expect(started('2026-11-25T12:59', hours, 'UTC')).toBe('2026-11-25T12:59');
      expect(started('2026-11-25T13:00', hours, 'UTC')).toBe('2026-11-25T14:00');
      expect(started('2026-11-25T07:00', hours, 'UTC')).toBe('2026-11-25T09:00');
      expect(started('2026-11-25T18:00', hours, 'UTC')).toBe('2026-11-26T09:00');
    }
  });

  test('a day from 00:00 to 24:00 has no gap at midnight', () => {
    const hours = daily({ opens: '00:00', closes: '24:00' });
    for (const at of ['2026-11-25T23:59', '2026-11-26T00:00']) expect(started(at, hours, 'UTC')).toBe(at);
    const night = daily({ opens: '00:00', closes: '06:00' }, { opens: '22:00', closes: '24:00' });
    for (const at of ['2026-11-25T23:59', '2026-11-26T00:00']) expect(started(at, night, 'UTC')).toBe(at);
    expect(started('2026-11-26T06:00', night, 'UTC')).toBe('2026-11-26T22:00');
  });

  test('after the holidays', () => {
    const holidays = ['2026-12-24', '2026-12-25'];
    const hours = { ...weekdays, holidays };
    expect(started('2026-12-23T20:00', hours, 'Europe/London')).toBe('2026-12-28T09:00');
    expect(started('2026-12-24T10:00', hours, 'Europe/London')).toBe('2026-12-28T09:00');
    expect(started('2026-12-24T10:00', { week: null, holidays }, 'Asia/Kolkata')).toBe('2026-12-25T18:30');
  });

  test('at once on a desk that never closes, and on one that never opens', () => {
    expect(started('2026-11-29T03:00', { week: null, holidays: [] }, 'UTC')).toBe('2026-11-29T03:00');
    expect(started('2026-11-29T03:00', daily(), 'UTC')).toBe('2026-11-29T03:00');
  });
});

describe('rules.md 14: daylight saving moves the opening with the wall clock', () => {
  const hours = daily(nineToFive);

  test.each([
    ['London, the day when clocks go forward', '2026-03-28T20:00', '2026-03-29T08:00', 'Europe/London'],
    ['London, the day when they go back', '2026-10-24T20:00', '2026-10-25T09:00', 'Europe/London'],
    ['London, early on the day when they go back', '2026-10-25T00:30', '2026-10-25T09:00', 'Europe/London'],
    ['New York, forward', '2026-03-08T03:00', '2026-03-08T13:00', 'America/New_York'],
    ['New York, back', '2026-11-01T03:00', '2026-11-01T14:00', 'America/New_York'],
    ['Lord Howe, half an hour back', '2026-04-04T10:00', '2026-04-04T22:30', 'Australia/Lord_Howe'],
    ['Santiago, where that day has no midnight', '2026-09-06T02:00', '2026-09-06T12:00', 'America/Santiago'],
    ['Santiago, the day after', '2026-09-06T21:00', '2026-09-07T12:00', 'America/Santiago'],
  ])('%s', (_, at, start, zone) => {
    expect(started(at, hours, zone)).toBe(start);
  });

  test('on both kinds of days the hours last as long as the wall clock says', () => {
    const open = (at: string, zone = 'Europe/London') =>
      isOpenAt(utc(at), daily({ opens: '00:30', closes: '03:00' }), zone);
    // Forward: 00:30 to 03:00 is an hour and a half.
    expect(
      ['2026-03-29T00:29', '2026-03-29T00:30', '2026-03-29T01:59', '2026-03-29T02:00'].map((at) => open(at)),
    ).toEqual([false, true, true, false]);
    // Back: it is three hours and a half.
    expect(
      ['2026-10-24T23:29', '2026-10-24T23:30', '2026-10-25T02:59', '2026-10-25T03:00'].map((at) => open(at)),
    ).toEqual([false, true, true, false]);
  });

  test('an opening that the clocks skip is there with the hour after', () => {
    const start = clockStart(
      utc('2026-03-29T00:50'),
      daily({ opens: '01:30', closes: '05:00' }),
      'Europe/London',
    );
    expect(start).toBeGreaterThanOrEqual(utc('2026-03-29T01:00'));
    expect(start).toBeLessThanOrEqual(utc('2026-03-29T01:30'));
  });

  test('a whole day is open in every hour of it, whatever its length', () => {
    const always = daily({ opens: '00:00', closes: '24:00' });
    for (const [zone, from] of [
      ['Europe/London', '2026-03-28T12:00'],
      ['Europe/London', '2026-10-24T12:00'],
      ['America/Santiago', '2026-09-05T12:00'],
      ['America/Santiago', '2026-04-04T12:00'],
      ['Africa/Cairo', '2026-04-23T12:00'],
      ['Asia/Beirut', '2026-03-28T12:00'],
    ] as const)
      for (let quarter = 0; quarter < 200; quarter += 1)
        expect(isOpenAt(utc(from) + quarter * 15 * minute, always, zone)).toBe(true);
  });

  test('a holiday ends with its own midnight', () => {
    const hours: Hours = { week: null, holidays: ['2026-09-05'] };
    expect(started('2026-09-05T12:00', hours, 'America/Santiago')).toBe('2026-09-06T04:00');
  });
});

describe('rules.md 14: out of hours is a flag, not a reason to drop', () => {
  const { week } = daily(nineToFive);
  const settings = settingsWith(deskRow({ week }));
  /** 20:00 in Chennai; the desk opens at 09:00, which is 03:30 in UTC. */
  const evening = morning + 10 * 60 * minute;
  const opening = utc('2026-11-23T03:30');
  const late = aCdr({ time: evening, start_time: evening / 1000, end_time: evening / 1000 + 20 });
  const [call] = callsFrom([aLeg(late, evening)], settings);

  test('the call is missed, and marked', () => {
    expect(call).toMatchObject({ verdict: 'missed', isOutOfHours: true });
    expect(callsFrom([aLeg()], settings)[0]).toMatchObject({ verdict: 'missed', isOutOfHours: false });
  });

  test('the case is on the desk at once, and its target is 30 minutes from the opening', () => {
    const [it] = casesFrom([call!], [], settings);
    expect(it).toMatchObject({
      state: 'open',
      clockStartsAt: opening,
      dueAt: opening + 30 * minute,
      visibleFrom: 0,
    });
    expect(caseAt(it!, evening)).toMatchObject({ state: 'open', isOverdue: false });
    expect(caseAt(it!, opening + 30 * minute - 1).isOverdue).toBe(false);
    expect(caseAt(it!, opening + 30 * minute + 1).isOverdue).toBe(true);
  });

  test('a call in opening hours that joins does not start the clock again, nor does one before', () => {
    const next = aCall({ startedAt: opening + 20 * minute });
    expect(casesFrom([call!, next], [], settings)).toMatchObject([
      { dueAt: opening + 30 * minute, missedCount: 2 },
    ]);
  });

  test('zone, hours and target are the DID’s own where it has them', () => {
    const did = didRow(call!.did, {
      week: daily({ opens: '20:00', closes: '23:00' }).week,
      targetMinutes: 5,
    });
    const own = settingsWith(deskRow({ week }), did);
    expect(callsFrom([aLeg(late, evening)], own)[0]).toMatchObject({ isOutOfHours: false });
    expect(casesFrom([call!], [], own)).toMatchObject([
      { clockStartsAt: evening, dueAt: evening + 5 * minute },
    ]);
    const london = settingsWith(deskRow({ week }), didRow(call!.did, { timeZone: 'Europe/London' }));
    expect(casesFrom([call!], [], london)).toMatchObject([{ clockStartsAt: evening }]);
  });

  test('a closed or expired case is not overdue', () => {
    const closed = casesFrom(
      [call!, aCall({ startedAt: evening + minute, verdict: 'answered' })],
      [],
      settings,
    )[0]!;
    expect(caseAt(closed, opening + 60 * minute)).toMatchObject({ state: 'closed', isOverdue: false });
  });
});
