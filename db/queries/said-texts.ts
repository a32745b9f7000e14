/** Texts that people wrote beside a case, and the audit's: read through and put into other words when a caller is erased. */

import { and, asc, eq, gt, isNotNull } from 'drizzle-orm';
import type { Connection, Tables } from './connection';
import { inParts, rowsAtOnce } from './parts';
import type { Place, QuarantineRow } from './quarantine';

export function saidTextQueries(db: Connection, { decisions, quarantine, audit }: Tables) {
  return {
    async loadNotesAfter(after: string, limit: number) {
      return db
        .select({ id: decisions.id, note: decisions.note })
        .from(decisions)
        .where(and(isNotNull(decisions.note), gt(decisions.id, after)))
        .orderBy(asc(decisions.id))
        .limit(limit);
    },

    async saveNote(id: string, note: string): Promise<void> {
      await db.update(decisions).set({ note }).where(eq(decisions.id, id));
    },

    async loadAuditAfter(after: number, limit: number) {
      return db.select().from(audit).where(gt(audit.id, after)).orderBy(asc(audit.id)).limit(limit);
    },

    async saveAuditAbout(id: number, about: string): Promise<void> {
      await db.update(audit).set({ about }).where(eq(audit.id, id));
    },

    /** What stands in quarantine of a delivery becomes these rows. */
    async replaceQuarantine(deliveryId: Place['deliveryId'], rows: QuarantineRow[]): Promise<void> {
      await db.delete(quarantine).where(eq(quarantine.deliveryId, deliveryId));
      await inParts(rows, rowsAtOnce, async (part) => {
        await db.insert(quarantine).values(part);
        return [];
      });
    },
  };
}
