/** The desk's words for what people and records said about a case. */

import type { CaseJson } from '@/domain/case-json';
import type { DecisionKind, Outcome } from '@/domain/decision';
import type { Verdict } from '@/domain/verdict';

export const decisionWords: Record<DecisionKind, string> = {
  called_back: 'Called back',
  left_message: 'Left a message',
  no_need: 'No need',
  wrong_number: 'Wrong number',
  spam: 'Spam',
  tried: 'Tried',
  note: 'Note',
  claim: 'Claimed',
  release: 'Released',
  snooze: 'Snoozed',
  reopen: 'Reopened',
};

export const outcomeWords: Record<Outcome, string> = {
  called_back: 'Called back',
  left_message: 'Left a message',
  no_need: 'No need',
  wrong_number: 'Wrong number',
  spam: 'Spam',
  reached_by_us: 'Reached',
  reached_by_them: 'They got through',
  expired: 'Expired',
};

/** The rule by which a case ends so (rules.md). */
export const outcomeRules: Record<Outcome, number> = {
  called_back: 21,
  left_message: 21,
  no_need: 21,
  wrong_number: 21,
  spam: 21,
  reached_by_us: 18,
  reached_by_them: 19,
  expired: 23,
};

/** The rule about what a person can say. */
export const decisionRules: Record<DecisionKind, number> = {
  called_back: 21,
  left_message: 21,
  no_need: 21,
  wrong_number: 21,
  spam: 21,
  tried: 17,
  note: 21,
  claim: 22,
  release: 22,
  snooze: 22,
  reopen: 21,
};

export const verdictWords: Record<Verdict, string> = {
  missed: 'Missed',
  answered: 'Answered',
  menu_only: 'Heard the menu only',
  outbound_answered: 'We called, and got through',
  outbound_missed: 'We called, not picked up',
  undecided: 'Not decided yet',
};

/** The name where there is one, else the number as people write it. */
export function callerWord(shownCase: CaseJson): string {
  return shownCase.caller.name ?? shownCase.caller.display;
}

export function didWord(did: CaseJson['did']): string {
  return did.label ?? did.display;
}

/** "Called back by Asha": why a row is no longer waiting. */
export function reasonWord(shownCase: CaseJson): string {
  const what = shownCase.outcome ? outcomeWords[shownCase.outcome] : 'Settled';
  return shownCase.closedBy && shownCase.outcome !== 'reached_by_them'
    ? `${what} by ${shownCase.closedBy}`
    : what;
}
