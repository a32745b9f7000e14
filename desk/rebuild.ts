/** Drops the projections and folds them again from every leg and decision that was kept. */

import { refold } from './refold';
import type { Desk } from './the-desk';

const callsAtOnce = 500;

/**
 * Runs as one write: whoever reads meanwhile sees the old tables, then the new ones. Returns how many calls were
 * folded. What comes in at the webhook meanwhile waits, or is told to come again.
 */
export async function rebuild(desk: Pick<Desk, 'store' | 'settings' | 'pulse'>): Promise<number> {
  const { folded, revision } = await desk.store.write(async (tx) => {
    const settings = await desk.settings(tx);
    await tx.dropProjections();
    let folded = 0;
    for (let after = ''; ; ) {
      const callIds = await tx.loadCallIdsOfLegs(after, callsAtOnce);
      const last = callIds.at(-1);
      if (last === undefined) break;
      await refold(tx, settings, callIds);
      folded += callIds.length;
      after = last;
    }
    return { folded, revision: await tx.raiseRevision(1) };
  });
  desk.pulse.announce(revision);
  return folded;
}
