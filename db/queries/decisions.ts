/** What people said, and about which calls. */

import { and, eq, gte, inArray, isNull } from 'drizzle-orm';
import type { Decision } from '@/domain/decision';
import { grouped } from '@/domain/grouped';
import type { Connection, Tables } from './connection';
import { inParts, keysAtOnce, rowsAtOnce } from './parts';

export function decisionQueries(db: Connection, { calls, decisions, decisionCalls }: Tables) {
  return {
    async loadDecisionsAbout(callIds: string[]): Promise<Decision[]> {
      const rows = await inParts(callIds, keysAtOnce, (part) =>
        db
          .selectDistinct({ id: decisionCalls.decisionId })
          .from(decisionCalls)
          .where(inArray(decisionCalls.callId, part)),
      );
      return decisionsOf([...new Set(rows.map(({ id }) => id))]);
    },

    /** The ids of the calls that somebody put on the desk again at `since` (ms) or later. */
    async loadCallIdsReopenedSince(since: number): Promise<string[]> {
      const rows = await db
        .selectDistinct({ id: decisionCalls.callId })
        .from(decisionCalls)
        .innerJoin(decisions, eq(decisions.id, decisionCalls.decisionId))
        .where(and(eq(decisions.kind, 'reopen'), gte(decisions.at, since)));
      return rows.map(({ id }) => id);
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
    const rows = await inParts(ids, keysAtOnce, (part) =>
      db.select().from(decisions).where(inArray(decisions.id, part)),
    );
    const links = await inParts(ids, keysAtOnce, (part) =>
      db.select().from(decisionCalls).where(inArray(decisionCalls.decisionId, part)),
    );
    const seen = grouped(links, ({ decisionId }) => decisionId);
    return rows.map((row) => ({
      ...row,
      calls: (seen.get(row.id) ?? []).map(({ callId }) => callId).sort(),
    }));
  }
}
