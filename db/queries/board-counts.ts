/** What the board counts, by DID: who waits, who rang without a number, and what was settled. */

import { and, count, eq, gte, lte, type SQL, sql } from 'drizzle-orm';
import { isUncallable } from './case-filters';
import type { Connection, Tables } from './connection';
import { inQueue, isAwake } from './in-queue';
import { prepared } from './prepared';

export function boardCountQueries(db: Connection, { cases }: Tables) {
  const now = sql.placeholder('now');
  const since = sql.placeholder('since');
  const isOnDesk = lte(cases.visibleFrom, now);

  const waiting = prepared(() => {
    const awake = isAwake(cases, now);
    const claims = sql<string | null>`case when ${cases.claimLapsesAt} > ${now} then ${cases.claimedBy} end`;
    return db
      .select({
        did: cases.did,
        claimedBy: claims,
        triedBy: cases.lastAttemptBy,
        open: countOf(awake),
        overdue: countOf(and(awake, lte(cases.dueAt, now))!),
        attempted: countOf(sql`${awake} and ${cases.attempts} > 0`),
        snoozed: countOf(sql`not ${awake}`),
      })
      .from(cases)
      .where(and(inQueue(cases, now), isOnDesk))
      .groupBy(cases.did, sql`2`, cases.lastAttemptBy)
      .prepare();
  });

  const uncallable = prepared(() =>
    db
      .select({ did: cases.did, cases: count() })
      .from(cases)
      .where(and(isUncallable(cases), isOnDesk))
      .groupBy(cases.did)
      .prepare(),
  );

  const closed = prepared(() =>
    db
      .select({ did: cases.did, cases: count() })
      .from(cases)
      .where(and(eq(cases.state, 'closed'), gte(cases.endsAt, since)))
      .groupBy(cases.did)
      .prepare(),
  );

  return {
    /** The cases in the queue, also by whom they are claimed at `now` (ms) and by whom they were tried last. */
    async countWaiting(now: number) {
      return waiting().execute({ now });
    },

    async countUncallable(now: number) {
      return uncallable().execute({ now });
    },

    /** Settled by somebody or by a record; expired cases are lost, not closed. */
    async countClosedSince(since: number) {
      return closed().execute({ since });
    },
  };
}

function countOf(condition: SQL): SQL<number> {
  return sql<number>`cast(sum(case when ${condition} then 1 else 0 end) as integer)`.mapWith(Number);
}
