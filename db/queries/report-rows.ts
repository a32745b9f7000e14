/** The rows behind a figure of the report, page by page, the newest first. */

import { and, desc, eq, gte, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { CallCursor } from '@/domain/call-query';
import { timeBounds } from '@/domain/report';
import type { CallKind, CaseKind } from '@/domain/report-rows';
import type { Connection, Tables } from './connection';
import type { StoredCall, StoredCase } from './projections';
import { countedCalls, countedCases, measuresOf } from './report-conditions';

/** Of these DIDs and people, null for all; half-open, ms; `limit` rows at most, which come after the cursor. */
type Wanted<Kind> = {
  rows: Kind;
  dids: string[] | null;
  from: number;
  to: number;
  cursor: CallCursor | null;
  limit: number;
};

export function reportRowQueries(db: Connection, tables: Tables) {
  const { calls, cases } = tables;
  return {
    async loadReportCalls(wanted: Wanted<CallKind>, now: number): Promise<StoredCall[]> {
      const { answered, missed, both } = countedCalls(tables, now);
      const are: Record<CallKind, SQL> = { answered, missed, calls: both };
      return db
        .select()
        .from(calls)
        .where(and(are[wanted.rows], ...placed(calls.startedAt, calls, wanted)))
        .orderBy(desc(calls.startedAt), desc(calls.id))
        .limit(wanted.limit);
    },

    /** With the instant of each by which they are in order. */
    async loadReportCases(
      wanted: Wanted<CaseKind> & { people: (string | null)[] | null; minutes?: number },
      now: number,
    ): Promise<{ found: StoredCase; at: number }[]> {
      const { rows, people, minutes } = wanted;
      const is = countedCases(tables, now);
      const are: Record<CaseKind, SQL | undefined> = {
        cases: undefined,
        counted: is.counted,
        in_time: is.inTime,
        late: is.late,
        called_back: is.tried,
        waiting: is.waiting,
        lost: is.lost,
        lost_tried: and(is.lost, is.tried),
        lost_untried: and(is.lost, is.untried),
      };
      const instant = rows.startsWith('lost') ? cases.endsAt : cases.clockStartsAt;
      const found = await db
        .select({ found: cases, at: instant })
        .from(cases)
        .where(and(is.shown, are[rows], isOf(people), tookFrom(minutes), ...placed(instant, cases, wanted)))
        .orderBy(desc(instant), desc(cases.id))
        .limit(wanted.limit);
      return found.map(({ found, at }) => ({ found, at: at! }));
    },
  };

  function placed(
    instant: SQLiteColumn,
    { id, did }: { id: SQLiteColumn; did: SQLiteColumn },
    { dids, from, to, cursor }: Wanted<string>,
  ): (SQL | undefined)[] {
    const beyond = cursor && or(lt(instant, cursor.at), and(eq(instant, cursor.at), lt(id, cursor.id)));
    return [
      gte(instant, from),
      lt(instant, to),
      beyond ?? undefined,
      dids === null ? undefined : dids.length > 0 ? inArray(did, dids) : sql`1 = 0`,
    ];
  }

  function isOf(people: (string | null)[] | null): SQL | undefined {
    if (people === null) return undefined;
    const { by } = measuresOf(tables);
    const names = people.filter((name) => name !== null);
    return or(
      names.length > 0 ? inArray(by, names) : undefined,
      people.includes(null) ? isNull(by) : undefined,
    );
  }

  function tookFrom(minutes: number | undefined): SQL | undefined {
    if (minutes === undefined) return undefined;
    const { minutes: took } = measuresOf(tables);
    const end = timeBounds.find((bound) => bound > minutes);
    return and(sql`${took} >= ${minutes}`, end === undefined ? undefined : sql`${took} < ${end}`);
  }
}
