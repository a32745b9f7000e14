/** Who wants a digest, how often, in which language, and by which clock. */

import { eq } from 'drizzle-orm';
import type { Connection, Tables } from './connection';

export type StoredDigest = Tables['digests']['$inferSelect'];

export function digestQueries(db: Connection, { digests }: Tables) {
  return {
    async loadDigests(): Promise<StoredDigest[]> {
      return db.select().from(digests);
    },

    async loadDigest(personId: string): Promise<StoredDigest | undefined> {
      const [row] = await db.select().from(digests).where(eq(digests.personId, personId));
      return row;
    },

    async saveDigest({ personId, ...wish }: StoredDigest): Promise<void> {
      await db
        .insert(digests)
        .values({ personId, ...wish })
        .onConflictDoUpdate({ target: digests.personId, set: wish });
    },

    async deleteDigest(personId: string): Promise<void> {
      await db.delete(digests).where(eq(digests.personId, personId));
    },
  };
}
