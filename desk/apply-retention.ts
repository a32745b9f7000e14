/** Removes what is older than admins want it kept, in parts; what is still open on the desk stays. */

import { setImmediate as breathe } from 'node:timers/promises';
import type { Person } from '@/domain/person';
import { keptSince } from '@/domain/retention';
import { auditRow } from './audit';
import { forgetOldBytes } from './old-bytes';
import { removeOldCalls } from './old-calls';
import { demand } from './permission';
import { retentionIn, retentionJob } from './retention';
import type { Desk } from './the-desk';

export type Removed = { deliveries: number; calls: number; audit: number };

/** Tells that this server still has the job; throws where another has taken it. */
export type StillMine = () => Promise<void>;

/** A server that died with the job holds it for so long, ms. */
const leaseMs = 10 * 60_000;
const auditAtOnce = 1000;

/** Null where another server is at it, or began at `unlessSince` (ms) or later. */
export async function applyRetention(
  desk: Desk,
  by: Person,
  now: number,
  unlessSince?: number,
): Promise<Removed | null> {
  demand(by, 'administer');
  const { store } = desk;
  if (!(await store.write((tx) => tx.takeJob(retentionJob, now, leaseMs, unlessSince)))) return null;
  const stillMine = async () => {
    const until = desk.clock() + leaseMs;
    if (!(await store.write((tx) => tx.keepJob(retentionJob, now, until))))
      throw new Error('Another server has taken over what this one was removing.');
  };
  try {
    const { deliveriesDays, callsDays, auditDays } = await retentionIn(store.read);
    const removed = {
      calls: await removeOldCalls(desk, keptSince(callsDays, now), stillMine),
      deliveries: await forgetOldBytes(desk, keptSince(deliveriesDays, now), stillMine),
      audit: await removeOldAudit(desk, keptSince(auditDays, now)),
    };
    const isAny = Object.values(removed).some((count) => count > 0);
    if (isAny) await store.write((tx) => tx.saveAudit(auditRow(by, now, 'removed what was old', removed)));
    return removed;
  } finally {
    await store.write((tx) => tx.finishJob(retentionJob, now, desk.clock()));
  }
}

async function removeOldAudit({ store }: Desk, since: number | null): Promise<number> {
  let removed = 0;
  if (since === null) return removed;
  for (;;) {
    const part = await store.write((tx) => tx.deleteAuditBefore(since, auditAtOnce));
    removed += part;
    if (part < auditAtOnce) return removed;
    await breathe();
  }
}
