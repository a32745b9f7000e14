/** Takes a record that was not understood off the list, with a note that says why. */

import type { Place } from '@/db/queries/quarantine';
import type { Person } from '@/domain/person';
import { auditRow } from './audit';
import type { Refusal } from './decide';
import { demand } from './permission';
import { settledBefore } from './quarantine';
import type { Desk } from './the-desk';

/** Null when there is none at that place; refused when somebody settled it before. */
export async function discard(
  desk: Desk,
  by: Person,
  place: Place,
  note: string,
  now: number,
): Promise<{ is: 'discarded' } | { is: 'refused'; refusal: Refusal } | null> {
  demand(by, 'administer');
  const { answer, revision } = await desk.store.write(async (tx) => {
    const row = await tx.loadQuarantinedAt(place);
    const refusal = row && settledBefore(row);
    if (!row) return { answer: null, revision: null };
    if (refusal) return { answer: { is: 'refused', refusal } as const, revision: null };
    await tx.settleQuarantined(place, { settledAs: 'discarded', settledBy: by.name, settledAt: now, note });
    await tx.saveAudit(auditRow(by, now, 'discarded a record', place));
    return { answer: { is: 'discarded' } as const, revision: await tx.raiseRevision(1) };
  });
  if (revision !== null) desk.pulse.announce(revision);
  return answer;
}
