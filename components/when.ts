/** Times and spans as people read them. */

import { wallTime } from './wall-clock';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** "10:02" today, "Fri 10:02" within six days of it, else "19 Sep 2021"; `at` ISO 8601, `now` in ms. */
export function shortTime(at: string, now: number, zone: string): string {
  const then = wallClock(Date.parse(at), zone);
  const daysAgo = wallClock(now, zone).dayNumber - then.dayNumber;
  if (daysAgo === 0) return then.time;
  if (Math.abs(daysAgo) <= 6) return `${then.weekday} ${then.time}`;
  return then.date;
}

/** The same, and of a day long past its time as well: "19 Sep 2021, 10:02". */
export function dateAndTime(at: string, now: number, zone: string): string {
  const { date, time } = wallClock(Date.parse(at), zone);
  const short = shortTime(at, now, zone);
  return short === date ? `${date}, ${time}` : short;
}

/** "Sun 29 Nov 2026, 10:02": an instant that may be some way off. */
export function dayAndTime(at: string, zone: string): string {
  const then = wallClock(Date.parse(at), zone);
  return `${then.weekday} ${then.date}, ${then.time}`;
}

/** "at 10:02" on the same day as `other`, else "on Sun 29 Nov 2026, 10:02". */
export function timeBeside(at: string, other: string, zone: string): string {
  const then = wallClock(Date.parse(at), zone);
  return then.dayNumber === wallClock(Date.parse(other), zone).dayNumber
    ? `at ${then.time}`
    : `on ${dayAndTime(at, zone)}`;
}

/** "Sun 22 Nov 2026, 10:02:31". */
export function exactTime(at: string, zone: string): string {
  const then = wallClock(Date.parse(at), zone);
  return `${dayAndTime(at, zone)}:${then.seconds}`;
}

/** "10:02:31": a leg's beginning and end. */
export function timeWithSeconds(at: string, zone: string): string {
  const then = wallClock(Date.parse(at), zone);
  return `${then.time}:${then.seconds}`;
}

/** "< 1 min", "2 min", "1 h 05", "3 d", "5 y"; ms. */
export function span(ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / minuteMs);
  if (minutes < 1) return '< 1 min';
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h ${two(minutes % 60)}`;
  const days = Math.floor(ms / dayMs);
  return days < 365 ? `${days} d` : `${Math.floor(days / 365)} y`;
}

/** "just now", "12 min ago". */
export function ago(at: string, now: number): string {
  const ms = now - Date.parse(at);
  return ms < minuteMs ? 'just now' : `${span(ms)} ago`;
}

/** "31 s", "1 min 35": how long a phone rang or a leg lasted; seconds. */
export function ringSpan(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${two(whole % 60)}`;
}

function wallClock(ms: number, zone: string) {
  const { year, month, day, hour, minute, second } = wallTime(ms, zone);
  const dayNumber = Date.UTC(year, month - 1, day) / dayMs;
  return {
    dayNumber,
    weekday: weekdays[new Date(dayNumber * dayMs).getUTCDay()],
    date: `${day} ${months[month - 1]} ${year}`,
    time: `${two(hour)}:${two(minute)}`,
    seconds: two(second),
  };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
