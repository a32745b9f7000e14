/** The instants at which time alone changes the board. */

import { eq, gt, lte, max, min, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Connection, Tables } from './connection';
import { prepared } from './prepared';

export function instantQueries(db: Connection, { calls, cases, pulse }: Tables) {
  const now = sql.placeholder('now');

  /** Each is found by an index of its own; all in one statement, for a database may be far away. */
  const instants = prepared(() => {
    const isOpen = eq(cases.state, 'open');
    const around = (instant: SQLiteColumn, where?: SQL) => [
      sql`(select ${max(instant)} from ${instant.table} where ${lte(instant, now)}${where && sql` and ${where}`})`,
      sql`(select ${min(instant)} from ${instant.table} where ${gt(instant, now)}${where && sql` and ${where}`})`,
    ];
    const pairs = [
      around(cases.dueAt, isOpen),
      around(cases.endsAt, isOpen),
      around(cases.wakesAt),
      around(cases.claimLapsesAt),
      around(calls.decidesAt),
    ];
    const columns = pairs.flatMap(([passed, next], place) => [
      [`passed ${place}`, passed],
      [`next ${place}`, next],
    ]);
    return db
      .select(Object.fromEntries(columns) as Record<string, SQL>)
      .from(pulse)
      .prepare();
  });

  return {
    /**
     * The last instant up to `now`, and the first one after it, at which time alone changes the board: a case falls
     * due, wakes or expires, a claim lapses, an undecided call is decided. 0 and Infinity where there is none.
     */
    async loadInstants(now: number): Promise<{ passed: number; next: number }> {
      const [row] = await instants().execute({ now });
      const known = (which: string) =>
        Object.entries(row ?? {}).flatMap(([name, at]) =>
          name.startsWith(which) && at !== null ? [Number(at)] : [],
        );
      return { passed: Math.max(0, ...known('passed')), next: Math.min(...known('next')) };
    },
  };
}
