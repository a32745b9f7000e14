/** Shows the whole number of a case to somebody who sees it masked, once they ask; the audit names them. */

import type { NumberJson } from '@/domain/case-json';
import { maySee, type Person, sightOf } from '@/domain/person';
import { auditRow } from './audit';
import { numberJson } from './case';
import { demand } from './permission';
import type { Desk } from './the-desk';

/** Null where there is no such case that this person may see. */
export async function reveal(
  desk: Desk,
  by: Person,
  callId: string,
  now: number,
): Promise<NumberJson | null> {
  demand(by, 'reveal');
  return desk.store.write(async (tx) => {
    const found = await tx.loadCaseOfCall(callId);
    if (!found || found.visibleFrom > now || !maySee(sightOf(by), found.did)) return null;
    await tx.saveAudit(auditRow(by, now, 'revealed a number', { case: found.id }));
    return numberJson(found.caller, found.callerRaw);
  });
}
