/** Cases as plain JSON, for the board and for whoever asks for one. */

import type { Queries } from '@/db/queries';
import type { StoredCaller } from '@/db/queries/callers';
import type { CaseParts } from '@/db/queries/case-parts';
import type { StoredCall, StoredCase } from '@/db/queries/projections';
import { isHidden } from '@/domain/call';
import type {
  CallJson,
  CaseCallerJson,
  CaseJson,
  ContactJson,
  DecisionJson,
  DidJson,
  LegJson,
  NumberJson,
} from '@/domain/case-json';
import { caseAt } from '@/domain/case-now';
import { effectOf } from '@/domain/contact';
import type { Decision } from '@/domain/decision';
import { grouped } from '@/domain/grouped';
import { beganAt, type Leg, mergedLegs } from '@/domain/leg';
import { maySee, type Person, type Sight, sightOf } from '@/domain/person';
import { displayOf, e164Of, maskedOf } from '@/domain/phone';
import type { DidSettings, Settings } from '@/domain/settings';
import { settlesAt, verdictAt } from '@/domain/verdict';
import type { Desk } from './the-desk';

/** The whole case that holds this call, or null where there is none that this person may see. */
export async function loadCase(
  desk: Desk,
  by: Person,
  callId: string,
  now: number,
): Promise<CaseJson | null> {
  return caseJsonOf(desk.store.read, callId, await desk.settings(desk.store.read), sightOf(by), now);
}

/** The same, read inside a write. */
export async function caseJsonOf(
  from: Queries,
  callId: string,
  settings: Settings,
  sight: Sight,
  now: number,
): Promise<CaseJson | null> {
  const found = await from.loadCaseOfCall(callId);
  if (!found || found.visibleFrom > now || !maySee(sight, found.did)) return null;
  const [json] = await loadCasesJson(from, [found], found.callsTotal, settings, sight, now);
  return json ? { ...json, contacts: await contactsOf(from, found, settings, sight) } : null;
}

/** The calls with this caller since the first miss that reached them or tried to, the newest first (rules.md 17 to 20). */
async function contactsOf(
  from: Queries,
  found: StoredCase,
  settings: Settings,
  sight: Sight,
): Promise<ContactJson[]> {
  const until = found.state === 'closed' ? found.spansTo : (found.endsAt ?? Number.POSITIVE_INFINITY);
  const since = await from.loadCallsSince(new Map([[found.caller, found.firstMissedAt]]));
  // One with this caller at both ends is found twice.
  const calls = [...new Map(since.map((call) => [call.id, call])).values()];
  const legsOf = grouped(await from.loadLegs(calls.map(({ id }) => id)), ({ callId }) => callId);
  return calls
    .filter((call) => call.startedAt <= until && maySee(sight, call.did))
    .sort((a, b) => b.startedAt - a.startedAt)
    .flatMap((call) => {
      const { talkSeconds } = settings.rules(call.did, call.startedAt);
      const effect = effectOf(call, found.caller, talkSeconds);
      if (effect === null) return [];
      const { staff } = call;
      return [
        {
          ...callJson(call, mergedLegs(legsOf.get(call.id) ?? [])),
          effect,
          staff,
          talkSeconds: call.talkSeconds,
        },
      ];
    });
}

/** Rows of cases with their newest calls, the legs of those and the decisions, read in a handful of statements. */
export async function loadCasesJson(
  from: Queries,
  found: StoredCase[],
  newestCalls: number,
  settings: Settings,
  sight: Sight,
  now: number,
): Promise<CaseJson[]> {
  return casesJson(found, await from.loadPartsOfCases(found, newestCalls), settings, sight, now);
}

export function casesJson(
  found: StoredCase[],
  { calls, legs, decisions, previous, callers }: CaseParts,
  settings: Settings,
  sight: Sight,
  now: number,
): CaseJson[] {
  const callsOf = grouped(calls, ({ caseId }) => caseId);
  const legsOf = grouped(legs, ({ callId }) => callId);
  const decisionsOf = grouped(decisions, ({ caseId }) => caseId);
  const callerOf = new Map(callers.map((row) => [row.caller, row]));
  return found.map((row) => ({
    ...caseJson(row, callsOf.get(row.id) ?? [], legsOf, settings.did(row.did, now), now),
    caller: callerJson(row, callerOf.get(row.caller), sight),
    previous: previous.get(row.id) ?? null,
    decisions: (decisionsOf.get(row.id) ?? [])
      .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
      .map(decisionJson),
  }));
}

function caseJson(
  row: StoredCase,
  calls: StoredCall[],
  legsOf: Map<string, Leg[]>,
  did: DidSettings,
  now: number,
): Omit<CaseJson, 'caller' | 'previous' | 'decisions'> {
  const undecided = calls.filter((call) => verdictAt(call, now) === 'undecided');
  const decided = calls.filter((call) => !undecided.includes(call));
  const { state, outcome, isOverdue, closedAt, claimedBy } = caseAt(row, now);
  return {
    id: row.id,
    did: didJson(row.did, row.didRaw, did),
    state,
    outcome,
    missedCount: row.missedCount - undecided.length,
    firstMissedAt: iso(row.firstMissedAt),
    lastMissedAt: iso(undecided.length > 0 ? (decided[0]?.startedAt ?? row.lastMissedAt) : row.lastMissedAt),
    clockStartsAt: iso(row.clockStartsAt),
    dueAt: iso(row.dueAt),
    overdue: isOverdue,
    isShort: row.isShort,
    attempts: row.attempts,
    lastAttemptAt: isoOrNull(row.lastAttemptAt),
    lastAttemptBy: row.lastAttemptBy,
    claimedBy,
    claimLapsesAt: claimedBy === null ? null : isoOrNull(row.claimLapsesAt),
    wakesAt: state === 'snoozed' ? isoOrNull(row.wakesAt) : null,
    expiresAt: state === 'closed' ? null : isoOrNull(row.endsAt),
    closedBy: row.closedBy,
    closedAt: isoOrNull(closedAt),
    closedByCall: row.closedByCall,
    callsTotal: row.callsTotal - undecided.length,
    calls: decided.map((call) => callJson(call, mergedLegs(legsOf.get(call.id) ?? []))),
  };
}

export function callJson(call: StoredCall, legs: Leg[]): CallJson {
  const { id, conversation, direction, verdict, rule, mark, startedAt, ringMs, isShort, isOutOfHours } = call;
  return {
    id,
    conversation,
    direction,
    verdict,
    rule,
    mark,
    startedAt: iso(startedAt),
    ringMs,
    settlesAt: iso(settlesAt(call)),
    isShort,
    isOutOfHours,
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

export function decisionJson({ id, kind, by, at, note, until, undoneAt, undoneBy }: Decision): DecisionJson {
  return {
    id,
    kind,
    by,
    at: iso(at),
    note,
    until: isoOrNull(until),
    undoneAt: isoOrNull(undoneAt),
    undoneBy,
  };
}

/** Whoever may not see numbers sees enough of one to tell two callers apart; names they see. */
function callerJson(
  { caller, callerRaw }: StoredCase,
  known: StoredCaller | undefined,
  { isMasked }: Sight,
): CaseCallerJson {
  const said = { name: known?.name ?? null, isSpam: known?.isSpam ?? false };
  return isMasked
    ? { e164: null, display: maskedOf(displayOf({ key: caller, raw: callerRaw })), ...said, key: null }
    : { ...numberJson(caller, callerRaw), ...said, key: isHidden(caller) ? null : caller };
}

/** A number in full, for whoever may see it. */
export function numberJson(key: string, raw: string | null): NumberJson {
  return { e164: e164Of(key), display: displayOf({ key, raw }) };
}

/** A DID for people. */
export function didJson(key: string, raw: string | null, { label }: Pick<DidSettings, 'label'>): DidJson {
  return { ...numberJson(key, raw), label };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : iso(at);
}
