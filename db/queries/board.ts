/** What the board shows: pages of cases in their order, counts, and the instants that change it. */

import { and, asc, count, desc, eq, gt, lt, lte, max, min, notLike, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { BoardQuery } from '@/domain/board-query';
import type { Connection, Tables } from './connection';
import type { StoredCase } from './projections';

export function boardQueries(db: Connection, { calls, cases }: Tables) {
  return {
    /** One row more than the page holds, when there is a next page. */
    async loadPage(query: BoardQuery, now: number): Promise<{ found: StoredCase; at: number }[]> {
      const place = placeOf(query);
      const direction = place.ascending ? asc : desc;
      const rows = await db
        .select()
        .from(cases)
        .where(and(...stateIs(query, now), ...didIs(query), ...callerHas(query), afterCursor(query)))
        .orderBy(direction(place.column), direction(cases.id))
        .limit(query.limit + 1);
      return rows.map((found) => ({ found, at: found[place.name] ?? 0 }));
    },

    /** Of the cases in the queue, by DID: how many, how many due at `now`, how many tried. */
    async countOpen(now: number) {
      return db
        .select({
          did: cases.did,
          open: count(),
          overdue: integer(sql`sum(case when ${cases.dueAt} <= ${now} then 1 else 0 end)`),
          attempted: integer(sql`sum(case when ${cases.attempts} > 0 then 1 else 0 end)`),
        })
        .from(cases)
        .where(and(eq(cases.state, 'open'), lte(cases.visibleFrom, now)))
        .groupBy(cases.did);
    },

    async countUncallable(now: number): Promise<number> {
      const [row] = await db
        .select({ cases: count() })
        .from(cases)
        .where(and(eq(cases.state, 'uncallable'), lte(cases.visibleFrom, now)));
      return row?.cases ?? 0;
    },

    async countClosedSince(since: number): Promise<number> {
      const [row] = await db
        .select({ cases: count() })
        .from(cases)
        .where(gt(cases.closedAt, since - 1));
      return row?.cases ?? 0;
    },

    /**
     * The last instant up to `now`, and the first one after it, at which time alone changes the board: a case
     * falls due, or an undecided call is decided. 0 and Infinity where there is none.
     */
    async loadInstants(now: number): Promise<{ passed: number; next: number }> {
      const dues = await around(cases.dueAt, cases, now, eq(cases.state, 'open'));
      const decidings = await around(calls.decidesAt, calls, now);
      return { passed: Math.max(dues.passed, decidings.passed), next: Math.min(dues.next, decidings.next) };
    },
  };

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

  /** The column that orders a view. */
  function placeOf({ state, order }: BoardQuery) {
    if (order === 'waiting')
      return { name: 'firstMissedAt', column: cases.firstMissedAt, ascending: true } as const;
    return state === 'closed'
      ? ({ name: 'closedAt', column: cases.closedAt, ascending: false } as const)
      : ({ name: 'lastMissedAt', column: cases.lastMissedAt, ascending: false } as const);
  }

  function stateIs({ state }: BoardQuery, now: number): SQL[] {
    const visible = lte(cases.visibleFrom, now);
    if (state === 'all') return [visible];
    if (state === 'snoozed') return [sql`1 = 0`];
    return [eq(cases.state, state), visible];
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

  function afterCursor(query: BoardQuery): SQL | undefined {
    if (!query.cursor) return undefined;
    const { column, ascending } = placeOf(query);
    const { at, id } = query.cursor;
    const beyond = ascending ? gt : lt;
    return or(beyond(column, at), and(eq(column, at), beyond(cases.id, id)));
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
