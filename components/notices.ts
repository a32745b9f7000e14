/** Which notices are to be given of new missed calls and of overdue ones (rules.md 12 and 14). */

import type { CaseJson } from '@/domain/case-json';

export type NoticeKind = 'missed' | 'overdue';

export type Notice = { kind: NoticeKind; case: CaseJson };

export const noticeKinds: NoticeKind[] = ['missed', 'overdue'];

/** Cases that became so after `since` and up to `now`, ms: each is told of once for each kind. */
export function noticesOf(cases: CaseJson[], since: number, now: number): Notice[] {
  const hasPassed = (at: number) => since < at && at <= now;
  return cases
    .filter(({ state, caller }) => state === 'open' && !caller.isSpam)
    .flatMap((one) => [
      ...(hasPassed(settledAt(one)) ? [{ kind: 'missed' as const, case: one }] : []),
      ...(hasPassed(Date.parse(one.dueAt)) ? [{ kind: 'overdue' as const, case: one }] : []),
    ]);
}

/** The first instant after `now` (ms) at which there may be more to tell of these cases; null where there is none. */
export function nextNoticeAt(cases: CaseJson[], now: number): number | null {
  const coming = cases
    .flatMap((one) => [settledAt(one), Date.parse(one.dueAt)])
    .filter((at) => Number.isFinite(at) && at > now);
  return coming.length > 0 ? Math.min(...coming) : null;
}

/** rules.md 12: until then the first call of the case may turn out answered. */
function settledAt({ calls }: CaseJson): number {
  return Math.min(...calls.map(({ settlesAt }) => Date.parse(settlesAt)));
}
