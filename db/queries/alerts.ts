/** Channels and the outbox: what is told where, once, and what became of it. Instants in ms. */

import { and, asc, desc, eq, gt, inArray, isNotNull, lt, lte, max, ne } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Connection, Tables } from './connection';
import { inParts, keysAtOnce, rowsAtOnce } from './parts';
import type { StoredCase } from './projections';

export type StoredChannel = Tables['alertChannels']['$inferSelect'];
export type StoredAlert = Tables['alerts']['$inferSelect'];

/** How far the desk has looked: every delivery up to this one, and every instant up to this. */
export type Look = { deliveryId: number; at: number };

/** Deliveries of one look; those beyond are the next one's. */
const deliveriesAtOnce = 5000;
const theLook = 'cases';

export function alertQueries(db: Connection, tables: Tables) {
  const { alertChannels, alertLook, alerts, calls, cases, deliveries, legs } = tables;
  return {
    async loadChannels(): Promise<StoredChannel[]> {
      return db.select().from(alertChannels).orderBy(asc(alertChannels.createdAt), asc(alertChannels.id));
    },

    async saveChannel(row: StoredChannel): Promise<void> {
      await db.insert(alertChannels).values(row);
    },

    /** False where there is none of that id. */
    async changeChannel(id: string, change: Pick<StoredChannel, 'name' | 'rules'>): Promise<boolean> {
      const changed = await db
        .update(alertChannels)
        .set(change)
        .where(eq(alertChannels.id, id))
        .returning({ id: alertChannels.id });
      return changed.length > 0;
    },

    /** With what was to be told there. */
    async deleteChannel(id: string): Promise<void> {
      await db.delete(alerts).where(eq(alerts.channelId, id));
      await db.delete(alertChannels).where(eq(alertChannels.id, id));
    },

    async loadLook(): Promise<Look | null> {
      const [row] = await db.select().from(alertLook);
      return row ? { deliveryId: row.deliveryId, at: row.at } : null;
    },

    async saveLook(look: Look): Promise<void> {
      await db
        .insert(alertLook)
        .values({ id: theLook, ...look })
        .onConflictDoUpdate({ target: alertLook.id, set: look });
    },

    async lastDeliveryId(): Promise<number> {
      const [row] = await db.select({ id: max(deliveries.id) }).from(deliveries);
      return row?.id ?? 0;
    },

    /** The last of the next deliveries of which each came at `until` or before; `after` where there is none. */
    async lastDeliveryUntil(after: number, until: number): Promise<number> {
      const rows = await db
        .select({ id: deliveries.id, at: deliveries.receivedAt })
        .from(deliveries)
        .where(gt(deliveries.id, after))
        .orderBy(asc(deliveries.id))
        .limit(deliveriesAtOnce);
      const unsettled = rows.findIndex(({ at }) => at > until);
      return (unsettled < 0 ? rows : rows.slice(0, unsettled)).at(-1)?.id ?? after;
    },

    /** The cases that records of these deliveries (after the one, up to the other) belong to. */
    async loadCaseIdsOfDeliveries(after: number, upTo: number): Promise<string[]> {
      const rows = await db
        .selectDistinct({ id: calls.caseId })
        .from(legs)
        .innerJoin(calls, eq(calls.id, legs.callId))
        .where(and(gt(legs.deliveryId, after), lte(legs.deliveryId, upTo), isNotNull(calls.caseId)));
      return rows.map(({ id }) => id!);
    },

    /** The cases that time alone changed after `from` and up to `to`: due, awake again, or decided. */
    async loadCaseIdsOfTime(from: number, to: number): Promise<string[]> {
      const within = (instant: SQLiteColumn) => and(gt(instant, from), lte(instant, to));
      const due = await db
        .select({ id: cases.id })
        .from(cases)
        .where(and(eq(cases.state, 'open'), within(cases.dueAt)));
      const awake = await db.select({ id: cases.id }).from(cases).where(within(cases.wakesAt));
      const decided = await db
        .select({ id: calls.caseId })
        .from(calls)
        .where(and(within(calls.decidesAt), isNotNull(calls.caseId)));
      return [...due, ...awake, ...decided].map(({ id }) => id!);
    },

    async loadCasesOf(ids: string[]): Promise<StoredCase[]> {
      return inParts(ids, keysAtOnce, (part) => db.select().from(cases).where(inArray(cases.id, part)));
    },

    /** What was told of these cases before, by whichever of their calls each was named then. */
    async loadAlertsOfCases(
      ids: string[],
    ): Promise<(Pick<StoredAlert, 'kind' | 'channelId'> & { caseId: string })[]> {
      const rows = await inParts(ids, keysAtOnce, (part) =>
        db
          .select({ kind: alerts.kind, channelId: alerts.channelId, caseId: calls.caseId })
          .from(calls)
          .innerJoin(alerts, eq(alerts.about, calls.id))
          .where(inArray(calls.caseId, part)),
      );
      return rows.map(({ caseId, ...row }) => ({ ...row, caseId: caseId! }));
    },

    async hasAlert(channelId: string, kind: StoredAlert['kind'], about: string): Promise<boolean> {
      const found = await db
        .select({ id: alerts.id })
        .from(alerts)
        .where(and(eq(alerts.about, about), eq(alerts.kind, kind), eq(alerts.channelId, channelId)));
      return found.length > 0;
    },

    /** Those that are in the outbox already, whoever put them there, stay as they are. */
    async saveAlerts(rows: StoredAlert[]): Promise<void> {
      await inParts(rows, rowsAtOnce, async (part) => {
        await db.insert(alerts).values(part).onConflictDoNothing();
        return [];
      });
    },

    /** The next of a channel that may be tried at `now`. */
    async loadDueAlerts(channelId: string, now: number, limit: number): Promise<StoredAlert[]> {
      return db
        .select()
        .from(alerts)
        .where(and(eq(alerts.channelId, channelId), eq(alerts.state, 'waiting'), lte(alerts.nextAt, now)))
        .orderBy(asc(alerts.nextAt), asc(alerts.id))
        .limit(limit);
    },

    /** Takes it for one try, until the lease is over; null where another server was first. */
    async claimAlert({ id, tries, nextAt }: StoredAlert, leaseEndsAt: number): Promise<StoredAlert | null> {
      const [claimed] = await db
        .update(alerts)
        .set({ tries: tries + 1, nextAt: leaseEndsAt })
        .where(
          and(
            eq(alerts.id, id),
            eq(alerts.state, 'waiting'),
            eq(alerts.tries, tries),
            eq(alerts.nextAt, nextAt),
          ),
        )
        .returning();
      return claimed ?? null;
    },

    /** What the try came to, where nobody has begun another since. */
    async finishTry(
      { id, tries, nextAt }: StoredAlert,
      outcome: Pick<StoredAlert, 'state' | 'nextAt' | 'doneAt' | 'trouble'>,
    ): Promise<void> {
      await db
        .update(alerts)
        .set(outcome)
        .where(and(eq(alerts.id, id), eq(alerts.tries, tries), eq(alerts.nextAt, nextAt)));
    },

    /** False where there is none of that id, or it waits to be sent anyway. */
    async sendAgain(id: string, now: number): Promise<boolean> {
      const again = await db
        .update(alerts)
        .set({ state: 'waiting', tries: 0, nextAt: now, doneAt: null, trouble: null })
        .where(and(eq(alerts.id, id), ne(alerts.state, 'waiting')))
        .returning({ id: alerts.id });
      return again.length > 0;
    },

    /** The newest first. */
    async loadAlerts(limit: number): Promise<StoredAlert[]> {
      return db.select().from(alerts).orderBy(desc(alerts.at), desc(alerts.id)).limit(limit);
    },

    async deleteAlertsBefore(at: number): Promise<void> {
      await db.delete(alerts).where(and(lt(alerts.at, at), ne(alerts.state, 'waiting')));
    },
  };
}
