/** Brings back what was withdrawn of a token between two times: every record is read again. */

import { setImmediate as breathe } from 'node:timers/promises';
import type { Place } from '@/db/queries/quarantine';
import type { Person } from '@/domain/person';
import { auditRow } from './audit';
import { demand } from './permission';
import { readRows } from './read-again';
import type { Desk } from './the-desk';
import type { Withdrawn } from './withdraw';

const rowsAtOnce = 50;

/** How many records are in their legs again. */
export async function bringBack(desk: Desk, by: Person, of: Withdrawn, now: number): Promise<number> {
  demand(by, 'administer');
  let records = 0;
  for (let last: Place | undefined; ; ) {
    const part = await desk.store.write(async (tx) => {
      const rows = await tx.loadWithdrawn(of, last ?? null, rowsAtOnce);
      if (rows.length === 0) return null;
      const read = await readRows({ tx, desk, by, now }, rows);
      return { read, last: rows.at(-1)!, revision: await tx.raiseRevision(1) };
    });
    if (!part) break;
    desk.pulse.announce(part.revision);
    records += part.read;
    last = part.last;
    await breathe();
  }
  const about = { token: of.token, from: new Date(of.from), to: new Date(of.to), records };
  await desk.store.write((tx) => tx.saveAudit(auditRow(by, now, 'brought back what came by a token', about)));
  return records;
}
