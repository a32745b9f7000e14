/** The report of some days: the figures of rules.md over tallies, which the store counts from its rows. */

import type { Case } from './case';
import { quantile, type Share, share } from './figures';
import { grouped } from './grouped';
import { weekdayOf } from './local-days';

const minuteMs = 60_000;

/** Calls that the answer rate counts (`figures.ts`), of one DID in one local hour of a day. */
export type CallTally = { did: string; day: string; hour: number; answered: number; missed: number };

/** Cases whose clock started then. */
export type CaseTally = {
  did: string;
  /** Whose they are (`personOf`). */
  by: string | null;
  /** Whole minutes from the clock's start to the first attempt or contact by us; null where there was none. */
  minutes: number | null;
  cases: number;
  /** Of them those that the callback rate counts, and those called back within their target. */
  counted: number;
  inTime: number;
  /** In the queue still, with nobody having tried. */
  waiting: number;
};

/** Cases that expired then. */
export type LostTally = { did: string; by: string | null; tried: number; untried: number };

export type Tallies = { calls: CallTally[]; cases: CaseTally[]; lost: LostTally[] };

/** How calls and cases went; `median` in ms, exact to the minute. */
export type Figures = {
  answered: Share;
  inTime: Share;
  median: number | null;
  /** Cases whose clock started; how many of them were called back, and how many still wait for it. */
  cases: number;
  calledBack: number;
  waiting: number;
  lost: { tried: number; untried: number };
};

/** From so many minutes up to the next of these; the last one has no end. */
export const timeBounds = [0, 5, 15, 30, 60, 120, 240, 480, 1440] as const;

export type Report = {
  figures: Figures;
  before: Figures;
  days: { day: string; answered: number; missed: number }[];
  /** The missed of each weekday, Sunday first, and hour. */
  hours: Share[][];
  times: { from: number; to: number | null; cases: number }[];
  dids: { did: string; figures: Figures }[];
  people: { name: string | null; figures: Figures }[];
};

/** Whose a case is: who closed it, else who tried last. One case, one person, so that the parts make the whole. */
export function personOf({
  closedBy,
  lastAttemptBy,
}: Pick<Case, 'closedBy' | 'lastAttemptBy'>): string | null {
  return closedBy ?? lastAttemptBy;
}

/** `days` are those of the report, with those that had no call. */
export function reportOf(tallies: Tallies, before: Tallies, days: string[]): Report {
  const { calls, cases } = tallies;
  const ofDay = grouped(calls, ({ day }) => day);
  const ofHour = grouped(calls, ({ day, hour }) => weekdayOf(day) * 24 + hour);
  return {
    figures: figuresOf(tallies),
    before: figuresOf(before),
    days: days.map((day) => ({ day, ...sums(ofDay.get(day) ?? []) })),
    hours: weekdays.map((weekday) => hours.map((hour) => missedShare(ofHour.get(weekday * 24 + hour) ?? []))),
    times: timeBounds.map((from, at) => timesBetween(cases, from, timeBounds[at + 1] ?? null)),
    dids: partsOf(tallies, ({ did }) => did).map(([did, figures]) => ({ did, figures })),
    people: partsOf({ ...tallies, calls: [] }, ({ by }) => by ?? null).map(([name, figures]) => ({
      name,
      figures,
    })),
  };
}

function figuresOf({ calls, cases, lost }: Tallies): Figures {
  const { answered, missed } = sums(calls);
  const minutes = cases.flatMap((row): number[] =>
    row.minutes === null ? [] : Array(row.cases).fill(row.minutes),
  );
  // Whole minutes keep the order of the times, so their median is that of the times, in whole minutes.
  const median = quantile(Float64Array.from(minutes).sort(), 0.5);
  return {
    answered: share(answered, answered + missed),
    inTime: share(sumOf(cases, 'inTime'), sumOf(cases, 'counted')),
    median: median === null ? null : median * minuteMs,
    cases: sumOf(cases, 'cases'),
    calledBack: minutes.length,
    waiting: sumOf(cases, 'waiting'),
    lost: { tried: sumOf(lost, 'tried'), untried: sumOf(lost, 'untried') },
  };
}

const weekdays = [0, 1, 2, 3, 4, 5, 6];
export const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** The figures of each number, or of each person; nobody comes last. */
function partsOf<Key extends string | null>(
  { calls, cases, lost }: Tallies,
  keyOf: (row: { did: string; by?: string | null }) => Key,
): [key: Key, figures: Figures][] {
  const [callsOf, casesOf, lostOf] = [grouped(calls, keyOf), grouped(cases, keyOf), grouped(lost, keyOf)];
  const keys = [...new Set([...callsOf.keys(), ...casesOf.keys(), ...lostOf.keys()])].sort(byName);
  return keys.map((key) => [
    key,
    figuresOf({
      calls: callsOf.get(key) ?? [],
      cases: casesOf.get(key) ?? [],
      lost: lostOf.get(key) ?? [],
    }),
  ]);
}

function timesBetween(cases: CaseTally[], from: number, to: number | null): Report['times'][number] {
  const meant = cases.filter(
    ({ minutes }) => minutes !== null && minutes >= from && (to === null || minutes < to),
  );
  return { from, to, cases: sumOf(meant, 'cases') };
}

function missedShare(calls: CallTally[]): Share {
  const { answered, missed } = sums(calls);
  return share(missed, answered + missed);
}

function sums(calls: CallTally[]): { answered: number; missed: number } {
  return { answered: sumOf(calls, 'answered'), missed: sumOf(calls, 'missed') };
}

function sumOf<Key extends string>(rows: Record<Key, number>[], key: Key): number {
  return rows.reduce((sum, row) => sum + row[key], 0);
}

function byName(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
