/** Opening hours in a time zone, and when the clock of a case starts (rules.md 14). */

import { TZDate } from '@date-fns/tz';
import { addDays, startOfDay } from 'date-fns';

/** Wall-clock times such as `09:00`; a day ends at `24:00`. */
export type Span = { opens: string; closes: string };

/** Half-open, ms. */
type Stretch = { from: number; to: number };

export type Hours = {
  /** The spans of each weekday, Sunday first; null is always open. */
  week: Span[][] | null;
  /** Days on which nobody is there, such as `2026-12-25`. */
  holidays: string[];
};

/** How far ahead an opening is looked for: a desk that is closed for longer has its clock start at once. */
const mostDays = 400;

/** The instant (ms) from which a call of `at` waits: `at` itself in opening hours, else the next opening. */
export function clockStart(at: number, hours: Hours, zone: string): number {
  if (isAlwaysOpen(hours)) return at;
  const today = startOfDay(new TZDate(at, zone));
  for (let day = 0; day < mostDays; day += 1) {
    for (const { from, to } of spansOf(addDays(today, day), hours)) {
      if (at < to) return Math.max(at, from);
    }
  }
  return at;
}

/** Whether the desk is open at that instant. */
export function isOpenAt(at: number, hours: Hours, zone: string): boolean {
  if (isAlwaysOpen(hours)) return true;
  const today = startOfDay(new TZDate(at, zone));
  return spansOf(today, hours).some(({ from, to }) => from <= at && at < to);
}

/** How much of a stretch of time (half-open, ms) the desk is open. */
export function openTime({ from, to }: Stretch, hours: Hours, zone: string): number {
  return openSpans({ from, to }, hours, zone).reduce((open, span) => open + span.to - span.from, 0);
}

/** The parts of a stretch of time (half-open, ms) in which the desk is open, the earliest first. */
export function openSpans({ from, to }: Stretch, hours: Hours, zone: string): Stretch[] {
  const open: Stretch[] = [];
  for (let day = startOfDay(new TZDate(from, zone)); day.getTime() < to; day = addDays(day, 1)) {
    for (const span of spansOf(day, hours)) {
      const part = { from: Math.max(span.from, from), to: Math.min(span.to, to) };
      if (part.from < part.to) open.push(part);
    }
  }
  return open;
}

function isAlwaysOpen({ week, holidays }: Hours): boolean {
  return week === null && holidays.length === 0;
}

/** The opening spans of one local day as instants, the earliest first; daylight saving moves them with the wall clock. */
function spansOf(day: TZDate, { week, holidays }: Hours): Stretch[] {
  const date = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  if (holidays.includes(date.map((part) => String(part).padStart(2, '0')).join('-'))) return [];
  const spans = week === null ? [{ opens: '00:00', closes: '24:00' }] : (week[day.getDay()] ?? []);
  return spans
    .map(({ opens, closes }) => ({ from: wallTime(day, opens), to: wallTime(day, closes) }))
    .sort((a, b) => a.from - b.from);
}

function wallTime(day: TZDate, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new TZDate(day.getFullYear(), day.getMonth(), day.getDate(), hour, minute, day.timeZone).getTime();
}
