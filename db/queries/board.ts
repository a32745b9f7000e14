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
  isNull,
  lt,
  lte,
  max,
  min,
  notLike,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { BoardQuery, Cursor } from '@/domain/board-query';
import { deskRank } from '@/domain/desk-order';
import type { Connection, Tables } from './connection';
import type { StoredCase } from './projections';

export function boardQueries(db: Connection, { calls, cases }: Tables) {
  return {
    /** One row more than the page holds, when there is a next page; each with the cursor of what follows it. */
    async loadPage(
      query: BoardQuery,
      now: number,
      among: string[] | null,
    ): Promise<{ found: StoredCase; cursor: Cursor }[]> {
      const asOf = query.cursor?.asOf ?? now;
      const { rank, instant, ascending } = orderOf(query, asOf);
      const direction = ascending ? asc : desc;
      const rows = await db
        .select({ found: cases, at: instant })
        .from(cases)
        .where(
          and(
            ...stateIs(query, now),
            ofDids(among),
            ...didIs(query),
            ...callerHas(query),
            afterCursor(query, asOf),
          ),
        )
        .orderBy(...(rank ? [asc(rank)] : []), direction(instant), direction(cases.id))
        .limit(query.limit + 1);
      return rows.map(({ found, at }) => ({
        found,
        cursor: { asOf, rank: rank ? deskRank(found, asOf) : 0, at: Number(at), id: found.id },
      }));
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

    /** The cases whose clock started in this time (half-open, ms), for the figures. */
    async loadCasesByClock(from: number, to: number, did: string | null): Promise<StoredCase[]> {
      return db
        .select()
        .from(cases)
        .where(
          and(
            gte(cases.clockStartsAt, from),
            lt(cases.clockStartsAt, to),
            did === null ? undefined : eq(cases.did, did),
          ),
        );
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
    if (state === 'closed') return [inArray(cases.state, ['open', 'closed']), lte(cases.endsAt, now)];
    return [visible, inQueue(now), state === 'open' ? isAwake(now) : gt(cases.wakesAt, now)];
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

  function didIs({ did }: BoardQuery): SQL[] {
    return did === null ? [] : [eq(cases.did, did)];
  }

  function callerHas({ q }: BoardQuery): SQL[] {
    if (q === null) return [];
    const digits = q.replace(/\D/g, '');
    if (digits === '') return [has(sql`lower(${cases.callerRaw})`, q.toLowerCase())];
    // The key of a hidden caller is no number, though it has digits.
    return [notLike(cases.caller, 'hidden:%'), has(cases.caller, digits.replace(/^0+/, ''))];
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

/** Whether the text has this part, of which no sign has a meaning of its own. */
function has(text: SQLiteColumn | SQL, part: string): SQL {
  const pattern = `%${part.replace(/[%_\\]/g, '\\$&')}%`;
  return sql`${text} like ${pattern} escape '\\'`;
}

function integer(expression: SQL): SQL<number> {
  return sql<number>`cast(${expression} as integer)`.mapWith(Number);
}
