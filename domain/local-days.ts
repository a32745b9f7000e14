/** Days in a time zone, and the stretches of each in which its clock goes evenly. */

import { TZDate, tzOffset } from '@date-fns/tz';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/**
 * Half-open, ms. What happens at `at` does so in the local hour `(at - origin) / 1 h`, rounded down: a day on which
 * the clock is changed has two such stretches, and one that the zone leaves out has none.
 */
export type Stretch = { day: string; weekday: number; from: number; to: number; origin: number };

/** Every day as 2026-11-23, the last one included. */
export function daysOf({ from, to }: { from: string; to: string }): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = dayBeside(day, 1)) days.push(day);
  return days;
}

/** So many days later. */
export function dayBeside(day: string, later: number): string {
  return new Date(Date.parse(day) + later * dayMs).toISOString().slice(0, 10);
}

/** Sunday is 0. */
export function weekdayOf(day: string): number {
  return new Date(Date.parse(day)).getUTCDay();
}

export function dayStart(day: string, zone: string): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new TZDate(year, month - 1, date, zone).getTime();
}

/** Of a day of the zone, the earliest first. */
export function stretchesOf(day: string, zone: string): Stretch[] {
  const [from, to] = [dayStart(day, zone), dayStart(dayBeside(day, 1), zone)];
  if (from >= to) return [];
  const change = changeBetween(from, to, zone);
  const spans =
    change === null
      ? [[from, to]]
      : [
          [from, change],
          [change, to],
        ];
  return spans.map(([from, to]) => ({
    day,
    weekday: weekdayOf(day),
    from: from!,
    to: to!,
    origin: Date.parse(day) - offsetAt(from!, zone),
  }));
}

/** The instant at which the zone has its second offset; no zone changes twice in a day. */
function changeBetween(from: number, to: number, zone: string): number | null {
  const before = offsetAt(from, zone);
  if (offsetAt(to - 1, zone) === before) return null;
  let [low, high] = [from, to - 1];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, zone) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** Ahead of UTC, ms. */
function offsetAt(at: number, zone: string): number {
  return tzOffset(zone, new Date(at)) * minuteMs;
}
