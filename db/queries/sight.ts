/** The DIDs that somebody asks about, of those that they may see. */

import { eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';

/** Beyond that, looking through all of them in their order is as quick. */
const listsAtMost = 12;

/** One condition for each DID, so that each is read by its index; `undefined` for all, nothing for none. */
export function didsOf(
  column: SQLiteColumn,
  did: string | null,
  among: string[] | null,
): (SQL | undefined)[] {
  if (did !== null) return among === null || among.includes(did) ? [eq(column, did)] : [sql`1 = 0`];
  if (among === null) return [undefined];
  if (among.length === 0) return [sql`1 = 0`];
  return among.length > listsAtMost ? [inArray(column, among)] : among.map((one) => eq(column, one));
}
