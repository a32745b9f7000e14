/** What came in and is kept: deliveries and the copies of legs. */

import { asc, desc, gt, inArray } from 'drizzle-orm';
import type { Leg } from '@/domain/leg';
import type { Connection, Tables } from './connection';
import { inParts, keysAtOnce, rowsAtOnce, upsert } from './parts';

export type Delivery = Omit<Tables['deliveries']['$inferInsert'], 'id'>;

export function recordQueries(db: Connection, { deliveries, legs }: Tables) {
  return {
    /** Returns the ids in the order of the rows. */
    async saveDeliveries(rows: Delivery[]): Promise<number[]> {
      const saved = await inParts(rows, rowsAtOnce, (part) =>
        db.insert(deliveries).values(part).returning({ id: deliveries.id }),
      );
      return saved.map(({ id }) => id).sort((a, b) => a - b);
    },

    async lastDeliveryAt(): Promise<number | null> {
      const [row] = await db
        .select({ at: deliveries.receivedAt })
        .from(deliveries)
        .orderBy(desc(deliveries.id))
        .limit(1);
      return row?.at ?? null;
    },

    /** When each of these copies of legs was first received, for those that are known. */
    async loadReceipts(copies: string[]): Promise<Map<string, number>> {
      const rows = await inParts(copies, keysAtOnce, (part) =>
        db.select({ copy: legs.copy, at: legs.firstReceivedAt }).from(legs).where(inArray(legs.copy, part)),
      );
      return new Map(rows.map(({ copy, at }) => [copy, at]));
    },

    async saveLegs(rows: (Leg & { deliveryId: number })[]): Promise<void> {
      await upsert(db, legs, [legs.copy], rows);
    },

    async loadLegs(callIds: string[]): Promise<Leg[]> {
      return inParts(callIds, keysAtOnce, (part) => db.select().from(legs).where(inArray(legs.callId, part)));
    },

    /** The ids of calls that have legs, in their order, after `after`. */
    async loadCallIdsOfLegs(after: string, limit: number): Promise<string[]> {
      const rows = await db
        .selectDistinct({ id: legs.callId })
        .from(legs)
        .where(gt(legs.callId, after))
        .orderBy(asc(legs.callId))
        .limit(limit);
      return rows.map(({ id }) => id);
    },
  };
}
