/** When a small Indian firm's telephone rings. All times in ms. */

import type { Random } from './random';

export const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** India has one zone and no summer time. */
const indiaMs = 5.5 * hour;

/** Of the busiest hour, by the hour in India: a quiet night, peaks at 10 to 12 and at 15 to 17. */
const busyness = [
  0.02, 0.01, 0.01, 0.01, 0.01, 0.02, 0.05, 0.1, 0.25, 0.65, 1, 0.97, 0.6, 0.4, 0.6, 0.95, 0.92, 0.65, 0.4,
  0.25, 0.15, 0.1, 0.06, 0.03,
];
const sunday = 0.4;
const opens = 9;
const closes = 20;

export type Span = {
  calls: number;
  /** Days of history; 0 is a live run at the pace of a busy hour. */
  days: number;
  /** The end of the history; the beginning of a live run. */
  endsAt: number;
};

/** No call of ours is longer, so that the last one of a history has ended too. */
const longestCall = 10 * minute;
const liveCallsPerHour = 30;

/** When the calls begin, in order. */
export function ringTimes(random: Random, span: Span): number[] {
  return (span.days === 0 ? liveTimes(random, span) : pastTimes(random, span)).sort((a, b) => a - b);
}

function liveTimes(random: Random, { calls, endsAt }: Span): number[] {
  let at = endsAt;
  return Array.from({ length: calls }, () => {
    at += Math.round((-Math.log(1 - random()) * hour) / liveCallsPerHour);
    return at;
  });
}

function pastTimes(random: Random, { calls, days, endsAt }: Span): number[] {
  return Array.from({ length: calls }, () => {
    for (;;) {
      const at = endsAt - longestCall - Math.floor(random() * (days * day - longestCall));
      if (random() < busynessAt(at)) return at;
    }
  });
}

function busynessAt(at: number): number {
  return (busyness[hourAt(at)] ?? 0) * (isSunday(at) ? sunday : 1);
}

export function isOpen(at: number): boolean {
  return hourAt(at) >= opens && hourAt(at) < closes;
}

/** `at` itself while the firm is open. */
export function nextOpening(at: number): number {
  if (isOpen(at)) return at;
  const opening = Math.floor((at + indiaMs) / day) * day - indiaMs + opens * hour;
  return opening > at ? opening : opening + day;
}

function hourAt(at: number): number {
  return Math.floor((at + indiaMs) / hour) % 24;
}

/** The first day of 1970 was a Thursday. */
function isSunday(at: number): boolean {
  return (Math.floor((at + indiaMs) / day) + 4) % 7 === 0;
}
