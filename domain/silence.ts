/** Whether it is odd that no record came: measured against the same hours of the days before. */

import { TZDate } from '@date-fns/tz';
import { addDays, startOfDay } from 'date-fns';
import { type Hours, openTime } from './hours';

/** A stretch of time, half-open, ms. */
type Stretch = { from: number; to: number };

/** So much opening time without a record is worth a look. */
const silentMs = 2 * 60 * 60_000;

const comparedDays = 7;
/** On so many of those days there was a call in the same hours. */
const usualDays = 4;

/** The part of today (`now`, ms) in which nothing came, where the desk was open for two hours of it; else null. */
export function silentToday(lastAt: number, now: number, hours: Hours, zone: string): Stretch | null {
  const today = startOfDay(new TZDate(now, zone)).getTime();
  const silent = { from: Math.max(lastAt, today), to: now };
  return openTime(silent, hours, zone) >= silentMs ? silent : null;
}

/** The same hours by the clock on the seven days before the silence began, the newest first. */
export function sameHoursBefore(
  silent: Stretch,
  lastAt: number,
  zone: string,
): (Stretch & { daysAgo: number })[] {
  const at = (instant: number, daysAgo: number) => addDays(new TZDate(instant, zone), -daysAgo).getTime();
  let first = 1;
  while (at(silent.to, first) > lastAt) first += 1;
  return Array.from({ length: comparedDays }, (_, index) => {
    const daysAgo = first + index;
    return { daysAgo, from: at(silent.from, daysAgo), to: at(silent.to, daysAgo) };
  });
}

/** On most days there was a call in these hours, and on the same weekday too: Sundays are quieter than Mondays. */
export function isUnusual(days: { daysAgo: number; hadCall: boolean }[]): boolean {
  const had = days.filter(({ hadCall }) => hadCall);
  return had.length >= usualDays && had.some(({ daysAgo }) => daysAgo % 7 === 0);
}
