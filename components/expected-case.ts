/** What a case will look like once the desk has heard a decision: shown at once, before the answer. */

import type { CaseJson } from '@/domain/case-json';
import { type DecisionKind, isSettling } from '@/domain/decision';

export type Said = { kind: DecisionKind; by: string; note: string | null; at: string };

export function expectedCase(shownCase: CaseJson, said: Said): CaseJson {
  const decision = { id: `expected ${said.at}`, undoneAt: null, undoneBy: null, ...said };
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
  if (said.kind === 'reopen') {
    const state = shownCase.caller.e164 ? 'open' : 'uncallable';
    return { ...decided, state, outcome: null, closedBy: null, closedAt: null };
  }
  return decided;
}
