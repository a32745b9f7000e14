/** The orders in which cases are listed, and what follows a row in each. */

import { and, eq, gt, lt, or, type SQL, sql } from 'drizzle-orm';
import type { BoardQuery } from '@/domain/board-query';
import type { Tables } from './connection';

export function caseOrder(cases: Tables['cases']) {
  return { orderOf, afterCursor };

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
    // Of a caller without a number no call joins another (rules.md 16): both instants are one, and have one index.
    const instant = state === 'uncallable' ? cases.lastMissedAt : cases.firstMissedAt;
    return { rank: order === 'desk' ? rank : null, instant, ascending: true };
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
