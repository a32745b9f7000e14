/** The revision, the number that every change raises; and by which rules the projections were folded. */

import { sql } from 'drizzle-orm';
import type { Connection, Tables } from './connection';
import { prepared } from './prepared';

export function pulseQueries(db: Connection, { pulse }: Tables) {
  const current = prepared(() => db.select({ revision: pulse.revision }).from(pulse).prepare());
  const next = sql`${pulse.revision} + ${sql.placeholder('by')}`;
  const raised = prepared(() =>
    db.update(pulse).set({ revision: next }).returning({ revision: pulse.revision }).prepare(),
  );

  return {
    async revision(): Promise<number> {
      const [row] = await current().execute();
      return row?.revision ?? 0;
    },

    /** Adds `by` to the revision and returns it; adding 0 takes the writers' lock on Postgres. */
    async raiseRevision(by: 0 | 1): Promise<number> {
      const [row] = await raised().execute({ by });
      if (!row) throw new Error('The row of the revision is missing.');
      return row.revision;
    },

    async foldedBy(): Promise<number> {
      const [row] = await db.select({ foldedBy: pulse.foldedBy }).from(pulse);
      return row?.foldedBy ?? 0;
    },

    async saveFoldedBy(rules: number): Promise<void> {
      await db.update(pulse).set({ foldedBy: rules });
    },
  };
}
