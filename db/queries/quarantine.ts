/** What could not be understood, until it is read after all or discarded. */

import { and, asc, between, count, desc, eq, gt, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm';
import type { Connection, Tables } from './connection';
import { inParts, keysAtOnce, rowsAtOnce } from './parts';
import type { Rows } from './rows';

export type Quarantined = Pick<
  Tables['quarantine']['$inferInsert'],
  'deliveryId' | 'position' | 'reason' | 'at'
>;

/** The place of a record: its delivery, and where it stands in it. */
export type Place = { deliveryId: number; position: number };

export type QuarantineRow = Tables['quarantine']['$inferSelect'];

/** What came by the token of that fingerprint between two times (ms, both included). */
export type Withdrawn = { token: string; from: number; to: number };

export type QuarantinedRow = Tables['quarantine']['$inferSelect'] &
  Pick<Tables['deliveries']['$inferSelect'], 'body' | 'method' | 'contentType' | 'receivedAt'>;

export function quarantineQueries(db: Connection, { quarantine, deliveries }: Tables, many: Rows) {
  const row = {
    deliveryId: quarantine.deliveryId,
    position: quarantine.position,
    reason: quarantine.reason,
    at: quarantine.at,
    settledAt: quarantine.settledAt,
    settledBy: quarantine.settledBy,
    settledAs: quarantine.settledAs,
    note: quarantine.note,
    withdrawnBy: quarantine.withdrawnBy,
    body: deliveries.body,
    method: deliveries.method,
    contentType: deliveries.contentType,
    receivedAt: deliveries.receivedAt,
  };
  const isWaiting = isNull(quarantine.settledAt);
  const isAt = ({ deliveryId, position }: Place) =>
    and(eq(quarantine.deliveryId, deliveryId), eq(quarantine.position, position));

  return {
    async saveQuarantined(rows: Quarantined[]): Promise<void> {
      await inParts(rows, rowsAtOnce, async (part) => {
        await db.insert(quarantine).values(part);
        return [];
      });
    },

    async countQuarantined(): Promise<number> {
      const [found] = await db.select({ rows: count() }).from(quarantine).where(isWaiting);
      return found?.rows ?? 0;
    },

    /** What waits, the newest first, after `after`. */
    async loadQuarantined(after: Place | null, limit: number): Promise<QuarantinedRow[]> {
      const beyond =
        after &&
        or(
          lt(quarantine.deliveryId, after.deliveryId),
          and(eq(quarantine.deliveryId, after.deliveryId), lt(quarantine.position, after.position)),
        );
      return db
        .select(row)
        .from(quarantine)
        .innerJoin(deliveries, eq(deliveries.id, quarantine.deliveryId))
        .where(and(isWaiting, beyond ?? undefined))
        .orderBy(desc(quarantine.deliveryId), desc(quarantine.position))
        .limit(limit);
    },

    async loadQuarantinedAt(place: Place): Promise<QuarantinedRow | undefined> {
      const [found] = await db
        .select(row)
        .from(quarantine)
        .innerJoin(deliveries, eq(deliveries.id, quarantine.deliveryId))
        .where(isAt(place));
      return found;
    },

    /** Only the first of two who settle it does; false for the second. */
    async settleQuarantined(
      place: Place,
      settled: { settledAs: 'read' | 'discarded'; settledBy: string; settledAt: number; note: string | null },
    ): Promise<boolean> {
      const rows = await db
        .update(quarantine)
        .set(settled)
        .where(and(isAt(place), isWaiting))
        .returning({ position: quarantine.position });
      return rows.length > 0;
    },

    /** All rows of these deliveries, settled or not. */
    async loadQuarantineOf(deliveryIds: number[]): Promise<QuarantineRow[]> {
      return inParts(deliveryIds, keysAtOnce, (part) =>
        db.select().from(quarantine).where(inArray(quarantine.deliveryId, part)),
      );
    },

    /** Puts records that were understood into quarantine, in the place of what stood there of them. */
    async saveWithdrawn(rows: (Quarantined & { withdrawnBy: string })[]): Promise<void> {
      const unsettled = { settledAt: null, settledBy: null, settledAs: null, note: null };
      await many.upsert(
        quarantine,
        [quarantine.deliveryId, quarantine.position],
        rows.map((row) => ({ ...row, ...unsettled })),
      );
    },

    /** What was withdrawn of a token between two times (ms, both included) and still waits, in their order. */
    async loadWithdrawn(
      { token, from, to }: Withdrawn,
      after: Place | null,
      limit: number,
    ): Promise<QuarantinedRow[]> {
      const beyond =
        after &&
        or(
          gt(quarantine.deliveryId, after.deliveryId),
          and(eq(quarantine.deliveryId, after.deliveryId), gt(quarantine.position, after.position)),
        );
      return db
        .select(row)
        .from(quarantine)
        .innerJoin(deliveries, eq(deliveries.id, quarantine.deliveryId))
        .where(
          and(
            isWaiting,
            beyond ?? undefined,
            isNotNull(quarantine.withdrawnBy),
            eq(deliveries.token, token),
            between(deliveries.receivedAt, from, to),
          ),
        )
        .orderBy(asc(quarantine.deliveryId), asc(quarantine.position))
        .limit(limit);
    },

    async saveReason(place: Place, reason: string): Promise<void> {
      await db.update(quarantine).set({ reason }).where(isAt(place));
    },
  };
}
