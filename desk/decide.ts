/** A person says what became of a case; the database settles who was first (rules.md 21 and 22). */

import { randomUUID } from 'node:crypto';
import type { Queries } from '@/db/queries';
import type { StoredCase } from '@/db/queries/projections';
import type { CaseJson } from '@/domain/case-json';
import { caseAt } from '@/domain/case-now';
import { type Decision, type DecisionKind, isSettling } from '@/domain/decision';
import { maySee, type Person, sightOf } from '@/domain/person';
import type { Settings } from '@/domain/settings';
import { verdictAt } from '@/domain/verdict';
import { auditRow } from './audit';
import { caseJsonOf } from './case';
import { demand } from './permission';
import { refold } from './refold';
import type { Desk } from './the-desk';

export type Wish = { kind: DecisionKind; note: string | null; until: number | null };

/** A decision that was taken about a case, by their ids. */
export type Taken = { case: string; decision: string };

/** An expected "no": somebody else was first, with what they did, as far as it is known. */
export type Refusal = { error: string; by: string | null; at: string | null; kind: string | null };

export type Decided =
  /** The case is null where none is left: its call turned out answered, and the decision is taken back. */
  | { is: 'decided'; case: CaseJson | null; decision: string }
  | { is: 'refused'; refusal: Refusal }
  | { is: 'unknown' };

type Deciding = { tx: Queries; settings: Settings; by: Person; now: number };

/** Says the same of several cases, each on its own: the answers come in the order of the ids. */
export async function decide(
  desk: Desk,
  by: Person,
  caseIds: string[],
  wish: Wish,
  now: number,
): Promise<Decided[]> {
  return deciding(desk, by, now, async (at) => {
    const answers: Decided[] = [];
    for (const caseId of caseIds) answers.push(await decideOne(at, caseId, wish));
    return answers;
  });
}

/** Takes a decision back, so that it never was. Refused when it is undone already, or when a newer case is open. */
export async function undo(
  desk: Desk,
  by: Person,
  caseId: string,
  decisionId: string,
  now: number,
): Promise<Decided> {
  const [answer] = await undoMany(desk, by, [{ case: caseId, decision: decisionId }], now);
  return answer!;
}

/** Takes several back in one write, each on its own: the answers come in the order of what was named. */
export async function undoMany(desk: Desk, by: Person, taken: Taken[], now: number): Promise<Decided[]> {
  return deciding(desk, by, now, async (at) => {
    const answers: Decided[] = [];
    for (const { case: caseId, decision } of taken) answers.push(await undoOne(at, caseId, decision));
    return answers;
  });
}

/** One write for all of them; the other desks hear of it when anything was decided. */
async function deciding(
  desk: Desk,
  by: Person,
  now: number,
  work: (at: Deciding) => Promise<Decided[]>,
): Promise<Decided[]> {
  demand(by, 'decide');
  const { answers, revision } = await desk.store.write(async (tx) => {
    const answers = await work({ tx, settings: await desk.settings(tx), by, now });
    const isChanged = answers.some(({ is }) => is === 'decided');
    return { answers, revision: isChanged ? await tx.raiseRevision(1) : null };
  });
  if (revision !== null) desk.pulse.announce(revision);
  return answers;
}

async function decideOne({ tx, settings, by, now }: Deciding, caseId: string, wish: Wish): Promise<Decided> {
  const sight = sightOf(by);
  const found = await tx.loadCaseOfCall(caseId);
  if (!found || found.visibleFrom > now || !maySee(sight, found.did)) return { is: 'unknown' };
  const earlier = await tx.loadDecisionsOfCases([found.id]);
  const refusal =
    refusalOf(found, earlier, wish, by.name, now) ??
    (wish.kind === 'reopen' ? await newerRefusal(tx, found, now) : null);
  if (refusal) return { is: 'refused', refusal };

  // What is said in the same millisecond stands in the order in which it was said.
  const at = Math.max(now, ...earlier.map((decision) => decision.at + 1));
  const calls = await tx.loadCallsOfCases([found], found.callsTotal);
  const seen = calls.filter((call) => verdictAt(call, now) !== 'undecided').map((call) => call.id);
  const untouched = { undoneAt: null, undoneBy: null, calls: seen };
  const decision: Decision = { id: randomUUID(), at, by: by.name, ...wish, ...untouched };
  await tx.saveDecision(decision);
  await tx.saveAudit(auditRow(by, now, 'decided', { case: found.id, kind: wish.kind }));
  await refold(tx, settings, seen);
  return { is: 'decided', case: await caseJsonOf(tx, found.id, settings, sight, now), decision: decision.id };
}

async function undoOne(
  { tx, settings, by, now }: Deciding,
  caseId: string,
  decisionId: string,
): Promise<Decided> {
  const sight = sightOf(by);
  const found = await tx.loadCaseOfCall(caseId);
  const decisions = found ? await tx.loadDecisionsOfCases([found.id]) : [];
  const decision = decisions.find(({ id }) => id === decisionId);
  if (!found || !decision || !maySee(sight, found.did)) return { is: 'unknown' };
  const newer = isSettling(decision.kind) ? await newerRefusal(tx, found, now) : null;
  if (newer) return { is: 'refused', refusal: newer };
  if (!(await tx.undoDecision(decisionId, now, by.name))) {
    const { undoneBy, undoneAt, kind } = decision;
    return { is: 'refused', refusal: refused('Undone already', undoneBy, undoneAt, kind) };
  }
  await tx.saveAudit(auditRow(by, now, 'took back', { case: found.id, kind: decision.kind }));
  await refold(tx, settings, decision.calls);
  return { is: 'decided', case: await caseJsonOf(tx, found.id, settings, sight, now), decision: decisionId };
}

function refusalOf(
  found: StoredCase,
  earlier: Decision[],
  { kind }: Wish,
  by: string,
  now: number,
): Refusal | null {
  if (kind === 'note') return null;
  const { state, outcome, closedAt, claimedBy } = caseAt(found, now);
  if (kind === 'reopen') {
    const isOnDesk = state !== 'closed' && state !== 'snoozed';
    return isOnDesk ? refused('The case is open already', null, null, null) : null;
  }
  if (state === 'closed') return refused('Somebody was first', found.closedBy, closedAt, outcome);
  if ((kind === 'snooze' || kind === 'claim') && state === 'uncallable')
    return refused('A caller without a number is in no queue', null, null, null);
  if (kind === 'claim' && claimedBy !== null && claimedBy !== by) {
    const claims = earlier.filter((it) => it.kind === 'claim' && it.by === claimedBy && it.undoneAt === null);
    return refused('Somebody is on it', claimedBy, Math.max(...claims.map(({ at }) => at)), 'claim');
  }
  return null;
}

/** rules.md 21: an old case stays closed while a newer one of that caller and DID is open. */
async function newerRefusal(tx: Queries, found: StoredCase, now: number): Promise<Refusal | null> {
  const isNewerOpen = await tx.hasOtherOpen(found, now);
  return isNewerOpen ? refused('A newer case of this caller is open', null, null, null) : null;
}

function refused(what: string, by: string | null, at: number | null, kind: string | null): Refusal {
  const who = by === null ? '' : ` (${by})`;
  return { error: `${what}${who}.`, by, at: at === null ? null : new Date(at).toISOString(), kind };
}
