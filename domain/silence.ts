/** Whether a number of ours is silent for so long that its records may have stopped coming. */

import { TZDate } from '@date-fns/tz';
import type { DidJson } from './case-json';
import { type Hours, openSpans, openTime, type Span } from './hours';

/** Times in ISO 8601. `isOdd`: the desk as a whole is silent since `lastAt`; `silent` are those of its numbers. */
export type SilenceJson = {
  /** Null where no record ever came. */
  lastAt: string | null;
  isOdd: boolean;
  silent: (DidJson & { key: string; since: string })[];
};

/** The longest time without a call, ms, that there was in these hours. */
export type Pause = { hours: Hours; longest: number };

/** Never sooner, whatever is usual. */
const leastMs = 30 * 60_000;
/** So many times the longest pause is no pause any more. */
const manyTimes = 3;
/** Of fewer calls nobody can say what is usual. */
const fewestCalls = 5;

const quarterMs = 15 * 60_000;

/** How long before its last call we look for what is usual, and for how long after it somebody is told, ms. */
export const comparedMs = 14 * 24 * 60 * 60_000;

/**
 * What pauses are usual, by the instants (ms, in any order) at which calls began. Where nobody has set opening hours,
 * also in the hours of the week in which there are calls: else every night would be a pause, and no day long enough.
 */
export function usualPauses(calls: number[], hours: Hours, zone: string): Pause[] {
  if (calls.length < fewestCalls) return [];
  const inTurn = [...calls].sort((a, b) => a - b);
  const measured = hours.week === null ? [hours, { ...hours, week: weekOf(inTurn, zone) }] : [hours];
  return measured.map((hours) => ({ hours, longest: longestPause(inTurn, hours, zone) }));
}

/** Whether there is anything to ask: `usualPauses` needs the calls of two weeks. */
export function mayBeSilent(lastAt: number, now: number): boolean {
  return now - lastAt > leastMs && now - lastAt <= comparedMs;
}

/** Whether nothing since `lastAt` (ms) is odd at `now`, against what is usual up to then. Only opening time counts. */
export function isSilent(lastAt: number, pauses: Pause[], now: number, zone: string): boolean {
  if (!mayBeSilent(lastAt, now)) return false;
  return pauses.some(({ hours, longest }) => {
    return openTime({ from: lastAt, to: now }, hours, zone) > Math.max(leastMs, manyTimes * longest);
  });
}

function longestPause(calls: number[], hours: Hours, zone: string): number {
  const spans = openSpans({ from: calls[0]!, to: calls.at(-1)! }, hours, zone);
  let longest = 0;
  let next = 0;
  for (const [index, to] of calls.entries()) {
    const from = calls[index - 1] ?? to;
    while (spans[next] && spans[next]!.to <= from) next += 1;
    let open = 0;
    for (let at = next; spans[at] && spans[at]!.from < to; at += 1)
      open += Math.min(spans[at]!.to, to) - Math.max(spans[at]!.from, from);
    longest = Math.max(longest, open);
  }
  return longest;
}

/** The hours of each weekday in which calls began, as opening hours. */
function weekOf(calls: number[], zone: string): Span[][] {
  const hours = Array.from({ length: 7 }, () => new Set<number>());
  // In every zone hours begin on a quarter of an hour, so that one call in each is enough to ask about.
  for (const at of new Set(calls.map((call) => call - (call % quarterMs)))) {
    const then = new TZDate(at, zone);
    hours[then.getDay()]!.add(then.getHours());
  }
  const wall = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  return hours.map((ofDay) => [...ofDay].map((hour) => ({ opens: wall(hour), closes: wall(hour + 1) })));
}
