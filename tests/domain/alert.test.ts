/** When alerts are told: not in quiet hours, not of what is old, and again after a failed try. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNews, isStillSo, isWanted, waitAfter } from '@/domain/alert';
import { toldFrom } from '@/domain/quiet-hours';
import { decidedCase } from '../alerts';
import { day, minute, morning } from '../builders';

const zone = 'Asia/Kolkata';
const night = { from: '22:00', to: '07:00' };
const at = (time: string, zoneOffset = '+05:30') => Date.parse(`2026-11-22T${time}:00${zoneOffset}`);

describe('quiet hours', () => {
  test('over midnight hold what comes in the evening and in the morning until they are over', () => {
    expect(toldFrom(at('21:59'), night, zone)).toBe(at('21:59'));
    expect(toldFrom(at('22:00'), night, zone)).toBe(at('07:00') + day);
    expect(toldFrom(at('06:59'), night, zone)).toBe(at('07:00'));
    expect(toldFrom(at('07:00'), night, zone)).toBe(at('07:00'));
  });

  test('of one day hold what comes within them', () => {
    const noon = { from: '12:00', to: '13:00' };
    expect(toldFrom(at('12:30'), noon, zone)).toBe(at('13:00'));
    expect(toldFrom(at('13:30'), noon, zone)).toBe(at('13:30'));
    expect(toldFrom(at('12:30'), null, zone)).toBe(at('12:30'));
  });

  test('end by the clock on the wall, also in the night in which it is changed', () => {
    // In Berlin the clocks go back at 3:00 on 25 October 2026: that night has an hour more.
    expect(toldFrom(Date.parse('2026-10-24T23:00:00+02:00'), night, 'Europe/Berlin')).toBe(
      Date.parse('2026-10-25T07:00:00+01:00'),
    );
  });

  test('never bring anything forward, nor put it off for a day', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: day }), time, time, (later, from, to) => {
        fc.pre(from !== to);
        const told = toldFrom(morning + later, { from, to }, zone);
        expect(told - morning - later).toBeGreaterThanOrEqual(0);
        expect(told - morning - later).toBeLessThanOrEqual(day);
        expect(toldFrom(told, { from, to }, zone)).toBe(told);
      }),
    );
  });
});

describe('a case is told of', () => {
  test('while it waits on the desk, as overdue once it is due', () => {
    const it = decidedCase();
    expect(isStillSo('missed', it, morning)).toBe(true);
    expect(isStillSo('overdue', it, it.dueAt - 1)).toBe(false);
    expect(isStillSo('overdue', it, it.dueAt)).toBe(true);
    expect(isStillSo('missed', { ...it, state: 'closed', closedAt: morning }, morning)).toBe(false);
    expect(isStillSo('overdue', { ...it, wakesAt: it.dueAt + minute }, it.dueAt)).toBe(false);
    expect(isStillSo('missed', { ...it, visibleFrom: morning + minute }, morning)).toBe(false);
  });

  test('unless it is a day old', () => {
    const it = decidedCase();
    expect(isNews('missed', it, it.lastMissedAt + day - 1)).toBe(true);
    expect(isNews('missed', it, it.lastMissedAt + day)).toBe(false);
    expect(isNews('overdue', it, it.dueAt + day)).toBe(false);
  });

  test('where the channel asks for its reason and its number', () => {
    const rules = {
      reasons: ['missed' as const],
      dids: ['+9144'],
      quiet: null,
      showsCaller: false,
      language: 'en' as const,
    };
    expect(isWanted(rules, 'missed', '+9144')).toBe(true);
    expect(isWanted(rules, 'missed', '+9133')).toBe(false);
    expect(isWanted(rules, 'overdue', '+9144')).toBe(false);
    expect(isWanted({ ...rules, dids: null }, 'missed', '+9133')).toBe(true);
    expect(isWanted({ ...rules, reasons: ['silent'] }, 'silent', null)).toBe(true);
  });
});

test('failed tries wait longer and longer, spread by a quarter, and come to an end', () => {
  const waits = Array.from({ length: 9 }, (_, index) => waitAfter(index + 1, 0.5));
  expect(waits.map((ms) => ms && ms / 1000)).toEqual([10, 40, 160, 640, 2560, 10240, 21600, 21600, null]);
  expect([waitAfter(1, 0), waitAfter(1, 1)]).toEqual([7500, 12_500]);
});
