/** When calls began, by number: what tells a pause from a silence. */

import { and, desc, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import type { Connection, Tables } from './connection';

export function silenceQueries(db: Connection, { calls, dids }: Tables) {
  return {
    /** When the last call on each number began, ms; of these numbers only, null for all. */
    async loadLastCalls(among: string[] | null): Promise<{ did: string; at: number }[]> {
      const at = sql<number>`(select max(c.started_at) from calls c where c.did = dids.did)`.mapWith(Number);
      return db
        .select({ did: dids.did, at })
        .from(dids)
        .where(among === null ? undefined : inArray(dids.did, among))
        .orderBy(dids.did);
    },

    /** The newest instants of that time at which calls began, at most so many; on one number, null for all. */
    async loadCallInstants(did: string | null, from: number, to: number, atMost: number): Promise<number[]> {
      const rows = await db
        .select({ at: calls.startedAt })
        .from(calls)
        .where(
          and(
            did === null ? undefined : eq(calls.did, did),
            gte(calls.startedAt, from),
            lte(calls.startedAt, to),
          ),
        )
        .orderBy(desc(calls.startedAt))
        .limit(atMost);
      return rows.map(({ at }) => at);
    },
  };
}
