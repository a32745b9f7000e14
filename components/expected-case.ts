/** What a case will look like once the desk has heard a decision: shown at once, before the answer. */

import type { CaseJson } from '@/domain/case-json';
import { type DecisionKind, isSettling } from '@/domain/decision';

export type Said = { kind: DecisionKind; by: string; note: string | null; until?: string | null; at: string };

/** rules.md 22. */
const claimMs = 15 * 60_000;

export function expectedCase(shownCase: CaseJson, said: Said): CaseJson {
  const decision = {
    id: `expected ${said.at}`,
    undoneAt: null,
    undoneBy: null,
    ...said,
    until: said.until ?? null,
  };
  const decided = { ...shownCase, decisions: [decision, ...shownCase.decisions] };
  if (isSettling(said.kind)) {
    return { ...decided, state: 'closed', outcome: said.kind, closedBy: said.by, closedAt: said.at };
  }
  if (said.kind === 'tried') {
    return {
      ...decided,
      state: shownCase.state === 'open' ? 'attempted' : shownCase.state,
      attempts: shownCase.attempts + 1,
      lastAttemptAt: said.at,
      lastAttemptBy: said.by,
    };
  }
  if (said.kind === 'claim') {
    const claimLapsesAt = new Date(Date.parse(said.at) + claimMs).toISOString();
    return { ...decided, claimedBy: said.by, claimLapsesAt };
  }
  if (said.kind === 'release') return { ...decided, claimedBy: null, claimLapsesAt: null };
  if (said.kind === 'snooze') return { ...decided, state: 'snoozed', wakesAt: decision.until };
  if (said.kind === 'reopen') {
    const queued = shownCase.attempts > 0 ? 'attempted' : 'open';
    const state = shownCase.caller.e164 ? queued : 'uncallable';
    return { ...decided, state, outcome: null, closedBy: null, closedAt: null, wakesAt: null };
  }
  return decided;
}
