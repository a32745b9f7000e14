/** What became of a wish, as HTTP tells it. */

import type { Decided } from '@/desk/decide';

export function decidedAnswer(decided: Decided): { status: number; body: object } {
  if (decided.is === 'unknown') return { status: 404, body: { error: 'There is no such case or decision.' } };
  if (decided.is === 'refused') return { status: 409, body: decided.refusal };
  return { status: 200, body: { case: decided.case, decision: decided.decision } };
}
