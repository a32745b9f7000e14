/** The strip of figures above the board: how a day goes, beside the day before (rules.md, "The figures"). */

import type { Case } from './case';
import { callbackRateInTime, type Share, share, targetMinutes, timeToCallback } from './figures';
import type { Verdict } from './verdict';

export type FiguresJson = {
  /** The day in the desk's zone, `2026-11-22`: that of the rows behind each figure. */
  day: string;
  /** Cases whose clock started on that day, and how many of them nobody has called back. */
  cases: number;
  stillWaiting: number;
  /** From the clock's start to the first attempt or contact by us, ms; null where there was none. */
  median: number | null;
  medianDayBefore: number | null;
  /** Called back within the target, of those whose target has run out. */
  inTime: Share;
  /** The target in minutes, null where numbers have different ones. */
  targetMinutes: number | null;
  /** Missed of all calls that came in and are decided. */
  missed: Share;
};

type Day = { cases: Case[]; verdicts: { verdict: Verdict; calls: number }[] };

/** `now` in ms. */
export function figuresOfDay(day: Day, before: Case[], now: number): Omit<FiguresJson, 'day'> {
  const { median, stillWaiting } = timeToCallback(day.cases, now);
  const targets = new Set(day.cases.map(targetMinutes));
  const decided = day.verdicts.filter(({ verdict }) => verdict !== 'undecided');
  return {
    cases: day.cases.length,
    stillWaiting,
    median,
    medianDayBefore: timeToCallback(before, now).median,
    inTime: callbackRateInTime(day.cases, now),
    targetMinutes: targets.size === 1 ? [...targets][0]! : null,
    missed: share(sum(decided.filter(({ verdict }) => verdict === 'missed')), sum(decided)),
  };
}

function sum(verdicts: Day['verdicts']): number {
  return verdicts.reduce((total, { calls }) => total + calls, 0);
}
