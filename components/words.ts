/** The desk's words for what people and records said about a case. */

import type { Verdict } from '@/domain/call';
import type { CaseJson } from '@/domain/case-json';
import type { DecisionKind, Outcome } from '@/domain/decision';

export const decisionWords: Record<DecisionKind, string> = {
  called_back: 'Called back',
  left_message: 'Left a message',
  no_need: 'No need',
  wrong_number: 'Wrong number',
  spam: 'Spam',
  tried: 'Tried',
  note: 'Note',
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
  return shownCase.closedBy ? `${what} by ${shownCase.closedBy}` : what;
}
