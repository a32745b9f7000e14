/** The tallies of the report: rows counted where they lie, so that a million of them need not leave it. */

import { and, count, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { Stretch } from '@/domain/local-days';
import type { CallTally, CaseTally, LostTally } from '@/domain/report';
import type { Connection, Tables } from './connection';
import { countedCalls, countedCases, measuresOf } from './report-conditions';

/** Spans are half-open, ms. Whose DID it is, is no condition: with one an engine may leave the index of the times. */
export function reportQueries(db: Connection, tables: Tables) {
  const { calls, cases } = tables;
  return {
    /** By DID and local hour. */
    async tallyCalls({ day, from, to, origin }: Stretch, now: number): Promise<CallTally[]> {
      const { answered, missed } = countedCalls(tables, now);
      const rows = await db
        .select({
          did: calls.did,
          hour: whole<number>(sql`(${calls.startedAt} - ${origin}) / 3600000`),
          answered: countOf(answered),
          missed: countOf(missed),
        })
        .from(calls)
        .where(and(gte(calls.startedAt, from), lt(calls.startedAt, to)))
        .groupBy(calls.did, sql`2`);
      return rows.map((row) => ({ day, ...row })).filter((row) => row.answered + row.missed > 0);
    },

    /** Those whose clock started then, by DID, person and minutes. */
    async tallyCases(from: number, to: number, now: number): Promise<CaseTally[]> {
      const { shown, counted, inTime, waiting } = countedCases(tables, now);
      const { by, minutes } = measuresOf(tables);
      return db
        .select({
          did: cases.did,
          by,
          minutes: whole(minutes),
          cases: count(),
          counted: countOf(counted),
          inTime: countOf(inTime),
          waiting: countOf(waiting),
        })
        .from(cases)
        .where(and(gte(cases.clockStartsAt, from), lt(cases.clockStartsAt, to), shown))
        .groupBy(cases.did, sql`2`, sql`3`);
    },

    /** Those that expired then, by DID and person. */
    async tallyLost(from: number, to: number, now: number): Promise<LostTally[]> {
      const { shown, lost, tried, untried } = countedCases(tables, now);
      const { by } = measuresOf(tables);
      return db
        .select({ did: cases.did, by, tried: countOf(tried), untried: countOf(untried) })
        .from(cases)
        .where(and(lost, gte(cases.endsAt, from), lt(cases.endsAt, to), shown))
        .groupBy(cases.did, sql`2`);
    },
  };
}

function countOf(condition: SQL): SQL<number> {
  return whole<number>(sql`sum(case when ${condition} then 1 else 0 end)`);
}

/** Rounded down, where it is not negative. */
function whole<Value extends number | null>(expression: SQL<Value> | SQL): SQL<Value> {
  return sql<Value>`cast(${expression} as integer)`;
}
