/** What the figures count, in SQL: the same as `domain/figures.ts` says of rows. */

import { and, eq, gt, isNotNull, isNull, lte, ne, notInArray, notLike, or, type SQL, sql } from 'drizzle-orm';
import type { Tables } from './connection';

/** Calls of the answer rate: those that came in, in opening hours, short ones apart, decided at `now` (ms). */
export function countedCalls({ calls }: Tables, now: number) {
  const counted = and(
    eq(calls.direction, 'inbound'),
    eq(calls.isOutOfHours, false),
    eq(calls.isShort, false),
    or(isNull(calls.decidesAt), lte(calls.decidesAt, now)),
  );
  return {
    answered: and(counted, eq(calls.verdict, 'answered'))!,
    missed: and(counted, eq(calls.verdict, 'missed'))!,
    // Written so, the index of the order is read: by two verdicts, every call of the days would be sorted.
    both: and(counted, notInArray(calls.verdict, ['menu_only', 'undecided']))!,
  };
}

export function countedCases({ cases }: Tables, now: number) {
  const settledItself = and(eq(cases.outcome, 'reached_by_them'), isNull(cases.triedAt));
  const counted = and(
    lte(cases.dueAt, now),
    notLike(cases.caller, 'hidden:%'),
    or(isNull(cases.outcome), and(ne(cases.outcome, 'spam'), sql`not ${settledItself}`)),
  )!;
  const inTime = and(isNotNull(cases.triedAt), lte(cases.triedAt, cases.dueAt))!;
  return {
    /** On the desk at `now` (rules.md 11). */
    shown: lte(cases.visibleFrom, now),
    counted,
    inTime: and(counted, inTime)!,
    late: and(counted, or(isNull(cases.triedAt), gt(cases.triedAt, cases.dueAt)))!,
    tried: isNotNull(cases.triedAt),
    untried: isNull(cases.triedAt),
    waiting: and(eq(cases.state, 'open'), gt(cases.endsAt, now), isNull(cases.triedAt))!,
    lost: and(eq(cases.state, 'open'), lte(cases.endsAt, now))!,
  };
}

/** `personOf`, and the whole minutes from the clock's start to the first try; a try before it took none. */
export function measuresOf({ cases }: Tables): { by: SQL<string | null>; minutes: SQL<number | null> } {
  const ms = sql`${cases.triedAt} - ${cases.clockStartsAt}`;
  return {
    by: sql`coalesce(${cases.closedBy}, ${cases.lastAttemptBy})`,
    minutes: sql`case when ${cases.triedAt} is null then null when ${ms} < 0 then 0 else (${ms}) / 60000 end`,
  };
}
