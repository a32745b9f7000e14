/** The figures of the desk, as pure functions over calls and cases (rules.md, "The figures"). */

import type { Call } from './call';
import { isHidden } from './call';
import type { Case } from './case';
import { caseAt } from './case-now';
import { grouped } from './grouped';
import { verdictAt } from './verdict';

const minuteMs = 60_000;

/** `null` where there is nothing to divide by. */
export type Share = { part: number; whole: number; share: number | null };

/** Answered of answered and missed at `now` (ms): calls that came in, in opening hours, short ones apart. */
export function answerRate(calls: Call[], now: number): Share {
  const counted = calls.filter((call) => call.direction === 'inbound' && !call.isOutOfHours && !call.isShort);
  const answered = counted.filter((call) => verdictAt(call, now) === 'answered').length;
  const missed = counted.filter((call) => verdictAt(call, now) === 'missed').length;
  return share(answered, answered + missed);
}

/**
 * Cases with a first attempt or contact by us within `minutes` of the clock's start, of those whose clock has run that
 * long at `now` (ms): without hidden numbers, spam, and cases that the caller settled before anybody tried.
 */
export function callbackRate(cases: Case[], minutes: number, now: number): Share {
  const counted = hasRun(cases, minutes, now).filter(
    (it) =>
      !isHidden(it.caller) &&
      it.outcome !== 'spam' &&
      !(it.outcome === 'reached_by_them' && it.triedAt === null),
  );
  return share(counted.filter((it) => isWithin(it, it.triedAt, minutes)).length, counted.length);
}

/** The same with the target of each case for the minutes (rules.md 14): numbers may have targets of their own. */
export function callbackRateInTime(cases: Case[], now: number): Share {
  const rates = [...grouped(cases, targetMinutes)].map(([minutes, same]) => callbackRate(same, minutes, now));
  return share(
    rates.reduce((sum, { part }) => sum + part, 0),
    rates.reduce((sum, { whole }) => sum + whole, 0),
  );
}

export function targetMinutes({ clockStartsAt, dueAt }: Case): number {
  return (dueAt - clockStartsAt) / minuteMs;
}

/** Cases with a contact within `minutes`, of those whose clock has run that long. */
export function reachRate(cases: Case[], minutes: number, now: number): Share {
  const counted = hasRun(cases, minutes, now);
  return share(counted.filter((it) => isWithin(it, it.reachedAt, minutes)).length, counted.length);
}

/** How long it took, ms; and how many are in the queue still and wait for it: the expired are `lost`. */
export type Times = { median: number | null; p90: number | null; settled: number; stillWaiting: number };

/** From the clock's start to the first attempt or contact by us. */
export function timeToCallback(cases: Case[], now: number): Times {
  return timesOf(cases, now, (it) => it.triedAt);
}

/** From the clock's start to the first contact. */
export function timeToContact(cases: Case[], now: number): Times {
  return timesOf(cases, now, (it) => it.reachedAt);
}

/** Expired cases, with and without an attempt. */
export function lost(cases: Case[], now: number): { tried: number; untried: number } {
  const expired = cases.filter((it) => caseAt(it, now).outcome === 'expired');
  const tried = expired.filter((it) => it.triedAt !== null).length;
  return { tried, untried: expired.length - tried };
}

function hasRun(cases: Case[], minutes: number, now: number): Case[] {
  return cases.filter((it) => it.clockStartsAt + minutes * minuteMs <= now);
}

function isWithin({ clockStartsAt }: Case, at: number | null, minutes: number): boolean {
  return at !== null && at <= clockStartsAt + minutes * minuteMs;
}

function timesOf(cases: Case[], now: number, at: (it: Case) => number | null): Times {
  const took = cases.flatMap((it) => {
    const then = at(it);
    // A call back before the clock started took no time.
    return then === null ? [] : [Math.max(0, then - it.clockStartsAt)];
  });
  took.sort((a, b) => a - b);
  const stillWaiting = cases.filter((it) => isInQueue(it, now) && at(it) === null).length;
  return { median: quantile(took, 0.5), p90: quantile(took, 0.9), settled: took.length, stillWaiting };
}

function isInQueue(it: Case, now: number): boolean {
  return it.state === 'open' && caseAt(it, now).state !== 'closed';
}

/** The smallest value that at least this share of them does not exceed; they come sorted. */
export function quantile(sorted: ArrayLike<number>, of: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * of) - 1)] ?? null;
}

export function share(part: number, whole: number): Share {
  return { part, whole, share: whole === 0 ? null : part / whole };
}
