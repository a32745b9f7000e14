/** What lies behind one caller's page: their calls either way, their cases, and what was said, in pages. */

import { and, count, desc, eq, gt, inArray, isNull, lt, lte, ne, not, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Decision } from '@/domain/decision';
import type { Connection, Tables } from './connection';
import { decisionQueries } from './decisions';
import { inQueue } from './in-queue';
import { inParts, keysAtOnce } from './parts';
import type { Began, StoredCall, StoredCase } from './projections';

/** Whose; and the DIDs that may be seen, null for all. */
export type CallerSeen = { caller: string; among: string[] | null };

/** Where a page of cases ended: what the case reached to (ms), and its id. */
export type CaseSpanned = Pick<StoredCase, 'spansTo' | 'id'>;

export function callerCallQueries(db: Connection, tables: Tables) {
  const { calls, cases, decisionCalls } = tables;
  return {
    async hasCalls({ caller, among }: CallerSeen): Promise<boolean> {
      for (const party of [calls.caller, calls.other]) {
        const [row] = await db
          .select({ id: calls.id })
          .from(calls)
          .where(and(eq(party, caller), ofDids(calls.did, among)))
          .limit(1);
        if (row) return true;
      }
      return false;
    },

    /** The newest calls from or to them that began before `before`. Each end of a call is read by its own index. */
    async loadCallsOfCaller(
      { caller, among }: CallerSeen,
      before: Began | null,
      limit: number,
    ): Promise<StoredCall[]> {
      const beyond = before && isBefore(calls.startedAt, before.startedAt, calls.id, before.id);
      const found: StoredCall[] = [];
      for (const party of [calls.caller, calls.other])
        found.push(
          ...(await db
            .select()
            .from(calls)
            .where(and(eq(party, caller), beyond ?? undefined, ofDids(calls.did, among)))
            .orderBy(desc(calls.startedAt), desc(calls.id))
            .limit(limit)),
        );
      const once = [...new Map(found.map((call) => [call.id, call])).values()];
      return once.sort((a, b) => b.startedAt - a.startedAt || (a.id < b.id ? 1 : -1)).slice(0, limit);
    },

    /** Their newest calls, at most so many for each end, as how many there are alike: for the figures. */
    async countCallsOfCaller({ caller, among }: CallerSeen, now: number, atMost: number) {
      const isDecided = or(isNull(calls.decidesAt), lte(calls.decidesAt, now));
      const groups = [];
      for (const isFarEnd of [true, false]) {
        const newest = db
          .select({
            did: calls.did,
            direction: calls.direction,
            verdict: calls.verdict,
            callerAnswered: calls.callerAnswered,
            talkSeconds: calls.talkSeconds,
            otherAnswered: calls.otherAnswered,
            otherTalkSeconds: calls.otherTalkSeconds,
          })
          .from(calls)
          .where(
            and(
              isFarEnd ? eq(calls.caller, caller) : and(eq(calls.other, caller), ne(calls.caller, caller)),
              ne(calls.verdict, 'undecided'),
              isDecided,
              ofDids(calls.did, among),
            ),
          )
          .orderBy(desc(calls.startedAt))
          .limit(atMost)
          .as('newest');
        const alike = {
          did: newest.did,
          direction: newest.direction,
          verdict: newest.verdict,
          callerAnswered: newest.callerAnswered,
          talkSeconds: newest.talkSeconds,
          otherAnswered: newest.otherAnswered,
          otherTalkSeconds: newest.otherTalkSeconds,
        };
        const rows = await db
          .select({ ...alike, calls: count() })
          .from(newest)
          .groupBy(...Object.values(alike));
        groups.push(...rows.map((row) => ({ ...row, isFarEnd })));
      }
      return groups;
    },

    /** Their cases that are in the queue at `now`, the last missed first. */
    async loadOpenCasesOf({ caller, among }: CallerSeen, now: number): Promise<StoredCase[]> {
      const open = await db
        .select()
        .from(cases)
        .where(
          and(
            eq(cases.caller, caller),
            eq(cases.state, 'open'),
            // With a sign before it: else every open case is read by its end, not theirs by their number.
            gt(sql`+${cases.endsAt}`, now),
            lte(cases.visibleFrom, now),
            ofDids(cases.did, among),
          ),
        );
      // Put in order here: by an index of that order every open case would be read.
      return open.sort((a, b) => b.lastMissedAt - a.lastMissedAt || (a.id < b.id ? 1 : -1));
    },

    /** Their other cases, the newest first. */
    async loadClosedCasesOf(
      { caller, among }: CallerSeen,
      now: number,
      before: CaseSpanned | null,
      limit: number,
    ): Promise<StoredCase[]> {
      const beyond = before && isBefore(cases.spansTo, before.spansTo, cases.id, before.id);
      return db
        .select()
        .from(cases)
        .where(
          and(
            eq(cases.caller, caller),
            not(inQueue(cases, now)),
            lte(cases.visibleFrom, now),
            beyond ?? undefined,
            ofDids(cases.did, among),
          ),
        )
        .orderBy(desc(cases.spansTo), desc(cases.id))
        .limit(limit);
    },

    /** What people said, under the newest call that they had seen: of these calls only. */
    async loadDecisionsUnder(callIds: string[]): Promise<(Decision & { under: string })[]> {
      const links = await inParts(callIds, keysAtOnce, (part) =>
        db
          .select({ id: decisionCalls.decisionId, under: decisionCalls.callId })
          .from(decisionCalls)
          .innerJoin(calls, eq(calls.id, decisionCalls.callId))
          .where(
            and(
              inArray(decisionCalls.callId, part),
              sql`not exists (
                select 1 from decision_calls seen join calls newer on newer.id = seen.call_id
                where seen.decision_id = ${decisionCalls.decisionId}
                and (newer.started_at > ${calls.startedAt}
                  or (newer.started_at = ${calls.startedAt} and newer.id > ${calls.id})))`,
            ),
          ),
      );
      const said = await decisionQueries(db, tables).loadDecisionsAbout(links.map(({ under }) => under));
      const byId = new Map(said.map((decision) => [decision.id, decision]));
      return links.flatMap(({ id, under }) => {
        const decision = byId.get(id);
        return decision ? [{ ...decision, under }] : [];
      });
    },
  };
}

function ofDids(
  did: Tables['calls']['did'] | Tables['cases']['did'],
  among: string[] | null,
): SQL | undefined {
  return among === null ? undefined : inArray(did, among);
}

/** In the order of the instant and, where two share it, of the id. The bound that is said twice is the index's. */
function isBefore(instant: SQLiteColumn, at: number, id: SQLiteColumn, than: string): SQL {
  return and(lte(instant, at), or(lt(instant, at), lt(id, than)))!;
}
