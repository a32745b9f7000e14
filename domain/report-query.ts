/** What somebody asks of the report, read from a URL's query. */

import { parseDays } from './days';
import { dayBeside, daysOf } from './local-days';
import { type BadQuery, bad } from './query-parts';

export type ReportDays = { from: string; to: string };

export type ReportQuery = {
  /** Both inclusive, as 2026-11-23 in the desk's zone. */
  days: ReportDays;
  /** The keys of DIDs (`dids[].key`); none stands for all. */
  dids: string[];
  /** Names of people, null for cases that are nobody's; none stands for all. */
  people: (string | null)[];
};

const daysAtFirst = 30;
const longestDays = 366;

/** A list in an address. */
const mostNamed = 100;

/** What is not named gets its default: the last 30 days. `today` is the desk's. */
export function parseReportQuery(params: URLSearchParams, today: string): { query: ReportQuery } | BadQuery {
  const read = parseDays(params);
  if ('field' in read) return bad(read.field, read.rule);
  const from = read.days?.from ?? dayBeside(read.days?.to ?? today, 1 - daysAtFirst);
  const to = read.days?.to ?? (from > today ? from : today);
  if (daysOf({ from, to: min(to, dayBeside(from, longestDays)) }).length > longestDays)
    return bad('from', `must be at most ${longestDays} days before \`to\``);
  const dids = named(params, 'did').map((did) => did.replace(/^ (?=\d)/, '+'));
  const people = [...named(params, 'who'), ...(params.get('nobody') ? [null] : [])];
  return { query: { days: { from, to }, dids, people } };
}

/** The query that says the same. */
export function reportParams({ days, dids, people }: ReportQuery): URLSearchParams {
  const params = new URLSearchParams(days);
  for (const did of dids) params.append('did', did);
  for (const name of people) params.append(name === null ? 'nobody' : 'who', name ?? '1');
  return params;
}

/** As many days that end where these begin. */
export function daysBefore({ from, to }: ReportDays): ReportDays {
  return { from: dayBeside(from, -daysOf({ from, to }).length), to: dayBeside(from, -1) };
}

export const presets = ['week', 'month', 'thisMonth', 'lastMonth'] as const;
export type Preset = (typeof presets)[number];

/** The days of a preset on this day. */
export function presetDays(preset: Preset, today: string): ReportDays {
  const first = `${today.slice(0, 7)}-01`;
  if (preset === 'thisMonth') return { from: first, to: today };
  const before = dayBeside(first, -1);
  if (preset === 'lastMonth') return { from: `${before.slice(0, 7)}-01`, to: before };
  return { from: dayBeside(today, preset === 'week' ? -6 : 1 - daysAtFirst), to: today };
}

/** PostgreSQL takes no NUL. */
function named(params: URLSearchParams, name: string): string[] {
  const texts = params.getAll(name).map((text) => text.replaceAll('\0', ''));
  return [...new Set(texts)].filter((text) => text.trim() !== '' && text.length <= 100).slice(0, mostNamed);
}

function min(a: string, b: string): string {
  return a < b ? a : b;
}
