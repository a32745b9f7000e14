/** The codes that have opened something lately, beside whatever else is verified for a while. */

import { and, eq, lte } from 'drizzle-orm';
import type { Connection, Tables } from './connection';

export function usedCodeQueries(db: Connection, { verification }: Tables) {
  return {
    /** False when it is taken already. Taken until `until` (ms); the library sweeps what is over. */
    async takeCode(id: string, now: number, until: number): Promise<boolean> {
      const at = new Date(now);
      await db.delete(verification).where(and(eq(verification.id, id), lte(verification.expiresAt, at)));
      const taken = await db
        .insert(verification)
        .values({ id, identifier: id, value: '', expiresAt: new Date(until), createdAt: at, updatedAt: at })
        .onConflictDoNothing()
        .returning({ id: verification.id });
      return taken.length > 0;
    },
  };
}
