/** The desk's words for what people and records said about a case. */

import type { CaseJson } from '@/domain/case-json';
import type { DecisionKind, Outcome } from '@/domain/decision';
import type { Messages } from '@/messages/en';

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

/** The name where there is one, else the number as people write it. */
export function callerWord(shownCase: CaseJson): string {
  return shownCase.caller.name ?? shownCase.caller.display;
}

export function didWord(did: CaseJson['did']): string {
  return did.label ?? did.display;
}

/** "Called back by Asha": why a row is no longer waiting. */
export function reasonWord({ outcome, closedBy }: CaseJson, m: Messages): string {
  const what = outcome ? m.outcomes[outcome] : m.settled;
  return closedBy && outcome !== 'reached_by_them' ? m.settledBy(what, closedBy) : what;
}
