/** Days, hours and times of the report in words, and the addresses of the rows behind its numbers. */

import { type ReportQuery, reportParams } from '@/domain/report-query';
import { type RowsWanted, rowsParams } from '@/domain/report-rows';
import type { AllMessages } from '@/messages/all';
import { dayOf, percent, span } from './when';

const minuteMs = 60_000;

/** As a week is read; Sunday is 0. */
export const weekOrder = [1, 2, 3, 4, 5, 6, 0];

/** The rows of a part of the report: of one day, number or person of it. */
export function rowsAddress(query: ReportQuery, wanted: RowsWanted): string {
  return `/reports/rows?${rowsParams(query, wanted)}`;
}

export function reportAddress(query: ReportQuery): string {
  return `/reports?${reportParams(query)}`;
}

export function ofDay(query: ReportQuery, day: string): ReportQuery {
  return { ...query, days: { from: day, to: day } };
}

/** "Mon", "सोम" */
export function weekdayWord(weekday: number, { locale }: AllMessages): string {
  // The first of November 2026 is a Sunday.
  const day = Date.UTC(2026, 10, 1 + weekday);
  return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(day);
}

export function hourWord(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** "1 Nov 2026 to 7 Nov 2026" */
export function daysWord({ from, to }: ReportQuery['days'], m: AllMessages): string {
  return from === to ? dayOf(from, m) : m.reports.days(dayOf(from, m), dayOf(to, m));
}

/** "under 5 min", "5 min to 15 min", "1 d and longer" */
export function timeWord(from: number, to: number | null, m: AllMessages): string {
  const word = (minutes: number) => span(minutes * minuteMs, m);
  if (to === null) return m.reports.over(word(from));
  return from === 0 ? m.reports.under(word(to)) : m.reports.between(word(from), word(to));
}

/** "92%", a dash where there is nothing to divide by. */
export function rateWord(share: number | null, m: AllMessages): string {
  return share === null ? '–' : percent(share, m);
}

/** "12 min", a dash where nobody was called back. */
export function medianWord(median: number | null, m: AllMessages): string {
  return median === null ? '–' : span(median, m);
}
