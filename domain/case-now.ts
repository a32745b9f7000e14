/** What time alone makes of a case: nothing needs a timer, the instants have passed or they have not. */

import type { Case } from './case';

export type CaseNow = {
  state: 'open' | 'attempted' | 'snoozed' | 'closed' | 'uncallable';
  outcome: Case['outcome'];
  isOverdue: boolean;
  closedAt: number | null;
  claimedBy: string | null;
};

type Row = Pick<
  Case,
  | 'state'
  | 'outcome'
  | 'attempts'
  | 'dueAt'
  | 'endsAt'
  | 'wakesAt'
  | 'claimedBy'
  | 'claimLapsesAt'
  | 'closedAt'
>;

const dueSoonFrom = 2 / 3;

/** rules.md 14: the instant from which a case is due soon; all in ms. */
export function dueSoonAt(clockStartsAt: number, dueAt: number): number {
  return clockStartsAt + (dueAt - clockStartsAt) * dueSoonFrom;
}

/** rules.md 14, 22 and 23 at `now`, ms. */
export function caseAt(it: Row, now: number): CaseNow {
  const isExpired = it.state === 'open' && it.endsAt !== null && it.endsAt <= now;
  const isSnoozed = it.state === 'open' && it.wakesAt !== null && it.wakesAt > now;
  const inQueue = it.state === 'open' && !isExpired;
  const isClaimed = inQueue && it.claimLapsesAt !== null && it.claimLapsesAt > now;
  return {
    state: isExpired ? 'closed' : isSnoozed ? 'snoozed' : inQueue && it.attempts > 0 ? 'attempted' : it.state,
    outcome: isExpired ? 'expired' : it.outcome,
    isOverdue: inQueue && it.dueAt <= now,
    closedAt: isExpired ? it.endsAt : it.closedAt,
    claimedBy: isClaimed ? it.claimedBy : null,
  };
}
