/** Many rows saved in one go, as each engine does it best: `sqlite/rows.ts` and `postgres/rows.ts`. */

import { getTableColumns } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';

type New<Table extends SQLiteTable> = Table['$inferInsert'][];

export type Rows = {
  /**
   * Inserts rows, or sets every other column of those that are there. Of those that stand there as `before` has them, by
   * the first column of their key, only what differs needs to be set.
   */
  upsert<Table extends SQLiteTable>(
    table: Table,
    key: SQLiteColumn[],
    rows: New<Table>,
    before?: ReadonlyMap<unknown, object>,
  ): Promise<void>;
  /** Inserts rows, and leaves those that are there as they are. */
  insertNew<Table extends SQLiteTable>(table: Table, rows: New<Table>): Promise<void>;
  /** Inserts rows that the engine numbers in the column `id`; returns their numbers in the order of the rows. */
  insertNumbered<Table extends SQLiteTable>(table: Table, rows: New<Table>): Promise<number[]>;
};

/** The columns of a table with the names that the rows have for them. */
export function columnsOf(table: SQLiteTable): [string, SQLiteColumn][] {
  return Object.entries(getTableColumns(table));
}

/** What `on conflict` does to the rows that are there. */
export function overwriting(table: SQLiteTable, key: SQLiteColumn[]): string {
  const others = columnsOf(table).flatMap(([, column]) => (key.includes(column) ? [] : [column.name]));
  const target = key.map(({ name }) => `"${name}"`).join(', ');
  return `on conflict (${target}) do update set ${others.map((name) => `"${name}" = excluded."${name}"`).join(', ')}`;
}
