/** Places on the desk that people come back to. */

import { and, asc, count, eq } from 'drizzle-orm';
import type { Connection, Tables } from './connection';

export type StoredView = Tables['savedViews']['$inferSelect'];

export function savedViewQueries(db: Connection, { savedViews }: Tables) {
  const isTheirs = (personId: string, id: string) =>
    and(eq(savedViews.id, id), eq(savedViews.personId, personId));

  return {
    /** In the order in which they were saved. */
    async loadSavedViews(personId: string): Promise<StoredView[]> {
      return db
        .select()
        .from(savedViews)
        .where(eq(savedViews.personId, personId))
        .orderBy(asc(savedViews.at), asc(savedViews.id));
    },

    /** Everybody's; a person keeps few. */
    async loadViewsOfAll(): Promise<StoredView[]> {
      return db.select().from(savedViews);
    },

    async countSavedViews(personId: string): Promise<number> {
      const [row] = await db
        .select({ views: count() })
        .from(savedViews)
        .where(eq(savedViews.personId, personId));
      return row?.views ?? 0;
    },

    async saveView(row: StoredView): Promise<void> {
      await db.insert(savedViews).values(row);
    },

    /** Null where this person has none of that id. */
    async renameView(personId: string, id: string, name: string): Promise<StoredView | null> {
      const [row] = await db.update(savedViews).set({ name }).where(isTheirs(personId, id)).returning();
      return row ?? null;
    },

    /** False where this person has none of that id. */
    async deleteView(personId: string, id: string): Promise<boolean> {
      const gone = await db.delete(savedViews).where(isTheirs(personId, id)).returning({ id: savedViews.id });
      return gone.length > 0;
    },
  };
}
