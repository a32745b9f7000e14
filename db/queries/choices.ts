/** What admins chose for the whole desk, a row for each choice. */

import { eq } from 'drizzle-orm';
import type { Connection, Tables } from './connection';

export function choiceQueries(db: Connection, { choices }: Tables) {
  return {
    /** What was chosen under that name, or null where nobody has. */
    async loadChoice(name: string): Promise<unknown> {
      const [row] = await db.select().from(choices).where(eq(choices.name, name));
      return row ? JSON.parse(row.value) : null;
    },

    async saveChoice(name: string, value: unknown, savedAt: number, by: string): Promise<void> {
      const row = { value: JSON.stringify(value), savedAt, by };
      await db
        .insert(choices)
        .values({ name, ...row })
        .onConflictDoUpdate({ target: choices.name, set: row });
    },
  };
}
