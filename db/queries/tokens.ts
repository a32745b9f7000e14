/** The tokens of the webhook, of programs and of walls, by their digests. */

import { and, asc, eq, isNull, lte, or } from 'drizzle-orm';
import type { Connection, Tables } from './connection';

export type StoredToken = Tables['tokens']['$inferSelect'];

export function tokenQueries(db: Connection, { tokens }: Tables) {
  return {
    async loadTokens(): Promise<StoredToken[]> {
      return db.select().from(tokens).orderBy(asc(tokens.createdAt), asc(tokens.id));
    },

    async saveToken(row: StoredToken): Promise<void> {
      await db.insert(tokens).values(row);
    },

    /** Unless another server has noted a use after `unlessSince`; both in ms. */
    async touchToken(id: string, at: number, unlessSince: number): Promise<void> {
      const isLongAgo = or(isNull(tokens.lastUsedAt), lte(tokens.lastUsedAt, unlessSince));
      await db
        .update(tokens)
        .set({ lastUsedAt: at })
        .where(and(eq(tokens.id, id), isLongAgo));
    },

    /** False when it was revoked before. */
    async revokeToken(id: string, at: number, by: string): Promise<boolean> {
      const revoked = await db
        .update(tokens)
        .set({ revokedAt: at, revokedBy: by })
        .where(and(eq(tokens.id, id), isNull(tokens.revokedAt)))
        .returning({ id: tokens.id });
      return revoked.length > 0;
    },
  };
}
