import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Call } from '@/domain/call';
import type { Case } from '@/domain/case';
import { type Decision, isSettling, settlingKinds } from '@/domain/decision';
import { aCall, aDecision, casesFrom, minute, morning } from '../builders';

/** What happens at a desk from minute to minute; people can say only what the desk would let them say. */
type Happening =
  | { is: 'ring'; ago: number; isAnswered: boolean }
  /** A leg b that nobody took arrives late: a call that was held for answered turns out missed. */
  | { is: 'turned' }
  | { is: 'settled'; kind: (typeof settlingKinds)[number] }
  | { is: 'tried' }
  | { is: 'reopened'; pick: number }
  | { is: 'undone'; pick: number };

const ring = fc.record({
  is: fc.constant('ring' as const),
  ago: fc.integer({ min: -4, max: 40 }),
  isAnswered: fc.constantFrom(false, false, true),
});
const turned = fc.record({ is: fc.constant('turned' as const) });
const settled = fc.record({ is: fc.constant('settled' as const), kind: fc.constantFrom(...settlingKinds) });
const tried = fc.record({ is: fc.constant('tried' as const) });
const reopened = fc.record({ is: fc.constant('reopened' as const), pick: fc.nat(9) });
const undone = fc.record({ is: fc.constant('undone' as const), pick: fc.nat(9) });

/** Plays a day, and hands what stood before and after each record to `onRecord`. */
function play(day: Happening[], onRecord: (before: Case[], after: Case[], said: Decision[]) => void): void {
  const calls: Call[] = [];
  const decisions: Decision[] = [];
  const say = (it: Case, at: number, kind: Decision['kind']) => {
    const seen = calls.filter(({ id }) => it.calls.includes(id));
    decisions.push(aDecision(seen, { id: `decision ${decisions.length}`, kind, at }));
  };
  day.forEach((it, index) => {
    const now = morning + index * 10 * minute;
    const cases = casesFrom(calls, decisions);
    const open = cases.find(({ state }) => state === 'open');
    const closed = cases.filter(({ state }) => state === 'closed');
    if (it.is === 'ring') {
      const startedAt = now - it.ago * minute;
      const verdict = it.isAnswered ? 'answered' : 'missed';
      calls.push(aCall({ id: `call ${index}`, startedAt, firstReceivedAt: now, verdict }));
      onRecord(cases, casesFrom(calls, decisions), decisions);
    } else if (it.is === 'turned') {
      const answered = calls.find(({ verdict }) => verdict === 'answered');
      if (answered) answered.verdict = 'missed';
      onRecord(cases, casesFrom(calls, decisions), decisions);
    } else if (it.is === 'reopened') {
      if (!open && closed.length > 0) say(closed[it.pick % closed.length]!, now, 'reopen');
    } else if (it.is === 'undone') {
      const standing = decisions.filter(
        ({ undoneAt, kind }) => undoneAt === null && (!open || !isSettling(kind)),
      );
      const taken = standing[it.pick % standing.length];
      if (taken) Object.assign(taken, { undoneAt: now, undoneBy: 'Ravi' });
    } else if (open) say(open, now, it.is === 'settled' ? it.kind : 'tried');
  });
}

/** Each call that was in a case stays as people left it; only a contact closes what waits. */
function nothingIsOverridden(before: Case[], after: Case[], said: Decision[]): void {
  const settled = said.filter(({ kind, undoneAt }) => isSettling(kind) && undoneAt === null);
  const seen = new Set(settled.flatMap(({ calls }) => calls));
  const standing = (cases: Case[], id: string) => {
    const { state, outcome, closedAt, closedBy } = caseOf(cases, id);
    return { state, outcome, closedAt, closedBy };
  };
  const waiting = before.find(({ state }) => state === 'open');
  for (const id of before.filter(isAsPeopleLeftIt).flatMap((it) => it.calls)) {
    // Where a contact between two cases turns out to be none they are one, and reopened since.
    const isJoined = waiting && caseOf(after, id).calls.includes(waiting.calls[0]!);
    if (isJoined) expect(caseOf(after, id).state).toBe('open');
    else if (seen.has(id)) expect(standing(after, id)).toEqual(standing(before, id));
    // A late call that joined, unseen, may turn out to have been reached before; it waits no more for that.
    else expect(caseOf(after, id).state).toBe('closed');
    // Calls that an undo had joined, and a contact between them parts again, leave the attempts to those before it.
    const isWhole = caseOf(before, id).calls.every((call) => caseOf(after, id).calls.includes(call));
    if (seen.has(id) && isWhole)
      expect(caseOf(after, id).attempts).toBeGreaterThanOrEqual(caseOf(before, id).attempts);
  }
  for (const it of before.filter(({ state }) => state === 'open')) {
    const now = after.find(({ calls }) => calls.includes(it.calls[0]!));
    if (now?.state === 'closed') expect(now.outcome).toBe('reached_by_them');
  }
}

function caseOf(cases: Case[], id: string): Case {
  return cases.find((it) => it.calls.includes(id))!;
}

function isAsPeopleLeftIt({ closedBy }: Case): boolean {
  return closedBy !== null;
}

describe('rules.md 21: a record that arrives late never overrides what a person decided', () => {
  test.each([
    ['when cases are closed, tried and undone', [ring, ring, turned, settled, tried, undone]],
    ['when they are reopened, too', [ring, ring, turned, settled, settled, tried, reopened, undone]],
  ])('%s', (_, happenings) => {
    const day = fc.array(fc.oneof(...happenings), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(day, (happened) => play(happened, nothingIsOverridden)),
      { numRuns: 10_000 },
    );
  });
});
