/** The figures of the desk, as pure functions over calls and cases (rules.md, "The figures"). */

import type { Call } from './call';
import { isHidden } from './call';
import type { Case } from './case';

const minuteMs = 60_000;

/** `null` where there is nothing to divide by. */
export type Share = { part: number; whole: number; share: number | null };

/** Answered of answered and missed: calls that came in, in opening hours, short ones apart. */
export function answerRate(calls: Call[]): Share {
  const counted = calls.filter((call) => call.direction === 'inbound' && !call.isOutOfHours && !call.isShort);
  const answered = counted.filter((call) => call.verdict === 'answered').length;
  const missed = counted.filter((call) => call.verdict === 'missed').length;
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

/** Cases with a contact within `minutes`, of those whose clock has run that long. */
export function reachRate(cases: Case[], minutes: number, now: number): Share {
  const counted = hasRun(cases, minutes, now);
  return share(counted.filter((it) => isWithin(it, it.reachedAt, minutes)).length, counted.length);
}

/** How long it took, ms; and how many still wait for it. */
export type Times = { median: number | null; p90: number | null; settled: number; stillWaiting: number };

/** From the clock's start to the first attempt or contact by us. */
export function timeToCallback(cases: Case[]): Times {
  return timesOf(cases, (it) => it.triedAt);
}

/** From the clock's start to the first contact. */
export function timeToContact(cases: Case[]): Times {
  return timesOf(cases, (it) => it.reachedAt);
}

/** Expired cases, with and without an attempt. */
export function lost(cases: Case[], now: number): { tried: number; untried: number } {
  const expired = cases.filter(
    (it) => it.outcome === 'expired' || (it.state === 'open' && it.endsAt !== null && it.endsAt <= now),
  );
  const tried = expired.filter((it) => it.triedAt !== null).length;
  return { tried, untried: expired.length - tried };
}

function hasRun(cases: Case[], minutes: number, now: number): Case[] {
  return cases.filter((it) => it.clockStartsAt + minutes * minuteMs <= now);
}

function isWithin({ clockStartsAt }: Case, at: number | null, minutes: number): boolean {
  return at !== null && at <= clockStartsAt + minutes * minuteMs;
}

function timesOf(cases: Case[], at: (it: Case) => number | null): Times {
  const took = cases.flatMap((it) => {
    const then = at(it);
    // A call back before the clock started took no time.
    return then === null ? [] : [Math.max(0, then - it.clockStartsAt)];
  });
  took.sort((a, b) => a - b);
  const stillWaiting = cases.filter((it) => it.state === 'open' && at(it) === null).length;
  return { median: quantile(took, 0.5), p90: quantile(took, 0.9), settled: took.length, stillWaiting };
}

/** The smallest value that at least this share of them does not exceed. */
function quantile(sorted: number[], of: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * of) - 1)] ?? null;
}

function share(part: number, whole: number): Share {
  return { part, whole, share: whole === 0 ? null : part / whole };
}
