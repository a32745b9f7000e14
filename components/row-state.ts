/** The state of a row as the reader sees it: rules.md 14 and 17, derived from the time. */

import type { CaseJson } from '@/domain/case-json';
import { dueSoonAt } from '@/domain/case-now';

export type RowState = 'overdue' | 'due-soon' | 'waiting' | 'tried' | 'closed' | 'uncallable' | 'snoozed';

/** `now` in ms. */
export function rowState(shownCase: CaseJson, now: number): RowState {
  if (shownCase.state === 'closed' || shownCase.state === 'uncallable' || shownCase.state === 'snoozed') {
    return shownCase.state;
  }
  if (shownCase.state === 'attempted') return 'tried';
  if (isPastTarget(shownCase, now)) return 'overdue';
  return isDueSoon(shownCase, now) ? 'due-soon' : 'waiting';
}

/** Whether somebody should have called back by now; those that were tried included. */
export function isPastTarget(shownCase: CaseJson, now: number): boolean {
  if (shownCase.state !== 'open' && shownCase.state !== 'attempted') return false;
  return shownCase.overdue || now >= Date.parse(shownCase.dueAt);
}

function isDueSoon(shownCase: CaseJson, now: number): boolean {
  if (shownCase.state !== 'open' && shownCase.state !== 'attempted') return false;
  return now >= dueSoonAt(Date.parse(shownCase.clockStartsAt), Date.parse(shownCase.dueAt));
}

/** How long the caller waited, ms: until now, or until the case was closed. */
export function waitedMs(shownCase: CaseJson, now: number): number {
  const until = shownCase.closedAt ? Date.parse(shownCase.closedAt) : now;
  return Math.max(0, until - Date.parse(shownCase.firstMissedAt));
}
