/** Tells the desk what a person decided, and what came of it. */

import type { CaseJson } from '@/domain/case-json';
import type { DecisionKind, Outcome } from '@/domain/decision';

export type Telling = { kind: DecisionKind; note: string | null; until?: string };

export type Told =
  /** The case is null where none is left: its call was answered after all. */
  | { result: 'saved'; case: CaseJson | null; decisionId: string }
  /** Somebody else was first (rules.md 21). */
  | { result: 'second'; by: string; at: string | null; kind: DecisionKind | Outcome | null }
  | { result: 'refused'; sentence: string }
  /** Nobody knows whether it was heard: no answer, or the server is in trouble. */
  | { result: 'unanswered' };

const patienceMs = 15_000;

export async function postDecision(caseId: string, telling: Telling): Promise<Told> {
  const { kind, note, until } = telling;
  return tell(decisionsOf(caseId), 'POST', { kind, ...(note && { note }), ...(until && { until }) });
}

export async function deleteDecision(caseId: string, decisionId: string): Promise<Told> {
  return tell(`${decisionsOf(caseId)}/${encodeURIComponent(decisionId)}`, 'DELETE', {});
}

function decisionsOf(caseId: string): string {
  return `/api/cases/${encodeURIComponent(caseId)}/decisions`;
}

async function tell(address: string, method: string, body: object): Promise<Told> {
  try {
    const response = await fetch(address, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.status >= 500) return { result: 'unanswered' };
    const answer = await response.json();
    if (response.ok) return { result: 'saved', case: answer.case, decisionId: answer.decision };
    if (response.status === 409 && answer.by) return { result: 'second', ...answer };
    return { result: 'refused', sentence: String(answer.error ?? 'The desk refused it.') };
  } catch {
    return { result: 'unanswered' };
  }
}
