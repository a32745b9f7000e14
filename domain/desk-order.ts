/** The order of the desk (rules.md 24). */

import type { Case } from './case';

/**
 * The group of a case at `now` (ms), the lowest first: overdue, then who rang more than once; short calls after the
 * others of their group. Within a group the longest wait comes first.
 */
export function deskRank(it: Pick<Case, 'dueAt' | 'missedCount' | 'isShort'>, now: number): number {
  return (it.dueAt <= now ? 0 : 4) + (it.missedCount > 1 ? 0 : 2) + (it.isShort ? 1 : 0);
}
