/** Why a case is on the desk or off it, in a few sentences, each with the rules behind it. */

import type { CaseJson } from '@/domain/case-json';
import type { AllMessages } from '@/messages/all';
import { settlingDecision } from './happenings';
import { isPastTarget } from './row-state';
import { ago, dayAndTime, span, timeBeside } from './when';
import { outcomeRules } from './words';

export type WhyLine = { line: string; rules: number[] };

/** `now` in ms. */
export function whyLines(shownCase: CaseJson, now: number, zone: string, m: AllMessages): WhyLine[] {
  return [missedLine(shownCase, zone, m), ...stateLines(shownCase, now, zone, m)];
}

function missedLine(
  { missedCount, calls, firstMissedAt, lastMissedAt }: CaseJson,
  zone: string,
  m: AllMessages,
): WhyLine {
  const verdictRules = [...new Set(calls.map(({ rule }) => rule))].sort((a, b) => a - b);
  const { why } = m.story;
  const first = dayAndTime(firstMissedAt, zone, m);
  return missedCount > 1
    ? {
        line: why.rangOften(missedCount, first, timeBeside(lastMissedAt, firstMissedAt, zone, m)),
        rules: [...verdictRules, 15],
      }
    : { line: why.rangOnce(first), rules: verdictRules };
}

function stateLines(shownCase: CaseJson, now: number, zone: string, m: AllMessages): WhyLine[] {
  const { why } = m.story;
  if (shownCase.state === 'closed') return [closedLine(shownCase, zone, m)];
  if (shownCase.state === 'uncallable') {
    return [{ line: why.uncallable, rules: [16] }];
  }
  const { attempts, lastAttemptAt, wakesAt, claimedBy, claimLapsesAt, expiresAt, isShort } = shownCase;
  const lines: (WhyLine | false | null)[] = [
    attempts > 0 && lastAttemptAt
      ? { line: why.tried(attempts, ago(lastAttemptAt, now, m)), rules: [17] }
      : { line: why.untried, rules: [17, 18, 19] },
    targetLine(shownCase, now, zone, m),
    claimedBy !== null &&
      claimLapsesAt !== null && {
        line: why.claimed(claimedBy, dayAndTime(claimLapsesAt, zone, m)),
        rules: [22],
      },
    wakesAt !== null && { line: why.snoozed(dayAndTime(wakesAt, zone, m)), rules: [22] },
    isShort && { line: why.short, rules: [13, 24] },
    expiresAt !== null && { line: why.stays(dayAndTime(expiresAt, zone, m)), rules: [20, 21, 23] },
  ];
  return lines.filter((line) => line !== false && line !== null);
}

function targetLine(shownCase: CaseJson, now: number, zone: string, m: AllMessages): WhyLine {
  const { dueAt, clockStartsAt, firstMissedAt } = shownCase;
  const due = dayAndTime(dueAt, zone, m);
  const { why } = m.story;
  const isLate = now >= Date.parse(dueAt) || isPastTarget(shownCase, now);
  const line = isLate
    ? why.late(due, span(now - Date.parse(dueAt), m))
    : why.due(due, span(Date.parse(dueAt) - now, m));
  const isFromOpening = clockStartsAt !== firstMissedAt;
  const lines = [line, ...(isFromOpening ? [why.clock(dayAndTime(clockStartsAt, zone, m))] : [])];
  return { line: lines.join(' '), rules: [14] };
}

function closedLine(shownCase: CaseJson, zone: string, m: AllMessages): WhyLine {
  const { outcome, closedAt, closedBy } = shownCase;
  const { why } = m.story;
  const when = dayAndTime(closedAt!, zone, m);
  if (outcome === 'reached_by_us')
    return { line: why.reachedByUs(closedBy ?? why.oneOfUs, when), rules: [18, 20] };
  if (outcome === 'reached_by_them') return { line: why.reachedByThem(when), rules: [19, 20] };
  if (outcome === 'expired') return { line: why.expired(when), rules: [23] };
  const what = outcome ? m.outcomes[outcome] : m.settled;
  const by = closedBy ?? settlingDecision(shownCase)?.by;
  return {
    line: by ? why.settledBy(what, by, when) : why.settled(what, when),
    rules: [outcome ? outcomeRules[outcome] : 21],
  };
}
