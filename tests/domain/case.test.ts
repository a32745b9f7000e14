import { describe, expect, test } from 'vitest';
import type { Call } from '@/domain/call';
import { settlingKinds } from '@/domain/decision';
import { aCall, aDecision, asShown, casesFrom, minute, morning } from '../builders';

/** A missed call so many minutes past 10:00. */
const missedAt = (minutes: number, given: Partial<Call> = {}) =>
  aCall({ startedAt: morning + minutes * minute, ...given });
const at = (minutes: number) => ({ at: morning + minutes * minute });
const undone = { undoneAt: morning + 60 * minute, undoneBy: 'Ravi' };

describe('rules.md 15: one row for a caller and a DID', () => {
  test('a missed call opens a case, due 30 minutes after it began', () => {
    const call = missedAt(0);
    expect(casesFrom([call], [])).toEqual([
      expect.objectContaining({
        id: call.id,
        caller: call.caller,
        did: call.did,
        state: 'open',
        outcome: null,
        calls: [call.id],
        missedCount: 1,
        firstMissedAt: morning,
        lastMissedAt: morning,
        dueAt: morning + 30 * minute,
        attempts: 0,
        closedAt: null,
        closedBy: null,
      }),
    ]);
  });

  test('however often they ring, it stays one row, and the clock does not restart', () => {
    const calls = [missedAt(0), missedAt(8), missedAt(25)];
    expect(casesFrom(calls, [])).toMatchObject([
      {
        id: calls[0]!.id,
        missedCount: 3,
        calls: calls.map(({ id }) => id),
        firstMissedAt: morning,
        lastMissedAt: morning + 25 * minute,
        dueAt: morning + 30 * minute,
      },
    ]);
  });

  test('an earlier call that arrives later begins the case', () => {
    const [later, earlier] = [missedAt(8), missedAt(0)];
    expect(casesFrom([later, earlier], [])).toMatchObject([{ id: earlier.id, dueAt: morning + 30 * minute }]);
  });

  test('another DID is another row', () => {
    const cases = casesFrom([missedAt(0), missedAt(1, { did: '+914442110099' })], []);
    expect(cases.map((it) => it.did)).toEqual(['+914442110011', '+914442110099']);
  });

  test('calls that were not missed open nothing', () => {
    const verdicts = ['answered', 'menu_only', 'outbound_answered', 'outbound_missed', 'undecided'] as const;
    expect(
      casesFrom(
        verdicts.map((verdict) => missedAt(0, { verdict })),
        [],
      ),
    ).toEqual([]);
  });

  test('a missed call after the case was closed opens a new one', () => {
    const [first, again] = [missedAt(0), missedAt(20)];
    expect(casesFrom([first, again], [aDecision([first])])).toMatchObject([
      { id: first.id, state: 'closed', missedCount: 1 },
      { id: again.id, state: 'open', missedCount: 1, dueAt: morning + 50 * minute },
    ]);
  });

  test('a call of the very instant of the decision belongs to what was decided', () => {
    const [first, together] = [missedAt(0), missedAt(10)];
    expect(casesFrom([first, together], [aDecision([first])])).toMatchObject([
      { state: 'closed', missedCount: 2 },
    ]);
  });
});

describe('rules.md 11: an undecided call', () => {
  test('is on the desk once its time has passed, or at once beside one that is decided', () => {
    const undecided = missedAt(0, { decidesAt: morning + 3 * minute });
    expect(casesFrom([undecided], [])).toMatchObject([{ visibleFrom: morning + 3 * minute }]);
    expect(casesFrom([undecided, missedAt(1)], [])[0]!.visibleFrom).toBeLessThanOrEqual(morning + minute);
  });
});

describe('rules.md 16: callers without a number', () => {
  test('stand alone, outside the queue, and can be settled', () => {
    const call = missedAt(0, { caller: 'hidden:one' });
    expect(casesFrom([call], [])).toMatchObject([{ state: 'uncallable', missedCount: 1 }]);
    expect(casesFrom([call], [aDecision([call], { kind: 'no_need' })])).toMatchObject([
      { state: 'closed', outcome: 'no_need' },
    ]);
    const reopened = [aDecision([call]), aDecision([call], { kind: 'reopen', ...at(20) })];
    expect(casesFrom([call], reopened)).toMatchObject([{ state: 'uncallable', outcome: null }]);
  });
});

describe('rules.md 17: tried', () => {
  test('keeps the case open and says who tried last and when', () => {
    const call = missedAt(0);
    const decisions = [
      aDecision([call], { kind: 'tried', by: 'Ravi', ...at(12) }),
      aDecision([call], { kind: 'tried', by: 'Asha', ...at(5) }),
    ];
    expect(casesFrom([call], decisions)).toMatchObject([
      {
        state: 'open',
        attempts: 2,
        lastAttemptBy: 'Ravi',
        lastAttemptAt: morning + 12 * minute,
        outcome: null,
      },
    ]);
  });

  test('is no attempt once it is undone', () => {
    const call = missedAt(0);
    expect(casesFrom([call], [aDecision([call], { kind: 'tried', ...undone })])).toMatchObject([
      { attempts: 0, lastAttemptAt: null, lastAttemptBy: null },
    ]);
  });
});

describe('rules.md 21: by hand', () => {
  test.each(settlingKinds)('%s closes the case and says who and when', (kind) => {
    const call = missedAt(0);
    expect(casesFrom([call], [aDecision([call], { kind })])).toMatchObject([
      { state: 'closed', outcome: kind, closedBy: 'Asha', closedAt: morning + 10 * minute },
    ]);
  });

  test('a note settles nothing', () => {
    const call = missedAt(0);
    const note = aDecision([call], { kind: 'note', note: 'Rings at six' });
    expect(asShown(casesFrom([call], [note]))).toEqual(asShown(casesFrom([call], [])));
  });

  test('the second to mark changes nothing', () => {
    const call = missedAt(0);
    const first = aDecision([call], { kind: 'left_message', by: 'Asha', ...at(10) });
    const second = aDecision([call], { kind: 'called_back', by: 'Ravi', ...at(11) });
    expect(asShown(casesFrom([call], [second, first]))).toEqual(asShown(casesFrom([call], [first])));
    expect(casesFrom([call], [second, first])).toMatchObject([{ outcome: 'left_message', closedBy: 'Asha' }]);
  });

  test('the calls that a person saw are settled with it, whatever their clocks say', () => {
    const [first, ahead] = [missedAt(0), missedAt(14)];
    expect(casesFrom([first, ahead], [aDecision([first, ahead])])).toMatchObject([
      { state: 'closed', missedCount: 2, calls: [first.id, ahead.id] },
    ]);
    expect(casesFrom([ahead], [aDecision([ahead])])).toMatchObject([{ state: 'closed' }]);
  });

  test('a call whose clock is ahead does not hide an earlier first miss', () => {
    const [ahead, earlier] = [missedAt(14), missedAt(12)];
    const noted = aDecision([ahead], { kind: 'note', ...at(10) });
    expect(casesFrom([ahead, earlier], [noted])).toMatchObject([
      { firstMissedAt: morning + 12 * minute, lastMissedAt: morning + 14 * minute, missedCount: 2 },
    ]);
  });

  test('a missed call that began before the decision and arrives late joins the closed case', () => {
    const [first, late] = [missedAt(0), missedAt(9)];
    expect(casesFrom([first, late], [aDecision([first])])).toMatchObject([
      { id: first.id, state: 'closed', missedCount: 2, calls: [first.id, late.id] },
    ]);
  });

  test('one that began before all others does so, too', () => {
    const [first, late] = [missedAt(0), missedAt(-9)];
    expect(casesFrom([first, late], [aDecision([first])])).toMatchObject([
      { state: 'closed', missedCount: 2 },
    ]);
  });

  test('a call that was settled and turns out answered leaves the case closed with its outcome', () => {
    const call = missedAt(0);
    const answered: Call = { ...call, verdict: 'answered', rule: 8 };
    expect(casesFrom([answered], [aDecision([call])])).toMatchObject([
      { id: call.id, state: 'closed', outcome: 'called_back', closedBy: 'Asha', missedCount: 0 },
    ]);
  });

  test('a call that was only tried and turns out answered is off the desk', () => {
    const answered = missedAt(0, { verdict: 'answered', rule: 8 });
    expect(casesFrom([answered], [aDecision([answered], { kind: 'tried' })])).toEqual([]);
  });

  test('a decision about another DID or caller closes nothing here', () => {
    const [sales, support] = [missedAt(0), missedAt(1, { did: '+914442110099' })];
    expect(casesFrom([sales, support], [aDecision([sales])])).toMatchObject([
      { state: 'closed' },
      { state: 'open' },
    ]);
  });
});

describe('rules.md 21: undo', () => {
  test('makes it as if it had never been said', () => {
    const calls = [missedAt(0), missedAt(20)];
    expect(casesFrom(calls, [aDecision([calls[0]!], undone)])).toEqual(casesFrom(calls, []));
  });

  test('of a call that turned out answered takes the row off', () => {
    const answered = missedAt(0, { verdict: 'answered', rule: 8 });
    expect(casesFrom([answered], [aDecision([answered], undone)])).toEqual([]);
  });

  test('of a reopening leaves the case closed', () => {
    const call = missedAt(0);
    const decisions = [aDecision([call]), aDecision([call], { kind: 'reopen', ...at(20), ...undone })];
    expect(casesFrom([call], decisions)).toMatchObject([
      { state: 'closed', closedAt: morning + 10 * minute },
    ]);
  });
});

describe('rules.md 21: reopen', () => {
  const [first, again] = [missedAt(0), missedAt(20)];
  const closed = aDecision([first]);
  const reopened = aDecision([first], { kind: 'reopen', by: 'Ravi', ...at(30) });

  test('puts the case back in the queue, with its clock', () => {
    expect(casesFrom([first], [closed, reopened])).toMatchObject([
      { state: 'open', outcome: null, closedAt: null, closedBy: null, dueAt: morning + 30 * minute },
    ]);
  });

  test('a missed call after it joins the case', () => {
    expect(casesFrom([first, missedAt(40)], [closed, reopened])).toMatchObject([
      { state: 'open', missedCount: 2 },
    ]);
  });

  test('it can be closed again, with another outcome', () => {
    const spam = aDecision([first], { kind: 'spam', by: 'Ravi', ...at(40) });
    expect(casesFrom([first], [closed, reopened, spam])).toMatchObject([
      { state: 'closed', outcome: 'spam', closedBy: 'Ravi', closedAt: morning + 40 * minute },
    ]);
  });

  test('a newer case that is closed stays closed', () => {
    const newer = aDecision([again], at(25));
    expect(casesFrom([first, again], [closed, newer, reopened])).toMatchObject([
      { id: first.id, state: 'open' },
      { id: again.id, state: 'closed' },
    ]);
  });

  test('of an open case changes nothing but its expiry', () => {
    const [it] = asShown(casesFrom([first], [reopened]));
    // But it expires 7 days after somebody wanted it open (rules.md 23).
    const before = asShown(casesFrom([first], []))[0];
    expect({ ...it, endsAt: null, expiresAt: 0, spansTo: 0 }).toEqual({
      ...before,
      endsAt: null,
      expiresAt: 0,
      spansTo: 0,
    });
  });

  test('a call from the time in between that arrives late does not undo what was decided', () => {
    const late = missedAt(20, { firstReceivedAt: morning + 50 * minute });
    const closedAgain = aDecision([first], { kind: 'spam', by: 'Ravi', ...at(40) });
    expect(casesFrom([first, late], [closed, reopened])).toMatchObject([{ id: first.id, state: 'open' }]);
    const cases = casesFrom([first, late], [closed, reopened, closedAgain]);
    expect(cases.map((it) => it.state)).not.toContain('open');
    expect(cases.find((it) => it.id === first.id)).toMatchObject({ outcome: 'spam', closedBy: 'Ravi' });
  });
});
