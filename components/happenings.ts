/** Everything that happened in a case and what is still ahead of it, the newest first. */

import type { CallJson, CaseJson, ContactJson, DecisionJson } from '@/domain/case-json';
import { isSettling } from '@/domain/decision';
import type { AllMessages } from '@/messages/all';
import { outcomeRules } from './words';

/** Something that time alone brings, with the rule that says so. */
export type Instant = { word: string; line: string | null; rule: number };

export type Happening = { at: string; key: string; isClosing: boolean } & (
  | { call: CallJson; isFirst: boolean }
  | { contact: ContactJson }
  | { decision: DecisionJson }
  | { instant: Instant }
);

/** Calls, attempts, contacts and decisions; with `isWhole` the instants of the clock as well. */
export function happenings(shownCase: CaseJson, isWhole: boolean, m: AllMessages): Happening[] {
  const { calls, decisions, contacts = [], closedByCall } = shownCase;
  const contactIds = new Set(contacts.map(({ id }) => id));
  const first = calls.length === shownCase.callsTotal ? calls.at(-1) : undefined;
  const settling = settlingDecision(shownCase);
  const all: Happening[] = [
    ...(isWhole ? instants(shownCase, settling, m) : []),
    ...decisions.map((decision) => ({
      at: decision.at,
      key: decision.id,
      decision,
      isClosing: decision === settling,
    })),
    ...contacts.map((contact) => ({
      at: contact.startedAt,
      key: contact.id,
      contact,
      isClosing: contact.id === closedByCall,
    })),
    ...calls
      .filter(({ id }) => !contactIds.has(id))
      .map((call) => ({ at: call.startedAt, key: call.id, call, isFirst: call === first, isClosing: false })),
  ];
  return all.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** What a person said that closed the case (rules.md 21). */
export function settlingDecision({ state, outcome, decisions }: CaseJson): DecisionJson | undefined {
  if (state !== 'closed') return undefined;
  return decisions.find(({ kind, undoneAt }) => isSettling(kind) && kind === outcome && !undoneAt);
}

function instants(shownCase: CaseJson, settling: DecisionJson | undefined, m: AllMessages): Happening[] {
  const { state, outcome, firstMissedAt, clockStartsAt, dueAt, closedAt } = shownCase;
  const isWaiting = state === 'open' || state === 'attempted' || state === 'snoozed';
  const some: Happening[] = [];
  const add = (at: string | null, instant: Instant, isClosing = false) => {
    if (at) some.push({ at, key: instant.word, instant, isClosing });
  };
  if (state === 'uncallable') return some;
  const { clock, target, claim, wakes, expiry } = m.story.instants;
  if (clockStartsAt !== firstMissedAt) add(clockStartsAt, { ...clock, rule: 14 });
  if (isWaiting || (closedAt && dueAt < closedAt)) add(dueAt, { ...target, rule: 14 });
  add(shownCase.claimLapsesAt, { ...claim, line: claim.line(shownCase.claimedBy ?? ''), rule: 22 });
  add(shownCase.wakesAt, { ...wakes, rule: 22 });
  if (isWaiting) add(shownCase.expiresAt, { ...expiry, rule: 23 });
  const isToldElsewhere = settling || shownCase.contacts?.some(({ id }) => id === shownCase.closedByCall);
  if (outcome && !isToldElsewhere) {
    add(closedAt, { word: m.outcomes[outcome], line: null, rule: outcomeRules[outcome] }, true);
  }
  return some;
}
