/** What may be asked of the cases of a page: their state and outcome, whose they are, when it was. */

import { and, eq, gt, gte, lt, lte, max, ne, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { BoardQuery, DayKind } from '@/domain/board-query';
import type { Span } from '@/domain/days';
import type { Connection, Tables } from './connection';
import { inQueue, isAwake } from './in-queue';
import { has } from './search';

type Cases = Tables['cases'];

export function caseFilters(db: Connection, cases: Cases) {
  return { stateIs, hasOutcome, hidesAs, isBy, liesIn };

  function stateIs({ state }: BoardQuery, now: number): (SQL | undefined)[] {
    const visible = lte(cases.visibleFrom, now);
    if (state === 'all') return [visible];
    if (state === 'uncallable') return [visible, isUncallable(cases)];
    // Written so, the order's own index is read: by two states, every closed case would be sorted.
    if (state === 'closed') return [ne(cases.state, 'uncallable'), lte(cases.endsAt, now)];
    if (state === 'snoozed') return [visible, inQueue(cases, now), gt(cases.wakesAt, now)];
    const narrower = {
      open: undefined,
      attempted: gt(cases.attempts, 0),
      overdue: lte(cases.dueAt, now),
    };
    return [visible, inQueue(cases, now), isAwake(cases, now), narrower[state]];
  }

  /** Theirs: claimed, last tried or closed by them. */
  function isBy({ who, state }: BoardQuery, now: number): (SQL | undefined)[] {
    if (who === null) return [undefined];
    const claims = and(inQueue(cases, now), eq(cases.claimedBy, who), gt(cases.claimLapsesAt, now));
    const ways = [claims, eq(cases.lastAttemptBy, who), eq(cases.closedBy, who)];
    return state === 'closed' || state === 'all' ? ways : [or(...ways)];
  }

  /** Who has no number is found by the text that came in its place. */
  function hidesAs({ q }: BoardQuery): SQL | undefined {
    if (q === null || (/\d/.test(q) && !/\p{L}/u.test(q))) return undefined;
    return and(isUncallable(cases), has(sql`lower(${cases.callerRaw})`, q.toLowerCase()));
  }

  /** An expired case is an open one whose time is over (rules.md 23). */
  function hasOutcome({ outcome }: BoardQuery, now: number): SQL | undefined {
    if (outcome === null) return undefined;
    if (outcome === 'expired') return and(eq(cases.state, 'open'), lte(cases.endsAt, now));
    return and(eq(cases.state, 'closed'), eq(cases.outcome, outcome));
  }

  async function liesIn({ days }: BoardQuery, span: Span | null): Promise<(SQL | undefined)[]> {
    if (days === null || span === null) return [];
    const { start, end } = span;
    // Whoever began before the end has not gone on for longer than the longest: so the newer ones need no look.
    const isNear = days.on === 'missed' && end !== null && lt(cases.lastMissedAt, end + (await longestMs()));
    // What was never closed ends when it expires; the state says which it is.
    const instants: Record<DayKind, { first: SQLiteColumn; last: SQLiteColumn }> = {
      missed: { first: cases.firstMissedAt, last: cases.lastMissedAt },
      clock: { first: cases.clockStartsAt, last: cases.clockStartsAt },
      closed: { first: cases.endsAt, last: cases.endsAt },
    };
    const { first, last } = instants[days.on];
    return [
      end === null ? undefined : lt(first, end),
      start === null ? undefined : gte(last, start),
      isNear || undefined,
    ];
  }

  /** The longest time from the first to the last missed call of a case, ms; an index has it. */
  async function longestMs(): Promise<number> {
    const [row] = await db
      .select({ ms: max(lengthOf(cases)) })
      .from(cases)
      .where(sql`${cases.missedCount} > 1`);
    return Number(row?.ms ?? 0);
  }
}

/** With the word in its text: as a parameter SQLite would not see that the index of these has all that is asked for. */
export function isUncallable({ state }: Cases): SQL {
  return sql`${state} = 'uncallable'`;
}

function lengthOf({ lastMissedAt, firstMissedAt }: Cases): SQL<number> {
  return sql<number>`(${lastMissedAt} - ${firstMissedAt})`;
}
