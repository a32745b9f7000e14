/** What the figures of a day are made of: the cases whose clock started then, and how many calls came in. */

import { and, count, eq, gte, isNull, lt, lte, or } from 'drizzle-orm';
import type { Verdict } from '@/domain/verdict';
import type { Connection, Tables } from './connection';
import type { StoredCase } from './projections';

export type VerdictCount = { did: string; verdict: Verdict; calls: number };

/** Days are half-open, ms. Whose DID it is, is no condition: with one an engine may leave the index of the times. */
export function figureQueries(db: Connection, { calls, cases }: Tables) {
  return {
    /** Those that are on the desk at `now`. */
    async loadCasesByClock(from: number, to: number, now: number): Promise<StoredCase[]> {
      return db
        .select()
        .from(cases)
        .where(and(gte(cases.clockStartsAt, from), lt(cases.clockStartsAt, to), lte(cases.visibleFrom, now)));
    },

    /** The calls that came in, by DID and by what they are at `now`. */
    async countVerdicts(from: number, to: number, now: number): Promise<VerdictCount[]> {
      return db
        .select({ did: calls.did, verdict: calls.verdict, calls: count() })
        .from(calls)
        .where(
          and(
            gte(calls.startedAt, from),
            lt(calls.startedAt, to),
            eq(calls.direction, 'inbound'),
            or(isNull(calls.decidesAt), lte(calls.decidesAt, now)),
          ),
        )
        .groupBy(calls.did, calls.verdict);
    },
  };
}
