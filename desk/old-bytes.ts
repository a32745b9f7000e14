/** Forgets the bytes of old deliveries; those of which a record still waits in quarantine stay. */

import { setImmediate as breathe } from 'node:timers/promises';
import type { StillMine } from './apply-retention';
import type { Desk } from './the-desk';

const rowsAtOnce = 500;
/** Ids come in the order of time but for clocks of several servers; so far before it nobody needs to look on, ms. */
const outOfOrderMs = 24 * 60 * 60_000;

/** Returns how many deliveries lost theirs. */
export async function forgetOldBytes(
  desk: Desk,
  since: number | null,
  stillMine: StillMine,
): Promise<number> {
  let forgotten = 0;
  if (since === null) return forgotten;
  for (let after = 0; ; ) {
    const rows = await desk.store.read.loadDeliveryAges(after, rowsAtOnce);
    const last = rows.at(-1);
    if (!last) return forgotten;
    const old = rows.filter(({ receivedAt, length }) => receivedAt < since && length > 0);
    if (old.length > 0) {
      await stillMine();
      forgotten += await forget(
        desk,
        old.map(({ id }) => id),
      );
    }
    if (rows.every(({ receivedAt }) => receivedAt >= since + outOfOrderMs)) return forgotten;
    after = last.id;
    await breathe();
  }
}

function forget({ store }: Desk, ids: number[]): Promise<number> {
  return store.write(async (tx) => {
    const waiting = (await tx.loadQuarantineOf(ids)).filter(({ settledAt }) => settledAt === null);
    const kept = new Set(waiting.map(({ deliveryId }) => deliveryId));
    const gone = ids.filter((id) => !kept.has(id));
    await tx.forgetBytes(gone);
    return gone.length;
  });
}
