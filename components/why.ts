/** Why a case is on the desk or off it, in a few sentences, each with the rules behind it. */

import type { CaseJson } from '@/domain/case-json';
import type { Messages } from '@/messages/en';
import { settlingDecision } from './happenings';
import { isPastTarget } from './row-state';
import { ago, dayAndTime, span, timeBeside } from './when';
import { outcomeRules } from './words';

export type WhyLine = { line: string; rules: number[] };

/** `now` in ms. */
export function whyLines(shownCase: CaseJson, now: number, zone: string, m: Messages): WhyLine[] {
  return [missedLine(shownCase, zone, m), ...stateLines(shownCase, now, zone, m)];
}

function missedLine(
  { missedCount, calls, firstMissedAt, lastMissedAt }: CaseJson,
  zone: string,
  m: Messages,
): WhyLine {
  const verdictRules = [...new Set(calls.map(({ rule }) => rule))].sort((a, b) => a - b);
  const first = dayAndTime(firstMissedAt, zone, m);
  return missedCount > 1
    ? {
        line: `They rang ${missedCount} times and were missed, first on ${first}, last ${timeBeside(lastMissedAt, firstMissedAt, zone, m)}. However often they ring, it is one row.`,
        rules: [...verdictRules, 15],
      }
    : { line: `They rang on ${first} and were missed.`, rules: verdictRules };
}

function stateLines(shownCase: CaseJson, now: number, zone: string, m: Messages): WhyLine[] {
  if (shownCase.state === 'closed') return [closedLine(shownCase, zone, m)];
  if (shownCase.state === 'uncallable') {
    return [{ line: 'There is no number to call, so it stands apart from the queue.', rules: [16] }];
  }
  const { attempts, lastAttemptAt, wakesAt, claimedBy, claimLapsesAt, expiresAt, isShort } = shownCase;
  const lines: (WhyLine | false | null)[] = [
    attempts > 0 && lastAttemptAt
      ? {
          line: `We tried ${attempts === 1 ? 'once' : `${attempts} times`}, last ${ago(lastAttemptAt, now, m)}, and did not get through.`,
          rules: [17],
        }
      : { line: 'Nobody has reached them since, and nobody has tried yet.', rules: [17, 18, 19] },
    targetLine(shownCase, now, zone, m),
    claimedBy !== null &&
      claimLapsesAt !== null && {
        line: `${claimedBy} is on it until ${dayAndTime(claimLapsesAt, zone, m)}.`,
        rules: [22],
      },
    wakesAt !== null && {
      line: `It is snoozed until ${dayAndTime(wakesAt, zone, m)}, or until they ring again.`,
      rules: [22],
    },
    isShort && {
      line: 'It only ever rang shortly, so it stands after the others of its group.',
      rules: [13, 24],
    },
    expiresAt !== null && {
      line: `It stays until somebody reaches them, a person settles it, or it expires on ${dayAndTime(expiresAt, zone, m)}.`,
      rules: [20, 21, 23],
    },
  ];
  return lines.filter((line) => line !== false && line !== null);
}

function targetLine(shownCase: CaseJson, now: number, zone: string, m: Messages): WhyLine {
  const { dueAt, clockStartsAt, firstMissedAt } = shownCase;
  const due = dayAndTime(dueAt, zone, m);
  const start =
    clockStartsAt === firstMissedAt
      ? ''
      : ` The clock runs from the next opening, ${dayAndTime(clockStartsAt, zone, m)}.`;
  const isLate = now >= Date.parse(dueAt) || isPastTarget(shownCase, now);
  const line = isLate
    ? `The target to call back was ${due}: overdue by ${span(now - Date.parse(dueAt), m)}.`
    : `They are to be called back by ${due}, in ${span(Date.parse(dueAt) - now, m)}.`;
  return { line: line + start, rules: [14] };
}

function closedLine(shownCase: CaseJson, zone: string, m: Messages): WhyLine {
  const { outcome, closedAt, closedBy } = shownCase;
  const when = closedAt ? ` on ${dayAndTime(closedAt, zone, m)}` : '';
  const who = closedBy ?? 'One of us';
  if (outcome === 'reached_by_us') {
    return { line: `${who} called them and got through${when}: that closed it.`, rules: [18, 20] };
  }
  if (outcome === 'reached_by_them') {
    return { line: `They rang again and were answered${when}: that closed it.`, rules: [19, 20] };
  }
  if (outcome === 'expired') {
    return { line: `Nobody reached them in time, and it expired${when}: it counts as lost.`, rules: [23] };
  }
  const word = outcome ? m.outcomes[outcome] : 'Settled';
  const by = closedBy ?? settlingDecision(shownCase)?.by;
  return {
    line: `${word}${by ? `, says ${by}` : ''}${when}: that closed it.`,
    rules: [outcome ? outcomeRules[outcome] : 21],
  };
}
