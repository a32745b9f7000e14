/** A live run's calls on a clock that runs faster than life, their own lengths kept. */

import { type Call, endOf } from './calls';

const betweenCallsMs = 2_000;

/**
 * Moves each call so that it ends when the fast clock comes to its end: no record then tells of the future. One
 * person's calls keep their order and never overlap, so whatever comes after a long talk waits for it.
 */
export function placed(calls: Call[], from: number, rate: number): Call[] {
  const freeAt = new Map<string, number>();
  return calls.map((call) => {
    const length = endOf(call) - call.startsAt;
    const onFastClock = from + Math.round((endOf(call) - from) / rate) - length;
    const startsAt = Math.max(onFastClock, freeAt.get(call.caller ?? '') ?? 0);
    if (call.caller) freeAt.set(call.caller, startsAt + length + betweenCallsMs);
    return { ...call, startsAt };
  });
}
