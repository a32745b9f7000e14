import type { Messages } from '@/messages/en';
import type { Row } from './held-rows';
import { dateAndTime, dayAndTime, span } from './when';
import { reasonWord } from './words';

/** Why a row is in its state, in a line; null where its word says it all. `now` in ms. */
export function stateReason(
  { case: shownCase, isGone, isVanished }: Row,
  now: number,
  zone: string,
  m: Messages,
): string | null {
  const { answeredAfterAll, noLongerWaiting, reasons } = m.row;
  if (isVanished) return answeredAfterAll;
  const { state, dueAt, wakesAt } = shownCase;
  if (state === 'closed') return reasonWord(shownCase, m);
  if (isGone) return noLongerWaiting;
  if (state === 'uncallable') return reasons.uncallable;
  if (wakesAt) return reasons.wakes(dayAndTime(wakesAt, zone, m));
  return againstTarget(dueAt, now, zone, m);
}

/** How a wait stands against the target (rules.md 14). */
export function againstTarget(dueAt: string, now: number, zone: string, m: Messages): string {
  const { reasons } = m.row;
  const due = dateAndTime(dueAt, now, zone, m);
  const left = Date.parse(dueAt) - now;
  return left <= 0 ? reasons.overdue(span(-left, m), due) : reasons.due(span(left, m), due);
}
