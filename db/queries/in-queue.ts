/** Which cases stand in the queue, at `now` (ms) or at the instant that a prepared statement is given. */

import { and, eq, gt, isNull, lte, or, type Placeholder, type SQL } from 'drizzle-orm';
import type { Tables } from './connection';

type Cases = Tables['cases'];

/** rules.md 23: open, and not expired. */
export function inQueue({ state, endsAt }: Cases, now: number | Placeholder): SQL {
  return and(eq(state, 'open'), gt(endsAt, now))!;
}

/** rules.md 22: not snoozed. */
export function isAwake({ wakesAt }: Cases, now: number | Placeholder): SQL {
  return or(isNull(wakesAt), lte(wakesAt, now))!;
}
