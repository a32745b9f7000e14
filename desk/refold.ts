/** Folds the touched conversations and callers again from what was kept, and saves what came out different. */

import type { Queries } from '@/db/queries';
import type { StoredCall, StoredCase } from '@/db/queries/projections';
import { callOf } from '@/domain/call';
import { casesOf } from '@/domain/case';
import type { FoldRules } from '@/domain/fold-rules';
import { grouped } from '@/domain/grouped';

/** Runs inside a write. Takes the ids of the calls whose legs, or about which decisions, have changed. */
export async function refold(tx: Queries, rules: FoldRules, callIds: string[]): Promise<void> {
  if (callIds.length === 0) return;

  const before = await tx.loadCalls(callIds);
  const legs = grouped(await tx.loadLegs(callIds), (leg) => leg.callId);
  const folded = [...legs.values()].map((copies) => callOf(copies, rules));

  const callers = [...new Set([...before, ...folded].map((call) => call.caller))];
  const casesBefore = await tx.loadCasesOfCallers(callers);
  const callsBefore = new Map(
    [...(await tx.loadCallsOfCallers(callers)), ...before].map((call) => [call.id, call]),
  );
  const calls = new Map([...callsBefore, ...folded.map((call) => [call.id, call] as const)]);
  const decisions = await tx.loadDecisions(callers, callIds);

  const cases = [...grouped(calls.values(), (call) => call.caller).values()].flatMap((ofCaller) =>
    casesOf(ofCaller, decisions),
  );
  const caseOf = new Map(cases.flatMap(({ id, calls: ids }) => ids.map((callId) => [callId, id])));

  const callsNow = [...calls.values()].map(
    (call): StoredCall => ({ ...call, caseId: caseOf.get(call.id) ?? null }),
  );
  const casesNow = cases.map(({ calls: ids, ...rest }): StoredCase => ({ ...rest, callsTotal: ids.length }));
  const changedCalls = differing(callsNow, callsBefore);
  const changedCases = differing(casesNow, new Map(casesBefore.map((it) => [it.id, it])));
  const stay = new Set(casesNow.map(({ id }) => id));
  const goneCases = casesBefore.map(({ id }) => id).filter((id) => !stay.has(id));

  await tx.saveCalls(changedCalls);
  await tx.deleteCases(goneCases);
  await tx.saveCases(changedCases);
  const came = new Set(changedCalls.filter(({ verdict }) => verdict !== 'undecided').map((call) => call.did));
  const left = new Set(before.map((call) => call.did).filter((did) => !came.has(did)));
  await tx.saveDids([...came], changedCalls.length > 0 ? [...left] : []);
}

function differing<Row extends { id: string }>(rows: Row[], before: Map<string, Row>): Row[] {
  return rows.filter((row) => {
    const old = before.get(row.id);
    return !old || (Object.keys(row) as (keyof Row)[]).some((column) => row[column] !== old[column]);
  });
}
