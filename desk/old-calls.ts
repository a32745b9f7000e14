/** Removes old calls with their legs, cases and decisions; whatever a case in the queue depends on stays with it. */

import { setImmediate as breathe } from 'node:timers/promises';
import type { Queries } from '@/db/queries';
import type { Began, StoredCall } from '@/db/queries/projections';
import type { StillMine } from './apply-retention';
import { refold } from './refold';
import type { Desk } from './the-desk';

/** So few that what comes in meanwhile hardly waits. */
const callsAtOnce = 50;

/** Returns how many calls were removed. */
export async function removeOldCalls(
  desk: Desk,
  since: number | null,
  stillMine: StillMine,
): Promise<number> {
  let removed = 0;
  if (since === null) return removed;
  for (let after: Began | undefined; ; ) {
    const calls: StoredCall[] = await desk.store.read.loadCallsBefore(since, after, callsAtOnce);
    after = calls.at(-1);
    if (!after) return removed;
    await stillMine();
    removed += await removeCalls(desk, (tx) => settledBefore(tx, calls, since));
    await breathe();
  }
}

/** Of these calls those before everything that a case reaches to which is in the queue, or was after `since`. */
async function settledBefore(tx: Queries, calls: StoredCall[], since: number): Promise<string[]> {
  const parties = (call: StoredCall) => (call.other === null ? [call.caller] : [call.caller, call.other]);
  const staying = await tx.loadStaying([...new Set(calls.flatMap(parties))], since);
  const isFree = (call: StoredCall) =>
    parties(call).every((party) => call.startedAt < (staying.get(party) ?? Number.POSITIVE_INFINITY));
  return calls.filter(isFree).map(({ id }) => id);
}

/** Removes calls for good, with all that was kept or said about them; `chosen` picks them inside the write. */
export async function removeCalls(desk: Desk, chosen: (tx: Queries) => Promise<string[]>): Promise<number> {
  const { count, revision } = await desk.store.write(async (tx) => {
    const ids = await chosen(tx);
    await tx.deleteLegsOfCalls(ids);
    await tx.deleteDecisionsAbout(ids);
    await refold(tx, await desk.settings(tx), ids);
    return { count: ids.length, revision: await tx.raiseRevision(ids.length > 0 ? 1 : 0) };
  });
  desk.pulse.announce(revision);
  return count;
}
