/** The projections: calls, cases and DIDs, as the folds made them. */

import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNull,
  lt,
  lte,
  ne,
  or,
  sql,
} from 'drizzle-orm';
import type { Call } from '@/domain/call';
import type { Case } from '@/domain/case';
import type { Connection, Tables } from './connection';
import { inParts, keysAtOnce } from './parts';
import { prepared } from './prepared';
import type { Rows } from './rows';
import { eachKey, eachNumber, eachOfNumbers, isAmongKeys, keySet, numberSet } from './sets';

export type StoredCall = Call & { caseId: string | null };
export type StoredCase = Omit<Case, 'calls'>;

/** For each caller an instant, ms. */
export type Since = Map<string, number>;

/** The place of a call in the order in which calls began. */
export type Began = Pick<StoredCall, 'startedAt' | 'id'>;

type Begun = { since: number; before: Began | undefined; of: string | null };

export function projectionQueries(db: Connection, { calls, cases, dids, numberParts }: Tables, many: Rows) {
  const callsById = prepared(() => db.select().from(calls).where(isAmongKeys(calls.id)).prepare());
  const callsSince = [calls.caller, calls.other].map((party) =>
    prepared(() =>
      db
        .select(getTableColumns(calls))
        .from(eachOfNumbers)
        .crossJoin(calls)
        .where(and(eq(party, eachKey), gte(calls.startedAt, eachNumber)))
        .prepare(),
    ),
  );
  const wasOpen = and(
    inArray(cases.state, ['open', 'uncallable']),
    or(isNull(cases.endsAt), gte(cases.endsAt, eachNumber)),
  );
  // Each way by an index of its own: with one `or` the whole history of a caller would be read.
  const casesReaching = [gte(cases.spansTo, eachNumber), wasOpen].map((reaches) =>
    prepared(() =>
      db
        .select(getTableColumns(cases))
        .from(eachOfNumbers)
        .crossJoin(cases)
        .where(and(eq(cases.caller, eachKey), reaches))
        .prepare(),
    ),
  );

  return {
    async loadCalls(ids: string[]): Promise<StoredCall[]> {
      return callsById().execute({ keys: keySet(ids) });
    },

    /** The calls from or to these callers that began at their instants or later. */
    async loadCallsSince(since: Since): Promise<StoredCall[]> {
      const numbers = numberSet(since);
      const found = await Promise.all(callsSince.map((statement) => statement().execute({ numbers })));
      return found.flat();
    },

    /** The calls that began at `since` (ms) or later, the newest first; from `before` on, of one number or of all. */
    async loadCallsBegun({ since, before, of }: Begun, limit: number): Promise<StoredCall[]> {
      const beyond =
        before &&
        and(
          lte(calls.startedAt, before.startedAt),
          or(lt(calls.startedAt, before.startedAt), lt(calls.id, before.id)),
        );
      // A number that turns out to be ours, or not, may stand at either end of a call (rules.md 6). Written so, the
      // page is read by the index of the order; with two conditions every page would sort all calls of the number.
      const isOf = of === null ? undefined : sql`${of} in (${calls.did}, ${calls.caller})`;
      return db
        .select()
        .from(calls)
        .where(and(gte(calls.startedAt, since), beyond, isOf))
        .orderBy(desc(calls.startedAt), desc(calls.id))
        .limit(limit);
    },

    /** Whether any call began in this time (half-open, ms). */
    async hasCallBegun(from: number, to: number): Promise<boolean> {
      const found = await db
        .select({ id: calls.id })
        .from(calls)
        .where(and(gte(calls.startedAt, from), lt(calls.startedAt, to)))
        .limit(1);
      return found.length > 0;
    },

    async deleteCalls(ids: string[]): Promise<void> {
      await inParts(ids, keysAtOnce, async (part) => {
        await db.delete(calls).where(inArray(calls.id, part));
        return [];
      });
    },

    /** `before`: rows by their ids as they stand in the store, where that is known. */
    async saveCalls(rows: StoredCall[], before?: ReadonlyMap<unknown, StoredCall>): Promise<void> {
      await many.upsert(calls, [calls.id], rows, before);
    },

    /** The cases of these callers that depend on their instants or on what came later: open then, or settled since. */
    async loadCasesReaching(since: Since): Promise<StoredCase[]> {
      const numbers = numberSet(since);
      const found = await Promise.all(casesReaching.map((statement) => statement().execute({ numbers })));
      return [...new Map(found.flat().map((it) => [it.id, it])).values()];
    },

    async saveCases(rows: StoredCase[], before?: ReadonlyMap<unknown, StoredCase>): Promise<void> {
      await many.upsert(cases, [cases.id], rows, before);
    },

    async deleteCases(ids: string[]): Promise<void> {
      await inParts(ids, keysAtOnce, async (part) => {
        await db.delete(cases).where(inArray(cases.id, part));
        return [];
      });
    },

    /** Brings the list of DIDs to what the judged calls say, of those that came and those that may have gone. */
    async saveDids(came: string[], left: string[]): Promise<void> {
      await many.insertNew(
        dids,
        came.map((did) => ({ did })),
      );
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
      for (const table of [calls, cases, dids, numberParts]) await db.delete(table);
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

    /** Whether another case of the same caller and DID is in the queue at `now`, ms. */
    async hasOtherOpen({ id, caller, did }: StoredCase, now: number): Promise<boolean> {
      const [other] = await db
        .select({ id: cases.id })
        .from(cases)
        .where(
          and(
            eq(cases.caller, caller),
            eq(cases.did, did),
            ne(cases.id, id),
            eq(cases.state, 'open'),
            gt(cases.endsAt, now),
            lte(cases.visibleFrom, now),
          ),
        )
        .limit(1);
      return other !== undefined;
    },

    /** The case before each of these, of the same caller and DID (rules.md 15): its id by theirs. */
    async loadPrevious(caseIds: string[]): Promise<Map<string, string>> {
      const previous = sql<string | null>`(
        select before.id from cases before
        where before.caller = cases.caller and before.did = cases.did and before.spans_from < cases.spans_from
        order by before.spans_from desc limit 1)`;
      const rows = await inParts(caseIds, keysAtOnce, (part) =>
        db.select({ id: cases.id, previous }).from(cases).where(inArray(cases.id, part)),
      );
      return new Map(rows.flatMap((row) => (row.previous === null ? [] : [[row.id, row.previous]])));
    },

    /** Of each case the newest calls, at most `newest`; the newest first. */
    async loadCallsOfCases(
      some: Pick<StoredCase, 'id' | 'callsTotal'>[],
      newest: number,
    ): Promise<StoredCall[]> {
      const short = some.filter(({ callsTotal }) => callsTotal <= newest);
      const long = some.filter(({ callsTotal }) => callsTotal > newest);
      const inTurn = [desc(calls.startedAt), asc(calls.id)];
      const found = await Promise.all([
        inParts(
          short.map(({ id }) => id),
          keysAtOnce,
          (part) =>
            db
              .select()
              .from(calls)
              .where(inArray(calls.caseId, part))
              .orderBy(...inTurn),
        ),
        ...long.map(({ id }) =>
          db
            .select()
            .from(calls)
            .where(eq(calls.caseId, id))
            .orderBy(...inTurn)
            .limit(newest),
        ),
      ]);
      return found.flat();
    },
  };
}
