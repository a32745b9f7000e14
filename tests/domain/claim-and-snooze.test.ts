import { describe, expect, test } from 'vitest';
import type { Call } from '@/domain/call';
import { caseAt } from '@/domain/case-now';
import type { Decision } from '@/domain/decision';
import { aCall, aDecision, casesFrom, minute, morning } from '../builders';

const at = (minutes: number) => morning + minutes * minute;
const missed = aCall();

/** The earliest case so many minutes past 10:00, after what was said and after other calls. */
const caseThen = (minutes: number, decisions: Decision[], calls: Call[] = []) =>
  caseAt(casesFrom([missed, ...calls], decisions)[0]!, at(minutes));

describe('rules.md 22: a claim', () => {
  const claim = (minutes: number, by = 'Asha') => aDecision([missed], { kind: 'claim', by, at: at(minutes) });

  test('is seen for 15 minutes, and lapses by itself', () => {
    expect(caseThen(10, [claim(10)])).toMatchObject({ state: 'open', claimedBy: 'Asha' });
    expect(caseThen(24.99, [claim(10)])).toMatchObject({ claimedBy: 'Asha' });
    expect(caseThen(25, [claim(10)])).toMatchObject({ state: 'open', claimedBy: null });
  });

  test('said again runs anew, and another may claim what has lapsed', () => {
    expect(caseThen(30, [claim(10), claim(20)]).claimedBy).toBe('Asha');
    expect(caseThen(30, [claim(10), claim(26, 'Ravi')]).claimedBy).toBe('Ravi');
  });

  test('ends when it is given back, undone, or the case is closed', () => {
    expect(
      caseThen(12, [claim(10), aDecision([missed], { kind: 'release', at: at(11) })]).claimedBy,
    ).toBeNull();
    expect(caseThen(12, [{ ...claim(10), undoneAt: at(11), undoneBy: 'Asha' }]).claimedBy).toBeNull();
    expect(caseThen(12, [claim(10), aDecision([missed], { at: at(11) })]).claimedBy).toBeNull();
  });

  test('outlives an attempt, and a new missed call', () => {
    const again = aCall({ startedAt: at(11) });
    const tried = aDecision([missed], { kind: 'tried', at: at(11) });
    expect(caseThen(12, [claim(10), tried], [again])).toMatchObject({
      state: 'attempted',
      claimedBy: 'Asha',
    });
  });
});

describe('rules.md 22: a snooze', () => {
  const snooze = aDecision([missed], { kind: 'snooze', at: at(5), until: at(60) });

  test('hides the case until its time', () => {
    expect(caseThen(5, [snooze]).state).toBe('snoozed');
    expect(caseThen(59.99, [snooze]).state).toBe('snoozed');
    expect(caseThen(60, [snooze]).state).toBe('open');
  });

  test('the clock runs on: it wakes overdue', () => {
    expect(casesFrom([missed], [snooze])).toMatchObject([{ dueAt: at(30) }]);
    expect(caseThen(60, [snooze])).toMatchObject({ state: 'open', isOverdue: true });
  });

  test('an attempted case wakes as attempted', () => {
    const tried = aDecision([missed], { kind: 'tried', at: at(3) });
    expect(caseThen(20, [tried, snooze]).state).toBe('snoozed');
    expect(caseThen(60, [tried, snooze]).state).toBe('attempted');
  });

  test('a new missed call of that caller ends it, on any DID', () => {
    expect(caseThen(10, [snooze], [aCall({ startedAt: at(10) })])).toMatchObject({ state: 'open' });
    const elsewhere = aCall({ startedAt: at(10), did: '+914442110099' });
    expect(caseThen(10, [snooze], [elsewhere])).toMatchObject({ state: 'open' });
  });

  test('a missed call that began before it and came late does not', () => {
    const late = aCall({ startedAt: at(2), firstReceivedAt: at(10) });
    expect(caseThen(11, [snooze], [late]).state).toBe('snoozed');
  });

  test('neither does an answered call that was no contact for it, nor an attempt', () => {
    const tried = aDecision([missed], { kind: 'tried', at: at(7) });
    expect(caseThen(10, [snooze, tried]).state).toBe('snoozed');
  });

  test('undone, or reopened by a person, it is over', () => {
    expect(caseThen(10, [{ ...snooze, undoneAt: at(6), undoneBy: 'Asha' }]).state).toBe('open');
    expect(caseThen(10, [snooze, aDecision([missed], { kind: 'reopen', at: at(6) })]).state).toBe('open');
  });

  test('a contact closes a snoozed case, and a reopened one is not snoozed', () => {
    const theyRang = aCall({ startedAt: at(10), verdict: 'answered' });
    expect(caseThen(11, [snooze], [theyRang])).toMatchObject({ state: 'closed', outcome: 'reached_by_them' });
    const reopened = aDecision([missed], { kind: 'reopen', at: at(12) });
    expect(caseThen(13, [snooze, reopened], [theyRang]).state).toBe('open');
  });
});
