import { describe, expect, test } from 'vitest';
import type { Call } from '@/domain/call';
import { caseAt } from '@/domain/case-now';
import type { Decision } from '@/domain/decision';
import type { SettingsRow } from '@/domain/settings';
import { aCall, aDecision, casesFrom, day, deskRow, didRow, morning, settingsWith } from '../builders';

const at = (days: number) => morning + days * day;
const missedOn = (days: number, receivedOn = days, given: Partial<Call> = {}) =>
  aCall({ startedAt: at(days), firstReceivedAt: at(receivedOn), ...given });

/** When the last case leaves the queue, in days past 10:00. */
function expiresOn(calls: Call[], decisions: Decision[] = [], ...rows: SettingsRow[]): number | null {
  const { state, endsAt } = casesFrom(calls, decisions, settingsWith(...rows)).at(-1)!;
  return state === 'open' && endsAt !== null ? (endsAt - morning) / day : null;
}

describe('rules.md 23: an open case expires', () => {
  const missed = missedOn(0);

  test('7 days after its last missed call: out of the queue, and lost', () => {
    const [it] = casesFrom([missed], []);
    expect(caseAt(it!, at(7) - 1)).toMatchObject({ state: 'open', isOverdue: true });
    expect(caseAt(it!, at(7))).toEqual({
      state: 'closed',
      outcome: 'expired',
      isOverdue: false,
      closedAt: at(7),
      claimedBy: null,
    });
    expect(expiresOn([missed, missedOn(3)])).toBe(10);
  });

  test('an attempt does not move it', () => {
    expect(expiresOn([missed], [aDecision([missed], { kind: 'tried', at: at(3) })])).toBe(7);
  });

  test('a snooze does not outlast it', () => {
    const snooze = aDecision([missed], { kind: 'snooze', at: at(1), until: at(30) });
    expect(caseAt(casesFrom([missed], [snooze])[0]!, at(8))).toMatchObject({
      state: 'closed',
      outcome: 'expired',
    });
  });

  test('7 days after the record of its last missed call was first received, where that was later', () => {
    expect(expiresOn([missedOn(0, 30)])).toBe(37);
    expect(expiresOn([missed, missedOn(1, 5)])).toBe(12);
  });

  test('7 days after it was reopened, where that was later', () => {
    const settled = aDecision([missed], { at: at(1) });
    const reopened = aDecision([missed], { kind: 'reopen', at: at(3) });
    expect(expiresOn([missed], [settled, reopened])).toBe(10);
    expect(expiresOn([missed, missedOn(5)], [settled, reopened])).toBe(12);
  });

  test('not 7 days after it was reopened, where its last call was received later', () => {
    const late = missedOn(0.5, 5);
    const settled = aDecision([missed], { at: at(1) });
    const reopened = aDecision([missed], { kind: 'reopen', at: at(3) });
    expect(expiresOn([missed, late], [settled, reopened])).toBe(12);
  });

  test('7 days after it was reopened, where a late leg shows that it had been open all along', () => {
    // Closed by a call that was held for answered; reopened; then its leg b says that nobody took it.
    const again = missedOn(0.1);
    const reopened = aDecision([missed], { kind: 'reopen', at: at(4) });
    expect(expiresOn([missed, { ...again, verdict: 'answered' }], [reopened])).toBe(11);
    expect(expiresOn([missed, again], [reopened])).toBe(11);
  });

  test('an expired case can be reopened', () => {
    expect(expiresOn([missed], [aDecision([missed], { kind: 'reopen', at: at(9) })])).toBe(16);
  });

  test('a caller without a number is in no queue, and does not expire', () => {
    const hidden = missedOn(0, 0, { caller: 'hidden:one' });
    expect(caseAt(casesFrom([hidden], [])[0]!, at(400))).toMatchObject({
      state: 'uncallable',
      outcome: null,
    });
  });

  test('after the days that were set when the call began', () => {
    expect(expiresOn([missed], [], deskRow({ expiryDays: 14 }))).toBe(14);
    expect(expiresOn([missed], [], didRow(missed.did, { expiryDays: 2 }))).toBe(2);
    expect(expiresOn([missed], [], didRow(missed.did, { expiryDays: 2 }, at(1)))).toBe(7);
  });
});

describe('rules.md 15 and 23: after the expiry', () => {
  test('a miss opens a new case', () => {
    const [first, again] = [missedOn(0), missedOn(8)];
    const cases = casesFrom([first, again], []);
    expect(cases).toMatchObject([
      { id: first.id, missedCount: 1, closedBy: null },
      { id: again.id, missedCount: 1 },
    ]);
    expect(cases.map((it) => caseAt(it, at(8)))).toMatchObject([
      { state: 'closed', outcome: 'expired', closedAt: at(7) },
      { state: 'open', outcome: null, closedAt: null },
    ]);
  });

  test('a miss at that very instant does, too, and one a moment before joins', () => {
    expect(casesFrom([missedOn(0), missedOn(7)], [])).toHaveLength(2);
    expect(casesFrom([missedOn(0), missedOn(6.999)], [])).toHaveLength(1);
  });

  test('a contact and an attempt come too late for it', () => {
    const calls = [missedOn(0), missedOn(8, 8, { verdict: 'answered' })];
    const [it] = casesFrom(calls, []);
    expect(it).toMatchObject({ reachedAt: null, triedAt: null });
    expect(caseAt(it!, at(8))).toMatchObject({ state: 'closed', outcome: 'expired' });
  });

  test('a record that comes late shows that it was reached in time', () => {
    const calls = [missedOn(0), missedOn(6, 8, { verdict: 'answered' })];
    expect(casesFrom(calls, [])).toMatchObject([{ outcome: 'reached_by_them', closedAt: at(6) }]);
  });

  test('a miss whose record comes late is on the desk for 7 days from its receipt', () => {
    const late = missedOn(6, 9);
    const it = casesFrom([missedOn(0), late], []).find(({ calls }) => calls.includes(late.id))!;
    expect(caseAt(it, at(15.9)).state).toBe('open');
    expect(caseAt(it, at(16))).toMatchObject({ state: 'closed', outcome: 'expired' });
  });
});
