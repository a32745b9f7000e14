/** The digest: how the desk did on a day or in a week, told in the morning after it. */

import { TZDate } from '@date-fns/tz';
import { addDays, format, startOfDay } from 'date-fns';

export const digestTimes = ['day', 'week'] as const;
export type DigestEvery = (typeof digestTimes)[number];

/** Eight in the morning, by the clock of who reads it; weekly on Mondays. */
const hour = 8;
const monday = 1;

/** The last instant (ms) at or before `now` at which such a digest was due in this zone. */
export function lastDigestAt(now: number, every: DigestEvery, zone: string): number {
  const here = new TZDate(now, zone);
  for (let daysAgo = 0; ; daysAgo += 1) {
    const day = addDays(startOfDay(here), -daysAgo);
    const at = new TZDate(day.getFullYear(), day.getMonth(), day.getDate(), hour, zone).getTime();
    if (at <= now && (every === 'day' || day.getDay() === monday)) return at;
  }
}

export type DigestDays = { from: string; to: string };

/**
 * The days that a digest of `at` is about, as 2026-11-22 in the zone of the desk, and as many before them: so its figures
 * are those of the desk.
 */
export function digestDays(
  at: number,
  every: DigestEvery,
  deskZone: string,
): { days: DigestDays; before: DigestDays } {
  const today = new TZDate(at, deskZone);
  const day = (daysAgo: number) => format(addDays(today, -daysAgo), 'yyyy-MM-dd');
  const length = every === 'day' ? 1 : 7;
  return {
    days: { from: day(length), to: day(1) },
    before: { from: day(2 * length), to: day(length + 1) },
  };
}
