/** What the board shows: pages of cases in their order, counts, and the instants that change it. */

import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  max,
  min,
  ne,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { BoardQuery, Cursor, DayKind } from '@/domain/board-query';
import type { Span } from '@/domain/days';
import { deskRank } from '@/domain/desk-order';
import type { Connection, Tables } from './connection';
import { merged } from './merged';
import type { StoredCase } from './projections';
import { has, isOfSought, loadSought } from './search';
import { didsOf } from './sight';

export function boardQueries(db: Connection, tables: Tables) {
  const { calls, cases } = tables;
  return {
    /**
     * One row more than the page holds, when there is a next page; each with the cursor of what follows it. `span` is
     * that of the query's days.
     */
    async loadPage(
      query: BoardQuery,
      now: number,
      among: string[] | null,
      span: Span | null,
    ): Promise<{ found: StoredCase; cursor: Cursor }[]> {
      const asOf = query.cursor?.asOf ?? now;
      const { rank, instant, ascending } = orderOf(query, asOf);
      const direction = ascending ? asc : desc;
      const sought = await loadSought(db, tables, query.q);
      const isMeant = or(isOfSought(cases.caller, sought), hidesAs(query));
      const shared = and(
        ...stateIs(query, now),
        isMeant,
        hasOutcome(query, now),
        ...(await liesIn(query, span)),
        afterCursor(query, asOf),
      );
      const lists = await Promise.all(
        alternatives(query, among, now).map((alternative) =>
          db
            .select({ found: cases, at: instant })
            .from(cases)
            .where(and(shared, alternative))
            .orderBy(...(rank ? [asc(rank)] : []), direction(instant), direction(cases.id))
            .limit(query.limit + 1),
        ),
      );
      const rows = lists.map((list) =>
        list.map(({ found, at }) => ({
          found,
          cursor: { asOf, rank: rank ? deskRank(found, asOf) : 0, at: Number(at), id: found.id },
        })),
      );
      return merged(rows, ({ cursor }) => cursor, ascending, query.limit + 1);
    },

    /** Of the cases in the queue that are not snoozed, by DID: how many, how many due at `now`, how many tried. */
    async countOpen(now: number) {
      return db
        .select({
          did: cases.did,
          open: count(),
          overdue: integer(sql`sum(case when ${cases.dueAt} <= ${now} then 1 else 0 end)`),
          attempted: integer(sql`sum(case when ${cases.attempts} > 0 then 1 else 0 end)`),
        })
        .from(cases)
        .where(and(inQueue(now), isAwake(now), lte(cases.visibleFrom, now)))
        .groupBy(cases.did);
    },

    /** Of the same cases, by DID: by whom they are claimed at `now`, and by whom they were tried last. */
    async countByPerson(now: number) {
      const claims = sql<
        string | null
      >`case when ${cases.claimLapsesAt} > ${now} then ${cases.claimedBy} end`;
      return db
        .select({ did: cases.did, claimedBy: claims, triedBy: cases.lastAttemptBy, open: count() })
        .from(cases)
        .where(
          and(
            inQueue(now),
            isAwake(now),
            lte(cases.visibleFrom, now),
            or(gt(cases.claimLapsesAt, now), isNotNull(cases.lastAttemptBy)),
          ),
        )
        .groupBy(cases.did, sql`2`, cases.lastAttemptBy);
    },

    async countSnoozed(now: number, among: string[] | null): Promise<number> {
      return countWhere(ofDids(among), inQueue(now), gt(cases.wakesAt, now));
    },

    async countUncallable(now: number, among: string[] | null): Promise<number> {
      return countWhere(ofDids(among), eq(cases.state, 'uncallable'), lte(cases.visibleFrom, now));
    },

    /** Settled by somebody or by a record; expired cases are lost, not closed. */
    async countClosedSince(since: number, among: string[] | null): Promise<number> {
      return countWhere(ofDids(among), gte(cases.endsAt, since), eq(cases.state, 'closed'));
    },

    /**
     * The last instant up to `now`, and the first one after it, at which time alone changes the board: a case falls
     * due, wakes or expires, a claim lapses, an undecided call is decided. 0 and Infinity where there is none.
     */
    async loadInstants(now: number): Promise<{ passed: number; next: number }> {
      const open = eq(cases.state, 'open');
      const instants = [
        await around(cases.dueAt, cases, now, open),
        await around(cases.endsAt, cases, now, open),
        await around(cases.wakesAt, cases, now),
        await around(cases.claimLapsesAt, cases, now),
        await around(calls.decidesAt, calls, now),
      ];
      return {
        passed: Math.max(...instants.map(({ passed }) => passed)),
        next: Math.min(...instants.map(({ next }) => next)),
      };
    },
  };

  async function countWhere(...conditions: (SQL | undefined)[]): Promise<number> {
    const [row] = await db
      .select({ cases: count() })
      .from(cases)
      .where(and(...conditions));
    return row?.cases ?? 0;
  }

  async function around(instant: SQLiteColumn, table: typeof cases | typeof calls, now: number, where?: SQL) {
    const [before] = await db
      .select({ at: max(instant) })
      .from(table)
      .where(and(where, lte(instant, now)));
    const [after] = await db
      .select({ at: min(instant) })
      .from(table)
      .where(and(where, gt(instant, now)));
    return { passed: Number(before?.at ?? 0), next: Number(after?.at ?? Number.POSITIVE_INFINITY) };
  }

  /** The rank is `deskRank`, in SQL. */
  function orderOf({ state, order }: BoardQuery, asOf: number) {
    if (order === 'newest') {
      return {
        rank: null,
        instant: state === 'closed' ? cases.endsAt : cases.lastMissedAt,
        ascending: false,
      };
    }
    const rank = sql`(case when ${cases.dueAt} <= ${asOf} then 0 else 4 end)
      + (case when ${cases.missedCount} > 1 then 0 else 2 end) + (case when ${cases.isShort} then 1 else 0 end)`;
    return { rank: order === 'desk' ? rank : null, instant: cases.firstMissedAt, ascending: true };
  }

  function stateIs({ state }: BoardQuery, now: number): (SQL | undefined)[] {
    const visible = lte(cases.visibleFrom, now);
    if (state === 'all') return [visible];
    if (state === 'uncallable') return [visible, eq(cases.state, 'uncallable')];
    // Written so, the order's own index is read: by two states, every closed case would be sorted.
    if (state === 'closed') return [ne(cases.state, 'uncallable'), lte(cases.endsAt, now)];
    if (state === 'snoozed') return [visible, inQueue(now), gt(cases.wakesAt, now)];
    const narrower = {
      open: undefined,
      attempted: gt(cases.attempts, 0),
      overdue: lte(cases.dueAt, now),
    };
    return [visible, inQueue(now), isAwake(now), narrower[state]];
  }

  /** rules.md 23: open, and not expired. */
  function inQueue(now: number): SQL {
    return and(eq(cases.state, 'open'), gt(cases.endsAt, now))!;
  }

  /** rules.md 22: not snoozed. */
  function isAwake(now: number): SQL {
    return or(isNull(cases.wakesAt), lte(cases.wakesAt, now))!;
  }

  /** Of these DIDs only; null for all. */
  function ofDids(among: string[] | null): SQL | undefined {
    return among === null ? undefined : inArray(cases.did, among);
  }

  /**
   * What may be true of a row besides, each read by an index of its own: one condition with `or` would have every
   * closed case sorted.
   */
  function alternatives(query: BoardQuery, among: string[] | null, now: number): (SQL | undefined)[] {
    const dids = didsOf(cases.did, query.did, among);
    return dids.flatMap((did) => isBy(query, now).map((by) => and(did, by)));
  }

  /** Theirs: claimed, last tried or closed by them. */
  function isBy({ who, state }: BoardQuery, now: number): (SQL | undefined)[] {
    if (who === null) return [undefined];
    const claims = and(inQueue(now), eq(cases.claimedBy, who), gt(cases.claimLapsesAt, now));
    const ways = [claims, eq(cases.lastAttemptBy, who), eq(cases.closedBy, who)];
    return state === 'closed' || state === 'all' ? ways : [or(...ways)];
  }

  /** Who has no number is found by the text that came in its place. */
  function hidesAs({ q }: BoardQuery): SQL | undefined {
    if (q === null || (/\d/.test(q) && !/\p{L}/u.test(q))) return undefined;
    return and(eq(cases.state, 'uncallable'), has(sql`lower(${cases.callerRaw})`, q.toLowerCase()));
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

  function afterCursor(query: BoardQuery, asOf: number): SQL | undefined {
    if (!query.cursor) return undefined;
    const { rank, instant, ascending } = orderOf(query, asOf);
    const beyond = ascending ? gt : lt;
    const { rank: lastRank, at, id } = query.cursor;
    const inRank = or(beyond(instant, at), and(eq(instant, at), beyond(cases.id, id)));
    return rank ? or(gt(rank, lastRank), and(eq(rank, lastRank), inRank)) : inRank;
  }
}

function lengthOf({ lastMissedAt, firstMissedAt }: Tables['cases']): SQL<number> {
  return sql<number>`(${lastMissedAt} - ${firstMissedAt})`;
}

function integer(expression: SQL): SQL<number> {
  return sql<number>`cast(${expression} as integer)`.mapWith(Number);
}
