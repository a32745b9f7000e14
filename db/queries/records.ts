/** What came in and is kept: deliveries and the copies of legs. */

import { asc, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Leg } from '@/domain/leg';
import type { Connection, Tables } from './connection';
import { inParts, keysAtOnce } from './parts';
import { prepared } from './prepared';
import type { Rows } from './rows';
import { isAmongKeys, keySet } from './sets';

export type StoredDelivery = Tables['deliveries']['$inferSelect'];
export type StoredLeg = Leg & { deliveryId: number };
type LegKey = Pick<Leg, 'callId' | 'copy'>;
export type Delivery = Omit<Tables['deliveries']['$inferInsert'], 'id'>;

export function recordQueries(db: Connection, { deliveries, legs }: Tables, many: Rows) {
  const legsOfCalls = prepared(() => db.select().from(legs).where(isAmongKeys(legs.callId)).prepare());

  return {
    /** Returns the ids in the order of the rows. */
    async saveDeliveries(rows: Delivery[]): Promise<number[]> {
      return many.insertNumbered(deliveries, rows);
    },

    async lastDeliveryAt(): Promise<number | null> {
      const [row] = await db
        .select({ at: deliveries.receivedAt })
        .from(deliveries)
        .orderBy(desc(deliveries.id))
        .limit(1);
      return row?.at ?? null;
    },

    async saveLegs(rows: StoredLeg[]): Promise<void> {
      await many.upsert(legs, [legs.callId, legs.copy], rows);
    },

    async deleteLegsOfCalls(callIds: string[]): Promise<void> {
      await inParts(callIds, keysAtOnce, async (part) => {
        await db.delete(legs).where(inArray(legs.callId, part));
        return [];
      });
    },

    /** What stands in the legs because of these deliveries: the copies that came by them first. */
    async loadLegsOfDeliveries(ids: number[]): Promise<StoredLeg[]> {
      return inParts(ids, keysAtOnce, (part) => db.select().from(legs).where(inArray(legs.deliveryId, part)));
    },

    async deleteLegsOfDeliveries(ids: number[]): Promise<void> {
      await inParts(ids, keysAtOnce, async (part) => {
        await db.delete(legs).where(inArray(legs.deliveryId, part));
        return [];
      });
    },

    /** All copies of legs in the order of their keys, after `after`. */
    async loadLegsAfter({ callId, copy }: LegKey, limit: number): Promise<StoredLeg[]> {
      return db
        .select()
        .from(legs)
        .where(sql`(${legs.callId}, ${legs.copy}) > (${callId}, ${copy})`)
        .orderBy(asc(legs.callId), asc(legs.copy))
        .limit(limit);
    },

    /** Every delivery in the order of the ids, after `after`. */
    async loadDeliveriesAfter(after: number, limit: number): Promise<StoredDelivery[]> {
      return db
        .select()
        .from(deliveries)
        .where(gt(deliveries.id, after))
        .orderBy(asc(deliveries.id))
        .limit(limit);
    },

    /** Puts other bytes in the place of those that came. */
    async saveBody(id: number, body: Buffer): Promise<void> {
      await db.update(deliveries).set({ body }).where(eq(deliveries.id, id));
    },

    async loadLegs(callIds: string[]): Promise<StoredLeg[]> {
      return legsOfCalls().execute({ keys: keySet(callIds) });
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
