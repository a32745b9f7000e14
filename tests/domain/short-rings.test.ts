import { describe, expect, test } from 'vitest';
import type { SettingsRow } from '@/domain/settings';
import {
  aCdr,
  aLeg,
  type CdrJson,
  callsFrom,
  casesFrom,
  deskRow,
  didRow,
  morning,
  settingsWith,
} from '../builders';

const did = '+914442110011';

/** A missed ring of so many seconds, so many minutes past 10:00. */
function rang(seconds: number, minutes = 0, given: CdrJson = {}) {
  const start_time = morning / 1000 + minutes * 60;
  return aLeg(
    aCdr({ time: start_time * 1000, start_time, end_time: start_time + seconds, ...given }),
    start_time * 1000,
  );
}

const isShort = (seconds: number, ...rows: SettingsRow[]) =>
  callsFrom([rang(seconds)], settingsWith(...rows))[0]!.isShort;

describe('rules.md 13: a short ring', () => {
  test('is one under 5 s', () => {
    expect([0, 1, 4, 5, 6].map((seconds) => isShort(seconds))).toEqual([true, true, true, false, false]);
  });

  test('is what the settings of the DID, or of the desk, say', () => {
    expect(isShort(8, deskRow({ shortSeconds: 10 }))).toBe(true);
    expect(isShort(8, deskRow({ shortSeconds: 10 }), didRow(did, { shortSeconds: 3 }))).toBe(false);
    expect(isShort(0, didRow(did, { shortSeconds: 0 }))).toBe(false);
  });

  test('is none where start or end is not known, or the end lies before the start', () => {
    const [call] = callsFrom([rang(1, 0, { end_time: null })]);
    expect(call).toMatchObject({ isShort: false, ringMs: null });
    expect(callsFrom([rang(-3)])[0]).toMatchObject({ isShort: false, ringMs: null });
  });
});

describe('rules.md 13: a case of short rings', () => {
  const caseOf = (legs: ReturnType<typeof rang>[], ...rows: SettingsRow[]) =>
    casesFrom(callsFrom(legs, settingsWith(...rows)), [], settingsWith(...rows))[0];

  test('is on the desk, and marked', () => {
    expect(caseOf([rang(2)])).toMatchObject({ state: 'open', missedCount: 1, isShort: true });
    expect(caseOf([rang(2), rang(2, 30)])).toMatchObject({ missedCount: 2, isShort: true });
  });

  test('ranks as any other when it was repeated within 10 minutes', () => {
    expect(caseOf([rang(2), rang(2, 10)])).toMatchObject({ isShort: false });
    expect(caseOf([rang(2), rang(2, 11)])).toMatchObject({ isShort: true });
    expect(caseOf([rang(2), rang(2, 30), rang(2, 35)])).toMatchObject({ isShort: false });
    expect(caseOf([rang(2, 35), rang(2), rang(2, 30)])).toMatchObject({ isShort: false });
  });

  test('ranks as any other when one ring was long', () => {
    expect(caseOf([rang(20), rang(2, 60)])).toMatchObject({ isShort: false });
    expect(caseOf([rang(2), rang(20, 60)])).toMatchObject({ isShort: false });
  });

  test('ranks as any other on a DID where short rings are the custom', () => {
    const usual = didRow(did, { areShortsUsual: true });
    expect(caseOf([rang(2)], usual)).toMatchObject({ isShort: false });
    expect(callsFrom([rang(2)], settingsWith(usual))[0]).toMatchObject({ isShort: true, verdict: 'missed' });
    expect(caseOf([rang(2, 0, { to: 914442110099 })], usual)).toMatchObject({ isShort: true });
  });
});
