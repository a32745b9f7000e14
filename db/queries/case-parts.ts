/** Cases with all that is told of them, read in one go: for a thread that reads that is one errand (`front/slow-reads.ts`). */

import type { BoardQuery } from '@/domain/board-query';
import type { Span } from '@/domain/days';
import type { callerQueries } from './callers';
import type { casePageQueries } from './case-pages';
import type { decisionQueries } from './decisions';
import type { projectionQueries, StoredCase } from './projections';
import type { recordQueries } from './records';

type Sources = Pick<
  ReturnType<typeof casePageQueries> &
    ReturnType<typeof projectionQueries> &
    ReturnType<typeof recordQueries> &
    ReturnType<typeof decisionQueries> &
    ReturnType<typeof callerQueries>,
  'loadPage' | 'loadCallsOfCases' | 'loadLegs' | 'loadDecisionsOfCases' | 'loadPrevious' | 'loadCallers'
>;

export type CaseParts = Awaited<ReturnType<ReturnType<typeof casePartQueries>['loadPartsOfCases']>>;

export function casePartQueries(from: Sources) {
  /** Of each case the newest calls, at most `newest`, the legs of those, what was decided, and what is known of its caller. */
  async function loadPartsOfCases(some: StoredCase[], newest: number) {
    const ids = some.map(({ id }) => id);
    const calls = await from.loadCallsOfCases(some, newest);
    return {
      calls,
      legs: await from.loadLegs(calls.map(({ id }) => id)),
      decisions: await from.loadDecisionsOfCases(ids),
      previous: await from.loadPrevious(ids),
      callers: await from.loadCallers(some.map(({ caller }) => caller)),
    };
  }

  return {
    loadPartsOfCases,

    /** A page (see `loadPage`), and the parts of its cases; not those of the row behind it. */
    async loadFilledPage(
      query: BoardQuery,
      now: number,
      among: string[] | null,
      span: Span | null,
      newest: number,
    ) {
      const rows = await from.loadPage(query, now, among, span);
      const page = rows.slice(0, query.limit).map(({ found }) => found);
      return { rows, parts: await loadPartsOfCases(page, newest) };
    },
  };
}
