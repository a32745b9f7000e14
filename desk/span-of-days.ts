/** The instants of days in a time zone. */

import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns';
import type { Days, Span } from '@/domain/days';

/** A day that the clocks change is as long as it is. */
export function spanOfDays({ from, to }: Days, zone: string): Span {
  return {
    start: from === null ? null : startOf(from, zone).getTime(),
    end: to === null ? null : addDays(startOf(to, zone), 1).getTime(),
  };
}

function startOf(day: string, zone: string): TZDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new TZDate(year, month - 1, date, zone);
}
