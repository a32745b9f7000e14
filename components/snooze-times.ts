/** Until when a caller can be put off, by the clock of the desk. */

import type { Messages } from '@/messages/en';
import { instantOf, wallText, wallTime } from './wall-clock';

export type SnoozeTime = { word: string; until: string };

const hourMs = 60 * 60_000;

/** An hour from now, and the next quiet moments: this afternoon while it is morning, tomorrow at nine. `now` in ms. */
export function snoozeTimes(now: number, zone: string, { row: { snooze } }: Messages): SnoozeTime[] {
  const times: SnoozeTime[] = [{ word: snooze.hour, until: inAnHour(now) }];
  const add = (word: string, date: string, time: string) => {
    const at = instantOf(`${date}T${time}`, zone);
    if (at !== null && at > now) times.push({ word, until: new Date(at).toISOString() });
  };
  if (wallTime(now, zone).hour < 13) add(snooze.afternoon, wallText(now, zone).slice(0, 10), '14:00');
  add(snooze.tomorrow, tomorrow(now, zone), '09:00');
  return times;
}

export function inAnHour(now: number): string {
  return new Date(now + hourMs).toISOString();
}

function tomorrow(now: number, zone: string): string {
  const { year, month, day } = wallTime(now, zone);
  return new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10);
}
