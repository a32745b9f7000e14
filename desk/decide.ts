/** A person says what became of a case; the database settles who was first (rules.md 21). */

import { randomUUID } from 'node:crypto';
import type { Queries } from '@/db/queries';
import type { StoredCase } from '@/db/queries/projections';
import { verdictAt } from '@/domain/call';
import type { CaseJson } from '@/domain/case-json';
import { type Decision, type DecisionKind, isSettling } from '@/domain/decision';
import { caseJsonOf } from './case';
import { refold } from './refold';
import type { Desk } from './the-desk';

export type Wish = { kind: DecisionKind; by: string; note: string | null };

/** An expected "no": somebody else was first, with what they did, as far as it is known. */
type Refusal = { error: string; by: string | null; at: string | null; kind: string | null };

export type Decided =
  /** The case is null where none is left: its call turned out answered, and the decision is taken back. */
  | { is: 'decided'; case: CaseJson | null; decision: string }
  | { is: 'refused'; refusal: Refusal }
  | { is: 'unknown' };

/** Says the same of several cases, each on its own: the answers come in the order of the ids. */
export async function decide(desk: Desk, caseIds: string[], wish: Wish, now: number): Promise<Decided[]> {
  const { answers, revision } = await desk.store.write(async (tx) => {
    const answers: Decided[] = [];
    for (const caseId of caseIds) answers.push(await decideOne(tx, desk, caseId, wish, now));
    const isChanged = answers.some(({ is }) => is === 'decided');
    return { answers, revision: isChanged ? await tx.raiseRevision(1) : null };
  });
  if (revision !== null) desk.pulse.announce(revision);
  return answers;
}

async function decideOne(tx: Queries, desk: Desk, caseId: string, wish: Wish, now: number): Promise<Decided> {
  const found = await tx.loadCaseOfCall(caseId);
  if (!found || found.visibleFrom > now) return { is: 'unknown' };
  const refusal =
    refusalOf(found, wish) ?? (wish.kind === 'reopen' ? await newerRefusal(tx, found, now) : null);
  if (refusal) return { is: 'refused', refusal };

  // What is said in the same millisecond stands in the order in which it was said.
  const earlier = await tx.loadDecisionsOfCases([found.id]);
  const at = Math.max(now, ...earlier.map((decision) => decision.at + 1));
  const calls = await tx.loadCallsOfCases([found.id], found.callsTotal);
  const seen = calls.filter((call) => verdictAt(call, now) !== 'undecided').map((call) => call.id);
  const decision: Decision = {
    id: randomUUID(),
    at,
    ...wish,
    undoneAt: null,
    undoneBy: null,
    calls: seen,
  };
  await tx.saveDecision(decision);
  await refold(tx, desk.rules, seen);
  return { is: 'decided', case: await caseJsonOf(tx, found.id, now), decision: decision.id };
}

/** Takes a decision back, so that it never was. Refused when it is undone already, or when a newer case is open. */
export async function undo(
  desk: Desk,
  caseId: string,
  decisionId: string,
  by: string,
  now: number,
): Promise<Decided> {
  const { answer, revision } = await desk.store.write(async (tx) => {
    const answer = await undoOne(tx, desk, caseId, decisionId, by, now);
    return { answer, revision: answer.is === 'decided' ? await tx.raiseRevision(1) : null };
  });
  if (revision !== null) desk.pulse.announce(revision);
  return answer;
}

async function undoOne(
  tx: Queries,
  desk: Desk,
  caseId: string,
  decisionId: string,
  by: string,
  now: number,
): Promise<Decided> {
  const found = await tx.loadCaseOfCall(caseId);
  const decisions = found ? await tx.loadDecisionsOfCases([found.id]) : [];
  const decision = decisions.find(({ id }) => id === decisionId);
  if (!found || !decision) return { is: 'unknown' };
  const newer = isSettling(decision.kind) ? await newerRefusal(tx, found, now) : null;
  if (newer) return { is: 'refused', refusal: newer };
  if (!(await tx.undoDecision(decisionId, now, by))) {
    return {
      is: 'refused',
      refusal: refused('Undone already', decision.undoneBy, decision.undoneAt, decision.kind),
    };
  }
  await refold(tx, desk.rules, decision.calls);
  return { is: 'decided', case: await caseJsonOf(tx, found.id, now), decision: decisionId };
}

function refusalOf(found: StoredCase, { kind }: Wish): Refusal | null {
  if (kind === 'note') return null;
  const isClosed = found.state === 'closed';
  if (kind === 'reopen') return isClosed ? null : refused('The case is open already', null, null, null);
  return isClosed ? refused('Somebody was first', found.closedBy, found.closedAt, found.outcome) : null;
}

/** rules.md 21: an old case stays closed while a newer one of that caller and DID is open. */
async function newerRefusal(tx: Queries, found: StoredCase, now: number): Promise<Refusal | null> {
  const cases = await tx.loadCasesOfCallers([found.caller]);
  const isNewerOpen = cases.some(
    (it) => it.did === found.did && it.id !== found.id && it.state !== 'closed' && it.visibleFrom <= now,
  );
  return isNewerOpen ? refused('A newer case of this caller is open', null, null, null) : null;
}

function refused(what: string, by: string | null, at: number | null, kind: string | null): Refusal {
  const who = by === null ? '' : ` (${by})`;
  return { error: `${what}${who}.`, by, at: at === null ? null : new Date(at).toISOString(), kind };
}
