import { describe, expect, test } from 'vitest';
import { casesOf } from '@/domain/fold';
import { aCdr, aDial, aLeg, callsFrom, deskRow, didRow, minute, morning, settingsWith } from '../builders';

const sales = '+914442110011';
const at = (minutes: number) => morning + minutes * minute;

describe('the settings in force when a call began', () => {
  const menuFrom = (from: number, id = 1) => didRow(sales, { menu: 'missed' }, from, id);
  const answered = aLeg(aCdr({ status: 'answered' }));
  const verdict = (...rows: ReturnType<typeof didRow>[]) =>
    callsFrom([answered], settingsWith(...rows))[0]!.verdict;

  test('judge it: a row that holds from later on does not rewrite history', () => {
    expect(verdict()).toBe('answered');
    expect(verdict(menuFrom(at(1)))).toBe('answered');
    expect(verdict(menuFrom(at(0)))).toBe('missed');
  });

  test('a row dated back does, on purpose', () => {
    expect(verdict(menuFrom(at(-60), 7))).toBe('missed');
    expect(verdict(didRow(sales, { menu: 'ignore' }, at(-90), 1), menuFrom(at(-60), 2))).toBe('missed');
  });

  test('one dated back behind a row that was saved before takes its place, too', () => {
    expect(verdict(menuFrom(at(-60), 1), didRow(sales, { menu: 'ignore' }, at(-90), 2))).toBe('menu_only');
    expect(verdict(menuFrom(at(-60), 1), didRow(sales, { menu: 'ignore' }, at(9), 2))).toBe('missed');
  });

  test('of two rows from the same instant the one saved later holds, in whatever order they come', () => {
    const [first, second] = [menuFrom(at(-60), 1), didRow(sales, { menu: 'ignore' }, at(-60), 2)];
    expect(verdict(first, second)).toBe('menu_only');
    expect(verdict(second, first)).toBe('menu_only');
  });

  test('go by the beginning, not by the receipt', () => {
    const late = aLeg(aCdr({ status: 'answered' }), at(600));
    expect(callsFrom([late], settingsWith(menuFrom(at(300))))[0]!.verdict).toBe('answered');
  });

  test('are another DID’s own matter', () => {
    expect(verdict(didRow('+914442110099', { menu: 'missed' }))).toBe('answered');
  });
});

describe('a DID takes the desk’s where it has none of its own', () => {
  const own = didRow(sales, { targetMinutes: 5, timeZone: 'Europe/London', holidays: [] });
  const desk = deskRow({
    targetMinutes: 60,
    shortSeconds: 2,
    talkSeconds: 3,
    expiryDays: 4,
    holidays: ['2026-12-25'],
  });

  test('value by value', () => {
    expect(settingsWith(own, desk).rules(sales, morning)).toEqual({
      timeZone: 'Europe/London',
      hours: { week: null, holidays: [] },
      targetMinutes: 5,
      shortSeconds: 2,
      areShortsUsual: false,
      menu: 'none',
      talkSeconds: 3,
      expiryDays: 4,
    });
  });

  test('zero is a value', () => {
    const zero = didRow(sales, { shortSeconds: 0, talkSeconds: 0 });
    expect(settingsWith(zero, desk).rules(sales, morning)).toMatchObject({ shortSeconds: 0, talkSeconds: 0 });
  });

  test('and the defaults of the rules where nobody set anything', () => {
    expect(settingsWith().rules('unknown', morning)).toMatchObject({
      targetMinutes: 30,
      shortSeconds: 5,
      areShortsUsual: false,
      menu: 'none',
      talkSeconds: 10,
      expiryDays: 7,
    });
  });
});

describe('the desk’s own', () => {
  test('country reads numbers from the time on at which it was set', () => {
    const fromLondon = aLeg(aCdr({ from: '02079460000' }));
    expect(callsFrom([fromLondon], settingsWith(deskRow({ country: 'GB' })))[0]!.caller).toBe(
      '+442079460000',
    );
    expect(callsFrom([fromLondon], settingsWith(deskRow({ country: 'GB' }, at(1))))[0]!.caller).not.toBe(
      '+442079460000',
    );
  });

  test('DIDs are those that a person confirmed, from then on', () => {
    const settings = settingsWith(
      didRow(sales, { isOurs: true }, at(0), 1),
      didRow(sales, { isOurs: false }, at(9), 2),
    );
    expect([at(-1), at(0), at(9)].map((time) => settings.did(sales, time).isOurs)).toEqual([
      false,
      true,
      false,
    ]);
  });
});

test('rules.md 18: the talk time is that of the time of the call of ours, not of the missed call', () => {
  const settings = settingsWith(deskRow({ talkSeconds: 90 }, at(3)));
  const calls = (minutes: number) =>
    callsFrom(
      [aCdr(), ...aDial(minutes)].map((cdr) => aLeg(cdr, at(20))),
      settings,
    );
  const caseAfter = (minutes: number) => casesOf('+919884112233', calls(minutes), [], settings)[0];
  expect(caseAfter(2)).toMatchObject({ state: 'closed', outcome: 'reached_by_us' });
  expect(caseAfter(4)).toMatchObject({ state: 'open', attempts: 1 });
});
