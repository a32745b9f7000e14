/** What people said, and about which calls. */

import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Decision } from '@/domain/decision';
import { grouped } from '@/domain/grouped';
import type { Connection, Tables } from './connection';
import { inParts, keysAtOnce, rowsAtOnce } from './parts';
import { prepared } from './prepared';
import { isAmong, isAmongKeys, keySet } from './sets';

export function decisionQueries(db: Connection, { calls, decisions, decisionCalls }: Tables) {
  const idsAbout = prepared(() =>
    db
      .selectDistinct({ id: decisionCalls.decisionId })
      .from(decisionCalls)
      .where(isAmongKeys(decisionCalls.callId))
      .prepare(),
  );

  return {
    async loadDecisionsAbout(callIds: string[]): Promise<Decision[]> {
      if (callIds.length === 0) return [];
      const rows = await idsAbout().execute({ keys: keySet(callIds) });
      return decisionsOf(rows.map(({ id }) => id));
    },

    async saveDecision({ calls: seen, ...decision }: Decision): Promise<void> {
      await db.insert(decisions).values(decision);
      const rows = seen.map((callId) => ({ decisionId: decision.id, callId }));
      await inParts(rows, rowsAtOnce, async (part) => {
        await db.insert(decisionCalls).values(part);
        return [];
      });
    },

    /** Marks a decision as undone; false when somebody had undone it already. */
    async undoDecision(id: string, at: number, by: string): Promise<boolean> {
      const undone = await db
        .update(decisions)
        .set({ undoneAt: at, undoneBy: by })
        .where(and(eq(decisions.id, id), isNull(decisions.undoneAt)))
        .returning({ id: decisions.id });
      return undone.length > 0;
    },

    async loadDecisionsOfCases(caseIds: string[]): Promise<(Decision & { caseId: string })[]> {
      const links = await inParts(caseIds, keysAtOnce, (part) =>
        db
          .selectDistinct({ id: decisionCalls.decisionId, caseId: calls.caseId })
          .from(decisionCalls)
          .innerJoin(calls, eq(calls.id, decisionCalls.callId))
          .where(inArray(calls.caseId, part)),
      );
      const byId = new Map((await decisionsOf(links.map(({ id }) => id))).map((it) => [it.id, it]));
      return links.map(({ id, caseId }) => ({ ...byId.get(id)!, caseId: caseId! }));
    },
  };

  async function decisionsOf(ids: string[]): Promise<Decision[]> {
    if (ids.length === 0) return [];
    const rows = await db.select().from(decisions).where(isAmong(decisions.id, ids));
    const links = await db.select().from(decisionCalls).where(isAmong(decisionCalls.decisionId, ids));
    const seen = grouped(links, ({ decisionId }) => decisionId);
    return rows.map((row) => ({
      ...row,
      calls: (seen.get(row.id) ?? []).map(({ callId }) => callId).sort(),
    }));
  }
}
