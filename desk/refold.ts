/** Folds the touched conversations and callers again from what was kept, and saves what came out different. */

import type { Queries } from '@/db/queries';
import type { Since, StoredCall, StoredCase } from '@/db/queries/projections';
import { type Call, callOf } from '@/domain/call';
import type { Decision } from '@/domain/decision';
import { casesOf } from '@/domain/fold';
import { grouped } from '@/domain/grouped';
import type { Leg } from '@/domain/leg';
import type { Settings } from '@/domain/settings';

/** Runs inside a write. Takes every leg of the calls of which some have come: a copy that adds nothing costs nothing. */
export async function foldLegs(tx: Queries, settings: Settings, legs: Leg[]): Promise<void> {
  const folded = callsOf(legs, settings);
  const before = new Map((await tx.loadCalls(folded.map(({ id }) => id))).map((call) => [call.id, call]));
  const changed = differing(folded, before);
  await foldCases(
    tx,
    settings,
    changed.flatMap(({ id }) => before.get(id) ?? []),
    changed,
  );
}

/**
 * Runs inside a write. Takes the ids of the calls about which something was said, of which legs were taken away, or for
 * which settings have changed. A call of which no leg is left leaves the projections.
 */
export async function refold(tx: Queries, settings: Settings, callIds: string[]): Promise<void> {
  const before = await tx.loadCalls(callIds);
  await foldCases(tx, settings, before, callsOf(await tx.loadLegs(callIds), settings));
}

function callsOf(legs: Leg[], settings: Settings): Call[] {
  return [...grouped(legs, ({ callId }) => callId).values()].map((copies) => callOf(copies, settings));
}

async function foldCases(
  tx: Queries,
  settings: Settings,
  before: StoredCall[],
  folded: Call[],
): Promise<void> {
  if (before.length + folded.length === 0) return;
  const both = [...before, ...folded];
  const asked = new Set(both.map(({ id }) => id));
  const said = await tx.loadDecisionsAbout([...asked]);
  const { since: reached, casesBefore } = await reachBack(tx, touched(both, saidAt(said)));
  const since = ofCallers(reached, both, casesBefore);
  const callsBefore = new Map(
    [...(await tx.loadCallsSince(since)), ...before].map((call) => [call.id, call]),
  );
  const calls = new Map<string, Call>([...callsBefore, ...folded.map((call) => [call.id, call] as const)]);
  const left = new Set(folded.map(({ id }) => id));
  const gone = before.map(({ id }) => id).filter((id) => !left.has(id));
  for (const id of gone) calls.delete(id);
  const others = [...calls.keys()].filter((id) => !asked.has(id));
  const decisions = distinct([...said, ...(await tx.loadDecisionsAbout(others))]);

  const callsOfParty = grouped(
    [...calls.values()].flatMap((call) => partiesOf(call).map((party) => ({ party, call }))),
    ({ party }) => party,
  );
  // A call that was loaded for its other party may lie before.
  const callsSince = (party: string, at: number) =>
    (callsOfParty.get(party) ?? []).flatMap(({ call }) => (call.startedAt >= at ? [call] : []));
  const standing = grouped(
    casesBefore.filter((it) => isStanding(it, since)),
    ({ caller }) => caller,
  );
  const cases = [...since].flatMap(([caller, at]) => {
    const begun = (standing.get(caller) ?? []).map((it) => ({ ...it, calls: [] }));
    return casesOf(caller, callsSince(caller, at), decisions, settings, begun);
  });
  await save(tx, { calls: [...calls.values()], callsBefore, gone, cases, casesBefore, before });
}

/** When somebody first said something about each of these calls, ms: there it stands, if it began later (rules.md 21). */
function saidAt(decisions: Decision[]): Since {
  return earliest(decisions.flatMap(({ at, calls }) => calls.map((id): [string, number] => [id, at])));
}

/** The parties of these calls, each with the earliest instant at which something may be different. */
function touched(calls: Call[], said: Since): Since {
  return earliest(
    calls.flatMap((call) =>
      partiesOf(call).map((party): [string, number] => [
        party,
        Math.min(call.startedAt, call.firstReceivedAt, said.get(call.id) ?? call.startedAt),
      ]),
    ),
  );
}

function earliest(instants: [string, number][]): Since {
  const since: Since = new Map();
  for (const [key, at] of instants) since.set(key, Math.min(at, since.get(key) ?? at));
  return since;
}

function partiesOf({ caller, other }: Call): string[] {
  return other === null || other === caller ? [caller] : [caller, other];
}

/**
 * Moves each instant back until no case of the caller reaches into what follows: from there, and with the cases that
 * still stand in the queue, the fold gives what it would give from the beginning, so a long history costs nothing.
 */
async function reachBack(tx: Queries, since: Since): Promise<{ since: Since; casesBefore: StoredCase[] }> {
  const reaching = new Map<string, StoredCase>();
  for (let moved: Since = since; moved.size > 0; ) {
    const found = await tx.loadCasesReaching(moved);
    moved = new Map();
    for (const it of found) {
      reaching.set(it.id, it);
      if (isStanding(it, since) || it.spansFrom >= since.get(it.caller)!) continue;
      since.set(it.caller, it.spansFrom);
      moved.set(it.caller, it.spansFrom);
    }
  }
  return { since, casesBefore: [...reaching.values()] };
}

/** Those who rang in or have a case. Our own people's phones stand in very many calls, and mostly wait for nobody. */
function ofCallers(since: Since, calls: Call[], cases: StoredCase[]): Since {
  const rang = calls.filter(({ direction }) => direction === 'inbound');
  const callers = new Set([...rang, ...cases].map(({ caller }) => caller));
  return new Map([...since].filter(([party]) => callers.has(party)));
}

/** Still in the queue, and all that happened to it lies before. */
function isStanding({ state, caller, spansTo }: StoredCase, since: Since): boolean {
  return state !== 'closed' && spansTo < since.get(caller)!;
}

type Folded = {
  calls: Call[];
  callsBefore: Map<string, StoredCall>;
  /** The ids of calls of which no leg is left. */
  gone: string[];
  cases: ReturnType<typeof casesOf>;
  casesBefore: StoredCase[];
  before: StoredCall[];
};

async function save(
  tx: Queries,
  { calls, callsBefore, gone, cases, casesBefore, before }: Folded,
): Promise<void> {
  const caseOf = new Map(cases.flatMap(({ id, calls: ids }) => ids.map((callId) => [callId, id])));
  const callsNow = calls.map((call): StoredCall => ({ ...call, caseId: caseOf.get(call.id) ?? null }));
  const casesNow = cases.map(({ calls: _added, ...row }): StoredCase => row);
  const now = new Map(callsNow.map((call) => [call.id, call]));
  const changedCalls = differing(callsNow, callsBefore);
  const casesStored = new Map(casesBefore.map((it) => [it.id, it]));
  const changedCases = differing(casesNow, casesStored);
  const stay = new Set(casesNow.map(({ id }) => id));

  await tx.deleteCalls(gone);
  await tx.saveCalls(changedCalls, callsBefore);
  await tx.saveNumbers(changedCalls.filter((it) => isAnother(it, callsBefore)).map(({ caller }) => caller));
  await tx.forgetNumbers(before.filter((it) => isAnother(it, now)).map(({ caller }) => caller));
  await tx.deleteCases(casesBefore.map(({ id }) => id).filter((id) => !stay.has(id)));
  await tx.saveCases(changedCases, casesStored);
  const judged = changedCalls.filter(({ verdict }) => verdict !== 'undecided');
  const came = new Set(judged.map((call) => call.did));
  const left = new Set(before.map((call) => call.did).filter((did) => !came.has(did)));
  await tx.saveDids([...came], changedCalls.length + gone.length > 0 ? [...left] : []);
}

/** A call that is not among these, or of another caller there. */
function isAnother({ id, caller }: Call, among: Map<string, Call>): boolean {
  return among.get(id)?.caller !== caller;
}

function distinct<Row extends { id: string }>(rows: Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

function differing<Row extends { id: string }>(rows: Row[], before: Map<string, Row>): Row[] {
  return rows.filter((row) => {
    const old = before.get(row.id);
    return !old || (Object.keys(row) as (keyof Row)[]).some((column) => row[column] !== old[column]);
  });
}
