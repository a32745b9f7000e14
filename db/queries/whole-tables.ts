/** Whole tables, page by page in the order of their keys: for moving house (`desk/move.ts`). */

import { and, asc, count, eq, getTableColumns, gt, or, type SQL, sql } from 'drizzle-orm';
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as accounts from '../sqlite/accounts';
import * as schema from '../sqlite/schema';
import type { Connection, Tables } from './connection';

export type TableName = keyof Tables;
export type WholeRow = Record<string, unknown>;

/** The names and keys are the same on both engines; in this order no row comes before one that it points at. */
const shapes: Record<string, SQLiteTable> = { ...accounts, ...schema };
export const tableNames = Object.keys(shapes) as TableName[];

/** Fewer than either engine takes in one statement. */
const mostParameters = 30_000;

export function wholeTableQueries(db: Connection, tables: Tables) {
  return {
    async countRows(name: TableName): Promise<number> {
      const [row] = await db.select({ rows: count() }).from(tables[name]);
      return row?.rows ?? 0;
    },

    /** The rows after this one; from the first where it is null. */
    async loadRowsAfter(name: TableName, last: WholeRow | null, limit: number): Promise<WholeRow[]> {
      const columns = getTableColumns(tables[name]) as Record<string, SQLiteColumn>;
      const keys = primaryKeyOf(name);
      return db
        .select()
        .from(tables[name])
        .where(last ? isAfter(keys.map((key) => [columns[key]!, last[key]])) : undefined)
        .orderBy(...keys.map((key) => asc(columns[key]!)))
        .limit(limit);
    },

    async insertRows(name: TableName, rows: WholeRow[]): Promise<void> {
      const width = Object.keys(getTableColumns(tables[name])).length;
      const atOnce = Math.floor(mostParameters / width);
      for (let from = 0; from < rows.length; from += atOnce) {
        await db.insert(tables[name]).values(rows.slice(from, from + atOnce) as never);
      }
    },

    async deleteRows(name: TableName): Promise<void> {
      await db.delete(tables[name]);
    },
  };
}

/** The names in JS of the columns that tell a row from every other. */
function primaryKeyOf(name: TableName): string[] {
  const table = shapes[name]!;
  const columns = Object.entries(getTableColumns(table));
  const [composite] = getTableConfig(table).primaryKeys;
  const isKey = (column: SQLiteColumn) =>
    composite ? composite.columns.some((other) => other.name === column.name) : column.primary;
  return columns.filter(([, column]) => isKey(column as SQLiteColumn)).map(([key]) => key);
}

function isAfter([first, ...others]: [SQLiteColumn, unknown][]): SQL {
  if (!first) return sql`false`;
  const [column, value] = first;
  return others.length === 0
    ? gt(column, value)
    : or(gt(column, value), and(eq(column, value), isAfter(others)))!;
}
