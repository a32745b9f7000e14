/** Rows saved one by one, by statements that are prepared once: in this process nothing is quicker. */

import type Database from 'better-sqlite3';
import { getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { columnsOf, overwriting, type Rows } from '../queries/rows';

export function sqliteRows(connection: Database.Database): Rows {
  function inserting(table: SQLiteTable, then: string, numbered?: 'id') {
    const columns = columnsOf(table).filter(([, { name }]) => name !== numbered);
    const names = columns.map(([, { name }]) => `"${name}"`).join(', ');
    const places = columns.map(() => '?').join(', ');
    const statement = connection.prepare(
      `insert into "${getTableName(table)}" (${names}) values (${places}) ${then}`,
    );
    return (row: Record<string, unknown>) =>
      statement.run(
        columns.map(([key, column]) => {
          const value = row[key];
          return value === null || value === undefined ? null : column.mapToDriverValue(value);
        }),
      );
  }

  return {
    async upsert(table, key, rows) {
      if (rows.length > 0) rows.forEach(inserting(table, overwriting(table, key)));
    },
    async insertNew(table, rows) {
      if (rows.length > 0) rows.forEach(inserting(table, 'on conflict do nothing'));
    },
    async insertNumbered(table, rows) {
      if (rows.length === 0) return [];
      const insert = inserting(table, '', 'id');
      return rows.map((row) => Number(insert(row).lastInsertRowid));
    },
  };
}
