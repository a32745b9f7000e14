/** What can be said about a case as it stands: the buttons and the keys ask the same. */

import type { CaseJson } from '@/domain/case-json';
import { type DecisionKind, isSettling } from '@/domain/decision';

/** rules.md 16, 21 and 22. */
export function isPossible({ state }: CaseJson, kind: DecisionKind): boolean {
  if (kind === 'note') return true;
  if (state === 'closed') return kind === 'reopen';
  if (kind === 'tried' || isSettling(kind)) return true;
  return kind === 'reopen' ? state === 'snoozed' : state !== 'uncallable';
}

/** Whether what is said takes a case out of the view in which it stands. */
export function isLeaving(kind: DecisionKind): boolean {
  return kind !== 'note' && kind !== 'tried' && kind !== 'claim' && kind !== 'release';
}

/** What is said of many: a claim of none but one's own is a release. */
export function kindForMany(cases: CaseJson[], wanted: DecisionKind, me: string): DecisionKind {
  if (wanted !== 'claim' || cases.length === 0) return wanted;
  return cases.every(({ claimedBy }) => claimedBy === me) ? 'release' : 'claim';
}
