/**
 * Rows saved one by one, by statements that are prepared once: in this process nothing is quicker. SQLite writes every
 * index of a column anew that an update names, whether it changes or not; so an update names what changes. Values go in
 * one by one, for the binding is slow to take them out of a list.
 */

import type Database from 'better-sqlite3';
import { getTableName } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { columnsOf, overwriting, type Rows } from '../queries/rows';

export function sqliteRows(connection: Database.Database): Rows {
  /** To put their texts together again for each batch would take as long as some rows. */
  const inserts = new Map<string, (row: Row) => Database.RunResult>();

  function inserting(way: keyof Rows, table: SQLiteTable, then: () => string, numbered?: 'id') {
    const known = inserts.get(`${way} ${getTableName(table)}`);
    if (known) return known;
    const columns = columnsOf(table).filter(([, { name }]) => name !== numbered);
    const names = columns.map(([, { name }]) => `"${name}"`).join(', ');
    const places = columns.map(() => '?').join(', ');
    const statement = connection.prepare(
      `insert into "${getTableName(table)}" (${names}) values (${places}) ${then()}`,
    );
    const insert = (row: Row) => statement.run(...columns.map((column) => valueIn(row, column)));
    inserts.set(`${way} ${getTableName(table)}`, insert);
    return insert;
  }

  function updating(table: SQLiteTable, key: SQLiteColumn) {
    const columns = columnsOf(table);
    const keyColumn = columns.find(([, column]) => column === key)!;
    return (row: Row, old: Row) => {
      const changed = columns.filter(([name]) => (row[name] ?? null) !== (old[name] ?? null));
      if (changed.length === 0) return;
      const values = changed.map(([, { name }]) => `"${name}" = ?`).join(', ');
      connection
        .prepare(`update "${getTableName(table)}" set ${values} where "${key.name}" = ?`)
        .run(...[...changed, keyColumn].map((column) => valueIn(row, column)));
    };
  }

  return {
    async upsert(table, key, rows, before) {
      if (rows.length === 0) return;
      const insert = inserting('upsert', table, () => overwriting(table, key));
      const update = updating(table, key[0]!);
      const keyOf = columnsOf(table).find(([, column]) => column === key[0])![0];
      for (const row of rows as Row[]) {
        const old = before?.get(row[keyOf]) as Row | undefined;
        if (old) update(row, old);
        else insert(row);
      }
    },
    async insertNew(table, rows) {
      if (rows.length > 0) rows.forEach(inserting('insertNew', table, () => 'on conflict do nothing'));
    },
    async insertNumbered(table, rows) {
      if (rows.length === 0) return [];
      const insert = inserting('insertNumbered', table, () => '', 'id');
      return rows.map((row) => Number(insert(row).lastInsertRowid));
    },
  };
}

type Row = Record<string, unknown>;

function valueIn(row: Row, [key, column]: [string, SQLiteColumn]): unknown {
  const value = row[key];
  return value === null || value === undefined ? null : column.mapToDriverValue(value);
}
