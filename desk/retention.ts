/** How long admins want rows to be kept; without a word of theirs everything is. */

import type { Queries } from '@/db/queries';
import type { Person } from '@/domain/person';
import { keepAll, type Retention } from '@/domain/retention';
import { auditRow } from './audit';
import { demand } from './permission';
import type { Desk } from './the-desk';

/** The row of the job that applies it. */
export const retentionJob = 'retention';

const choice = 'retention';

export async function retentionIn(from: Queries): Promise<Retention> {
  return ((await from.loadChoice(choice)) as Retention | null) ?? keepAll;
}

export async function loadRetention(desk: Desk, by: Person) {
  demand(by, 'administer');
  const job = await desk.store.read.loadJob(retentionJob);
  const lastDoneAt = job?.doneAt ?? null;
  return {
    ...(await retentionIn(desk.store.read)),
    lastDoneAt: lastDoneAt === null ? null : new Date(lastDoneAt).toISOString(),
  };
}

export async function changeRetention(desk: Desk, by: Person, given: Retention, now: number): Promise<void> {
  demand(by, 'administer');
  await desk.store.write(async (tx) => {
    await tx.saveChoice(choice, given, now, by.name);
    await tx.saveAudit(auditRow(by, now, 'changed how long rows are kept', given));
  });
}
