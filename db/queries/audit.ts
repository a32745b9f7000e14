/** Who did what: rows that are only ever added. */

import { desc, lt } from 'drizzle-orm';
import type { Connection, Tables } from './connection';

export type AuditRow = Tables['audit']['$inferSelect'];

export function auditQueries(db: Connection, { audit }: Tables) {
  return {
    async saveAudit(row: Omit<AuditRow, 'id'>): Promise<void> {
      await db.insert(audit).values(row);
    },

    /** The newest first, from before that id on. */
    async loadAudit(before: number | null, limit: number): Promise<AuditRow[]> {
      return db
        .select()
        .from(audit)
        .where(before === null ? undefined : lt(audit.id, before))
        .orderBy(desc(audit.id))
        .limit(limit);
    },
  };
}
