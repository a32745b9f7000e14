/** Hours in which a channel is left alone: what comes meanwhile is told when they are over. */

import { TZDate } from '@date-fns/tz';
import { addDays, startOfDay } from 'date-fns';

/** Wall-clock times such as `22:00`; where the end is not after the beginning, it is on the next day. */
export type QuietHours = { from: string; to: string };

/** The instant (ms) from which something of `at` may be told: `at` itself, or the end of the quiet hours around it. */
export function toldFrom(at: number, quiet: QuietHours | null, zone: string): number {
  if (quiet === null) return at;
  const today = startOfDay(new TZDate(at, zone));
  for (const day of [addDays(today, -1), today]) {
    const from = wallTime(day, quiet.from);
    const to = wallTime(quiet.to > quiet.from ? day : addDays(day, 1), quiet.to);
    if (from <= at && at < to) return to;
  }
  return at;
}

function wallTime(day: TZDate, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new TZDate(day.getFullYear(), day.getMonth(), day.getDate(), hour, minute, day.timeZone).getTime();
}
