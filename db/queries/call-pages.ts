/** The list of all calls, page by page, the newest first. */

import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, lte, or, type SQL } from 'drizzle-orm';
import type { CallQuery } from '@/domain/call-query';
import type { Span } from '@/domain/days';
import type { Connection, Tables } from './connection';
import { merged } from './merged';
import { inParts, keysAtOnce } from './parts';
import type { StoredCall } from './projections';
import { isOfSought, loadSought } from './search';
import { didsOf } from './sight';

export function callPageQueries(db: Connection, tables: Tables) {
  const { calls, callers } = tables;
  return {
    /**
     * One call more than the page holds, when there are more in that direction; the newest first, or towards newer
     * ones the oldest first. `span` is that of the query's days.
     */
    async loadCallPage(
      query: CallQuery,
      now: number,
      among: string[] | null,
      span: Span | null,
    ): Promise<StoredCall[]> {
      const { did, q, who, direction, limit, isNewer } = query;
      const sought = await loadSought(db, tables, q);
      const shared = and(
        isOfSought(calls.caller, sought),
        who === null ? undefined : eq(calls.staff, who),
        direction === null ? undefined : eq(calls.direction, direction),
        span?.start == null ? undefined : gte(calls.startedAt, span.start),
        span?.end == null ? undefined : lt(calls.startedAt, span.end),
        beyond(query),
      );
      const turn = isNewer ? asc : desc;
      const alternatives = didsOf(calls.did, did, among).flatMap((ofDid) =>
        verdictIs(query, now).map((judged) => and(ofDid, judged)),
      );
      const lists = await Promise.all(
        alternatives.map((alternative) => {
          const inTurn = [turn(calls.startedAt), turn(calls.id)];
          const listed = db
            .select({ id: calls.id })
            .from(calls)
            .where(and(shared, alternative))
            .orderBy(...inTurn)
            .limit(limit + 1);
          // The calls of many callers are put in order by what the index has of them; only the page's are read.
          const isListed =
            sought && 'callers' in sought ? inArray(calls.id, listed) : and(shared, alternative);
          return db
            .select()
            .from(calls)
            .where(isListed)
            .orderBy(...inTurn)
            .limit(limit + 1);
        }),
      );
      return merged(lists, ({ startedAt, id }) => ({ rank: 0, at: startedAt, id }), isNewer, limit + 1);
    },

    /** The names that people gave to callers, by the caller's key. */
    async loadNamesOf(keys: string[]): Promise<Map<string, string>> {
      const rows = await inParts([...new Set(keys)], keysAtOnce, (part) =>
        db
          .select({ caller: callers.caller, name: callers.name })
          .from(callers)
          .where(inArray(callers.caller, part)),
      );
      return new Map(rows.flatMap(({ caller, name }) => (name === null ? [] : [[caller, name]])));
    },
  };

  function beyond({ cursor, isNewer }: CallQuery): SQL | undefined {
    if (cursor === null) return undefined;
    const [past, from] = isNewer ? [gt, gte] : [lt, lte];
    const { at, id } = cursor;
    return and(from(calls.startedAt, at), or(past(calls.startedAt, at), past(calls.id, id)));
  }

  /** As `verdictAt` has it at `now`; each way is read by an index of its own. */
  function verdictIs({ verdict, direction }: CallQuery, now: number): (SQL | undefined)[] {
    // The calls that we made have verdicts of their own: so a desk that made none need not look through all others.
    if (verdict === null && direction === 'outbound')
      return [eq(calls.verdict, 'outbound_answered'), eq(calls.verdict, 'outbound_missed')];
    if (verdict === null) return [undefined];
    const isDecided = or(isNull(calls.decidesAt), lte(calls.decidesAt, now));
    if (verdict !== 'undecided') return [and(eq(calls.verdict, verdict), isDecided)];
    return [eq(calls.verdict, 'undecided'), gt(calls.decidesAt, now)];
  }
}
