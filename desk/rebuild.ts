/** Drops the projections and folds them again from every leg and decision that was kept. */

import { log } from '@/log';
import { refold } from './refold';
import type { Desk } from './the-desk';

/** Raised with every change after which the same legs and decisions would fold to other calls, cases or parts of numbers. */
const rulesVersion = 3;

const callsAtOnce = 500;

type Core = Pick<Desk, 'store' | 'settings' | 'pulse'>;

/** What an older version folded is folded again, before anybody reads it. */
export async function rebuildOutdated(desk: Core): Promise<void> {
  const { read } = desk.store;
  if ((await read.foldedBy()) === rulesVersion) return;
  const isEmpty = (await read.loadCallIdsOfLegs('', 1)).length === 0;
  if (!isEmpty)
    log().info({}, 'The rules have changed since the last start: the kept calls are folded again.');
  await rebuild(desk);
}

/**
 * Runs as one write: whoever reads meanwhile sees the old tables, then the new ones. Returns how many calls were
 * folded. What comes in at the webhook meanwhile waits, or is told to come again.
 */
export async function rebuild(desk: Core): Promise<number> {
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
    await tx.saveFoldedBy(rulesVersion);
    return { folded, revision: await tx.raiseRevision(folded > 0 ? 1 : 0) };
  });
  desk.pulse.announce(revision);
  return folded;
}
