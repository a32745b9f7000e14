/** Long lists in parts, so that one statement stays within the parameters that both engines take. */

import { sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Connection } from './connection';

export const rowsAtOnce = 250;
export const keysAtOnce = 1000;

/** Runs a statement over parts of a list, so that a long list stays within an engine's parameters. */
export async function inParts<Item, Row>(
  items: Item[],
  size: number,
  run: (part: Item[]) => PromiseLike<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < items.length; start += size) {
    for (const row of await run(items.slice(start, start + size))) rows.push(row);
  }
  return rows;
}

/** Inserts rows, or sets every other column of those that are there. */
export async function upsert<Table extends SQLiteTable>(
  db: Connection,
  table: Table,
  target: SQLiteColumn[],
  rows: Table['$inferInsert'][],
): Promise<void> {
  const columns = Object.entries(table as unknown as Record<string, SQLiteColumn>);
  const set = Object.fromEntries(
    columns
      .filter(([, column]) => column?.name && !target.includes(column))
      .map(([key, column]) => [key, sql`excluded.${sql.identifier(column.name)}`]),
  );
  await inParts(rows, rowsAtOnce, async (part) => {
    await db
      .insert(table)
      .values(part)
      .onConflictDoUpdate({ target, set: set as never });
    return [];
  });
}
