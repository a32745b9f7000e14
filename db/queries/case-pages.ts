/** Pages of cases, each list of them read by an index in its order. */

import { and, asc, desc, or } from 'drizzle-orm';
import type { BoardQuery, Cursor } from '@/domain/board-query';
import type { Span } from '@/domain/days';
import { deskRank } from '@/domain/desk-order';
import { caseFilters } from './case-filters';
import { caseOrder } from './case-order';
import type { Connection, Tables } from './connection';
import { merged } from './merged';
import type { StoredCase } from './projections';
import { isOfSought, loadSought } from './search';
import { didsOf } from './sight';

export function casePageQueries(db: Connection, tables: Tables) {
  const { cases } = tables;
  const { stateIs, hasOutcome, hidesAs, isBy, liesIn } = caseFilters(db, cases);
  const { orderOf, afterCursor } = caseOrder(cases);

  return {
    /**
     * One row more than the page holds, when there is a next page; each with the cursor of what follows it. `span` is
     * that of the query's days.
     */
    async loadPage(
      query: BoardQuery,
      now: number,
      among: string[] | null,
      span: Span | null,
    ): Promise<{ found: StoredCase; cursor: Cursor }[]> {
      const asOf = query.cursor?.asOf ?? now;
      const { rank, instant, ascending } = orderOf(query, asOf);
      const direction = ascending ? asc : desc;
      const sought = await loadSought(db, tables, query.q);
      const shared = and(
        ...stateIs(query, now),
        or(isOfSought(cases.caller, sought), hidesAs(query)),
        hasOutcome(query, now),
        ...(await liesIn(query, span)),
        afterCursor(query, asOf),
      );
      // Each by an index of its own: one condition with `or` would have every closed case sorted.
      const alternatives = didsOf(cases.did, query.did, among).flatMap((did) =>
        isBy(query, now).map((by) => and(did, by)),
      );
      const lists = await Promise.all(
        alternatives.map((alternative) =>
          db
            .select({ found: cases, at: instant })
            .from(cases)
            .where(and(shared, alternative))
            .orderBy(...(rank ? [asc(rank)] : []), direction(instant), direction(cases.id))
            .limit(query.limit + 1),
        ),
      );
      const rows = lists.map((list) =>
        list.map(({ found, at }) => ({
          found,
          cursor: { asOf, rank: rank ? deskRank(found, asOf) : 0, at: Number(at), id: found.id },
        })),
      );
      return merged(rows, ({ cursor }) => cursor, ascending, query.limit + 1);
    },
  };
}
