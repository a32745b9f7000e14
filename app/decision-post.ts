/** Tells the desk what a person decided, and what came of it. */

import type { ResultOfOne } from '@/components/results-of-many';
import type { CaseJson } from '@/domain/case-json';
import type { DecisionKind, Outcome } from '@/domain/decision';

export type Telling = { kind: DecisionKind; note: string | null; until?: string };

/** A no, or no answer at all. */
export type NotTold =
  /** Somebody else was first (rules.md 21). */
  | { result: 'second'; by: string; at: string | null; kind: DecisionKind | Outcome | null }
  /** With the desk's sentence, where it gave one. */
  | { result: 'refused'; sentence: string | null }
  /** Nobody knows whether it was heard: no answer, or the server is in trouble. */
  | { result: 'unanswered' };

export type Told =
  /** The case is null where none is left: its call was answered after all. */
  { result: 'saved'; case: CaseJson | null; decisionId: string } | NotTold;

/** Of many, each has an answer of its own. */
export type ToldOfMany = { result: 'answered'; results: ResultOfOne[] } | NotTold;

const patienceMs = 15_000;
const ofMany = '/api/cases/decisions';

export async function postDecision(caseId: string, telling: Telling): Promise<Told> {
  return toldOfOne(await tell(decisionsOf(caseId), 'POST', bodyOf(telling)));
}

export async function deleteDecision(caseId: string, decisionId: string): Promise<Told> {
  const address = `${decisionsOf(caseId)}/${encodeURIComponent(decisionId)}`;
  return toldOfOne(await tell(address, 'DELETE', {}));
}

export async function postDecisions(ids: string[], telling: Telling): Promise<ToldOfMany> {
  return toldOfMany(await tell(ofMany, 'POST', { ids, ...bodyOf(telling) }));
}

export async function deleteDecisions(decisions: { case: string; decision: string }[]): Promise<ToldOfMany> {
  return toldOfMany(await tell(ofMany, 'DELETE', { decisions }));
}

function decisionsOf(caseId: string): string {
  return `/api/cases/${encodeURIComponent(caseId)}/decisions`;
}

function bodyOf({ kind, note, until }: Telling): object {
  return { kind, ...(note && { note }), ...(until && { until }) };
}

type Answer = {
  case?: CaseJson | null;
  decision?: string;
  results?: ResultOfOne[];
};

function toldOfOne(told: Answer | NotTold): Told {
  if ('result' in told) return told;
  return { result: 'saved', case: told.case ?? null, decisionId: told.decision ?? '' };
}

function toldOfMany(told: Answer | NotTold): ToldOfMany {
  return 'result' in told ? told : { result: 'answered', results: told.results ?? [] };
}

async function tell(address: string, method: string, body: object): Promise<Answer | NotTold> {
  try {
    const response = await fetch(address, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.status >= 500) return { result: 'unanswered' };
    const answer = await response.json();
    if (response.ok) return answer as Answer;
    if (response.status === 409 && answer.by) return { result: 'second', ...answer };
    return { result: 'refused', sentence: typeof answer.error === 'string' ? answer.error : null };
  } catch {
    return { result: 'unanswered' };
  }
}
