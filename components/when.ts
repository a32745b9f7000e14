/** Times and spans as people read them, in their language. */

import type { Messages } from '@/messages/en';
import { wallTime } from './wall-clock';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** "10:02" today, "Fri 10:02" within six days of it, else "19 Sep 2021"; `at` ISO 8601, `now` in ms. */
export function shortTime(at: string, now: number, zone: string, m: Messages): string {
  const then = wallClock(Date.parse(at), zone, m);
  const daysAgo = wallClock(now, zone, m).dayNumber - then.dayNumber;
  if (daysAgo === 0) return then.time;
  if (Math.abs(daysAgo) <= 6) return `${then.weekday} ${then.time}`;
  return then.date;
}

/** The same, and of a day long past its time as well: "19 Sep 2021, 10:02". */
export function dateAndTime(at: string, now: number, zone: string, m: Messages): string {
  const { date, time } = wallClock(Date.parse(at), zone, m);
  const short = shortTime(at, now, zone, m);
  return short === date ? `${date}, ${time}` : short;
}

/** "Sun 29 Nov 2026, 10:02": an instant that may be some way off. */
export function dayAndTime(at: string, zone: string, m: Messages): string {
  const then = wallClock(Date.parse(at), zone, m);
  return `${then.weekday} ${then.date}, ${then.time}`;
}

/** "23 Nov 2026", of a day as 2026-11-23. */
export function dayOf(day: string, m: Messages): string {
  return wallClock(Date.parse(`${day}T12:00:00Z`), 'UTC', m).date;
}

/** "at 10:02" on the same day as `other`, else "on Sun 29 Nov 2026, 10:02". */
export function timeBeside(at: string, other: string, zone: string, m: Messages): string {
  const then = wallClock(Date.parse(at), zone, m);
  return then.dayNumber === wallClock(Date.parse(other), zone, m).dayNumber
    ? m.time.atTime(then.time)
    : m.time.onDay(dayAndTime(at, zone, m));
}

/** "Sun 22 Nov 2026, 10:02:31". */
export function exactTime(at: string, zone: string, m: Messages): string {
  return `${dayAndTime(at, zone, m)}:${two(wallTime(Date.parse(at), zone).second)}`;
}

/** "10:02:31": a leg's beginning and end. */
export function timeWithSeconds(at: string, zone: string): string {
  const { hour, minute, second } = wallTime(Date.parse(at), zone);
  return `${two(hour)}:${two(minute)}:${two(second)}`;
}

/** "< 1 min", "2 min", "1 h 05", "3 d", "5 y"; ms. */
export function span(ms: number, { time }: Messages): string {
  const minutes = Math.floor(Math.max(0, ms) / minuteMs);
  if (minutes < 1) return time.lessThanAMinute;
  if (minutes < 60) return time.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return time.hours(hours, two(minutes % 60));
  const days = Math.floor(ms / dayMs);
  return days < 365 ? time.days(days) : time.years(Math.floor(days / 365));
}

/** "just now", "12 min ago". */
export function ago(at: string, now: number, m: Messages): string {
  const ms = now - Date.parse(at);
  return ms < minuteMs ? m.time.justNow : m.time.ago(span(ms, m));
}

/** "31 s", "1 min 35": how long a phone rang or a leg lasted; seconds. */
export function ringSpan(seconds: number, { time }: Messages): string {
  const whole = Math.round(seconds);
  return whole < 60 ? time.seconds(whole) : time.minutesAndSeconds(Math.floor(whole / 60), two(whole % 60));
}

/** "1,204", "12,04,000": a number as the language writes it. */
export function counted(count: number, { locale }: Messages): string {
  return formatOf(locale, 'number', () => new Intl.NumberFormat(locale)).format(count);
}

/** "92%": a share as the language writes it, in whole hundredths. */
export function percent(share: number, { locale }: Messages): string {
  return formatOf(
    locale,
    'percent',
    () => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
  ).format(share);
}

function wallClock(ms: number, zone: string, { locale }: Messages) {
  const { year, month, day, hour, minute } = wallTime(ms, zone);
  const noon = Date.UTC(year, month - 1, day, 12);
  const named = (part: 'weekday' | 'month') =>
    formatOf(
      locale,
      part,
      () => new Intl.DateTimeFormat(locale, { [part]: 'short', timeZone: 'UTC' }),
    ).format(noon);
  return {
    dayNumber: (noon - dayMs / 2) / dayMs,
    weekday: named('weekday'),
    date: `${day} ${named('month')} ${year}`,
    time: `${two(hour)}:${two(minute)}`,
  };
}

const formats = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

/** Making one takes far longer than using it. */
function formatOf<Format extends Intl.DateTimeFormat | Intl.NumberFormat>(
  locale: string,
  kind: string,
  make: () => Format,
): Format {
  const key = `${locale} ${kind}`;
  const format = (formats.get(key) as Format | undefined) ?? make();
  formats.set(key, format);
  return format;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
