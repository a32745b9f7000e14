/** The projections: calls, cases and DIDs, as the folds made them. */

import { and, asc, desc, eq, inArray, lte, ne, sql } from 'drizzle-orm';
import type { Call } from '@/domain/call';
import type { Case } from '@/domain/case';
import type { Connection, Tables } from './connection';
import { inParts, keysAtOnce, upsert } from './parts';

export type StoredCall = Call & { caseId: string | null };
export type StoredCase = Omit<Case, 'calls'> & { callsTotal: number };

export function projectionQueries(db: Connection, { calls, cases, dids }: Tables) {
  return {
    async loadCalls(ids: string[]): Promise<StoredCall[]> {
      return inParts(ids, keysAtOnce, (part) => db.select().from(calls).where(inArray(calls.id, part)));
    },

    async loadCallsOfCallers(callers: string[]): Promise<StoredCall[]> {
      return inParts(callers, keysAtOnce, (part) =>
        db.select().from(calls).where(inArray(calls.caller, part)),
      );
    },

    async saveCalls(rows: StoredCall[]): Promise<void> {
      await upsert(db, calls, [calls.id], rows);
    },

    async loadCasesOfCallers(callers: string[]): Promise<StoredCase[]> {
      return inParts(callers, keysAtOnce, (part) =>
        db.select().from(cases).where(inArray(cases.caller, part)),
      );
    },

    async saveCases(rows: StoredCase[]): Promise<void> {
      await upsert(db, cases, [cases.id], rows);
    },

    async deleteCases(ids: string[]): Promise<void> {
      await inParts(ids, keysAtOnce, async (part) => {
        await db.delete(cases).where(inArray(cases.id, part));
        return [];
      });
    },

    /** Brings the list of DIDs to what the judged calls say, of those that came and those that may have gone. */
    async saveDids(came: string[], left: string[]): Promise<void> {
      if (came.length > 0)
        await db
          .insert(dids)
          .values(came.map((did) => ({ did })))
          .onConflictDoNothing();
      for (const did of left) {
        const [call] = await db
          .select({ id: calls.id })
          .from(calls)
          .where(and(eq(calls.did, did), ne(calls.verdict, 'undecided')))
          .limit(1);
        if (!call) await db.delete(dids).where(eq(dids.did, did));
      }
    },

    async loadDids(): Promise<string[]> {
      const rows = await db.select().from(dids).orderBy(asc(dids.did));
      return rows.map(({ did }) => did);
    },

    async dropProjections(): Promise<void> {
      for (const table of [calls, cases, dids]) await db.delete(table);
    },

    /** The case that holds this call. */
    async loadCaseOfCall(callId: string): Promise<StoredCase | undefined> {
      const [row] = await db
        .select({ found: cases })
        .from(calls)
        .innerJoin(cases, eq(cases.id, calls.caseId))
        .where(eq(calls.id, callId));
      return row?.found;
    },

    /** Of each case the newest calls, at most `newest`; the newest first. */
    async loadCallsOfCases(caseIds: string[], newest: number): Promise<StoredCall[]> {
      const place = sql<number>`row_number() over (partition by ${calls.caseId} order by ${calls.startedAt} desc, ${calls.id})`;
      return inParts(caseIds, keysAtOnce, async (part) => {
        const ranked = db.$with('ranked').as(
          db
            .select({ id: calls.id, place: place.as('place') })
            .from(calls)
            .where(inArray(calls.caseId, part)),
        );
        const rows = await db
          .with(ranked)
          .select({ call: calls })
          .from(calls)
          .innerJoin(ranked, eq(ranked.id, calls.id))
          .where(lte(ranked.place, newest))
          .orderBy(desc(calls.startedAt), asc(calls.id));
        return rows.map(({ call }) => call);
      });
    },
  };
}
