/** What is old, found and removed in parts. Instants in ms. */

import { and, asc, eq, gt, gte, inArray, isNull, lt, min, notExists, or, sql } from 'drizzle-orm';
import type { Connection, Tables } from './connection';
import { inParts, keysAtOnce } from './parts';
import type { Began, Since, StoredCall } from './projections';

export function oldRowQueries(db: Connection, tables: Tables) {
  const { deliveries, quarantine, calls, cases, decisions, decisionCalls, audit } = tables;
  return {
    /** The deliveries after that id, each with its age and whether its bytes are there. */
    async loadDeliveryAges(after: number, limit: number) {
      const length = sql<number>`length(${deliveries.body})`.mapWith(Number);
      return db
        .select({ id: deliveries.id, receivedAt: deliveries.receivedAt, length })
        .from(deliveries)
        .where(gt(deliveries.id, after))
        .orderBy(asc(deliveries.id))
        .limit(limit);
    },

    /** Forgets the bytes, and what was settled about them; the rows tell still when and by which token they came. */
    async forgetBytes(ids: number[]): Promise<void> {
      await inParts(ids, keysAtOnce, async (part) => {
        await db.delete(quarantine).where(inArray(quarantine.deliveryId, part));
        await db
          .update(deliveries)
          .set({ body: Buffer.alloc(0) })
          .where(inArray(deliveries.id, part));
        return [];
      });
    },

    /** The calls that began before that instant, the oldest first, after `after`. */
    async loadCallsBefore(instant: number, after: Began | undefined, limit: number): Promise<StoredCall[]> {
      const beyond =
        after &&
        and(
          gte(calls.startedAt, after.startedAt),
          or(gt(calls.startedAt, after.startedAt), gt(calls.id, after.id)),
        );
      return db
        .select()
        .from(calls)
        .where(and(lt(calls.startedAt, instant), beyond))
        .orderBy(asc(calls.startedAt), asc(calls.id))
        .limit(limit);
    },

    /** From when on the cases reach that were in the queue at `instant` or later, or changed since: by their callers. */
    async loadStaying(callers: string[], instant: number): Promise<Since> {
      const isInQueue = and(eq(cases.state, 'open'), or(isNull(cases.endsAt), gte(cases.endsAt, instant)));
      const isRecent = or(gte(cases.spansTo, instant), gte(cases.endsAt, instant));
      const rows = await inParts(callers, keysAtOnce, (part) =>
        db
          .select({ caller: cases.caller, from: min(cases.spansFrom) })
          .from(cases)
          .where(and(inArray(cases.caller, part), or(isInQueue, isRecent)))
          .groupBy(cases.caller),
      );
      return new Map(rows.map(({ caller, from }) => [caller, Number(from)]));
    },

    /** Takes these calls out of what was decided, and the decisions that were about nothing else. */
    async deleteDecisionsAbout(callIds: string[]): Promise<void> {
      const ids = await inParts(callIds, keysAtOnce, (part) =>
        db
          .selectDistinct({ id: decisionCalls.decisionId })
          .from(decisionCalls)
          .where(inArray(decisionCalls.callId, part)),
      );
      await inParts(callIds, keysAtOnce, async (part) => {
        await db.delete(decisionCalls).where(inArray(decisionCalls.callId, part));
        return [];
      });
      const isAboutMore = db
        .select({ one: decisionCalls.callId })
        .from(decisionCalls)
        .where(eq(decisionCalls.decisionId, decisions.id));
      await inParts(
        ids.map(({ id }) => id),
        keysAtOnce,
        async (part) => {
          await db.delete(decisions).where(and(inArray(decisions.id, part), notExists(isAboutMore)));
          return [];
        },
      );
    },

    /** Removes at most so many rows of the audit that are older; returns how many. */
    async deleteAuditBefore(instant: number, limit: number): Promise<number> {
      const rows = await db
        .select({ id: audit.id })
        .from(audit)
        .where(lt(audit.at, instant))
        .orderBy(asc(audit.id))
        .limit(limit);
      const ids = rows.map(({ id }) => id);
      if (ids.length > 0) await db.delete(audit).where(inArray(audit.id, ids));
      return ids.length;
    },
  };
}
