/** Cases as plain JSON, for the board and for whoever asks for one. */

import type { Queries } from '@/db/queries';
import type { StoredCall, StoredCase } from '@/db/queries/projections';
import { verdictAt } from '@/domain/call';
import type {
  CallJson,
  CaseJson,
  CaseState,
  DecisionJson,
  DidJson,
  LegJson,
  NumberJson,
} from '@/domain/case-json';
import type { Decision } from '@/domain/decision';
import { grouped } from '@/domain/grouped';
import { beganAt, type Leg, mergedLegs } from '@/domain/leg';
import { displayOf, e164Of } from '@/domain/phone';
import type { Desk } from './the-desk';

/** The whole case that holds this call, or null: all of its calls, legs and decisions. */
export async function loadCase(desk: Desk, callId: string, now: number): Promise<CaseJson | null> {
  return caseJsonOf(desk.store.read, callId, now);
}

/** The same, read inside a write. */
export async function caseJsonOf(from: Queries, callId: string, now: number): Promise<CaseJson | null> {
  const found = await from.loadCaseOfCall(callId);
  if (!found || found.visibleFrom > now) return null;
  const [json] = await casesJson(from, [found], found.callsTotal, now);
  return json ?? null;
}

/** Fills rows of cases with their newest calls, the legs of those and the decisions, in four statements. */
export async function casesJson(
  from: Queries,
  found: StoredCase[],
  newestCalls: number,
  now: number,
): Promise<CaseJson[]> {
  const ids = found.map(({ id }) => id);
  const calls = await from.loadCallsOfCases(ids, newestCalls);
  const copies = await from.loadLegs(calls.map(({ id }) => id));
  const decisions = await from.loadDecisionsOfCases(ids);

  const callsOf = grouped(calls, ({ caseId }) => caseId);
  const legsOf = grouped(copies, ({ callId }) => callId);
  const decisionsOf = grouped(decisions, ({ caseId }) => caseId);
  return found.map((row) =>
    caseJson(row, callsOf.get(row.id) ?? [], legsOf, decisionsOf.get(row.id) ?? [], now),
  );
}

function caseJson(
  row: StoredCase,
  calls: StoredCall[],
  legsOf: Map<string, Leg[]>,
  decisions: Decision[],
  now: number,
): CaseJson {
  const undecided = calls.filter((call) => verdictAt(call, now) === 'undecided');
  const decided = calls.filter((call) => !undecided.includes(call));
  return {
    id: row.id,
    caller: { ...numberJson(row.caller, row.callerRaw), name: null },
    did: didJson(row.did, row.didRaw),
    state: stateOf(row),
    outcome: row.outcome,
    missedCount: row.missedCount - undecided.length,
    firstMissedAt: iso(row.firstMissedAt),
    lastMissedAt: iso(undecided.length > 0 ? (decided[0]?.startedAt ?? row.lastMissedAt) : row.lastMissedAt),
    dueAt: iso(row.dueAt),
    overdue: row.state === 'open' && row.dueAt <= now,
    attempts: row.attempts,
    lastAttemptAt: isoOrNull(row.lastAttemptAt),
    lastAttemptBy: row.lastAttemptBy,
    claimedBy: null,
    closedBy: row.closedBy,
    closedAt: isoOrNull(row.closedAt),
    previous: row.previous,
    callsTotal: row.callsTotal - undecided.length,
    calls: decided.map((call) => callJson(call, mergedLegs(legsOf.get(call.id) ?? []))),
    decisions: decisions.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)).map(decisionJson),
  };
}

function stateOf({ state, attempts }: StoredCase): CaseState {
  return state === 'open' && attempts > 0 ? 'attempted' : state;
}

function callJson(call: StoredCall, legs: Leg[]): CallJson {
  const { conversation, direction, verdict, rule, mark, startedAt, ringMs } = call;
  return {
    conversation,
    direction,
    verdict,
    rule,
    mark,
    startedAt: iso(startedAt),
    ringMs,
    legs: legs.map(legJson),
  };
}

function legJson(leg: Leg): LegJson {
  return {
    leg: leg.side,
    status: leg.statusText,
    startedAt: iso(beganAt(leg)),
    endedAt: isoOrNull(leg.endedAt),
    durationSeconds: leg.durationSeconds,
  };
}

function decisionJson({ id, kind, by, at, note, undoneAt, undoneBy }: Decision): DecisionJson {
  return { id, kind, by, at: iso(at), note, undoneAt: isoOrNull(undoneAt), undoneBy };
}

function numberJson(key: string, raw: string | null): NumberJson {
  return { e164: e164Of(key), display: displayOf({ key, raw }) };
}

/** A DID for people; its label comes from settings. */
export function didJson(key: string, raw: string | null): DidJson {
  return { ...numberJson(key, raw), label: null };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : iso(at);
}
