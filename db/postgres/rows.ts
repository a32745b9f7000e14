/** Rows saved all at once: as one parameter, JSON, so that a statement is the same for any number of them. */

import { sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Connection } from '../queries/connection';
import { inParts, rowsAtOnce } from '../queries/parts';
import { columnsOf, overwriting, type Rows } from '../queries/rows';

type Database = { execute(statement: ReturnType<typeof sql>): Promise<unknown> };

const jsonRowsAtOnce = 2000;

export function postgresRows(db: Connection & Database): Rows {
  async function insert(table: SQLiteTable, rows: Record<string, unknown>[], then: string): Promise<void> {
    const columns = columnsOf(table);
    const names = sql.raw(columns.map(([, { name }]) => `"${name}"`).join(', '));
    const values = sql.raw(
      columns.map(([, column], place) => `(value ->> ${place})::${column.getSQLType()}`).join(', '),
    );
    await inParts(rows, jsonRowsAtOnce, async (part) => {
      const lists = part.map((row) => columns.map(([key]) => row[key] ?? null));
      const each = sql`json_array_elements(${JSON.stringify(lists)}::json)`;
      await db.execute(sql`insert into ${table} (${names}) select ${values} from ${each} ${sql.raw(then)}`);
      return [];
    });
  }

  return {
    upsert: (table, key, rows) => insert(table, rows, overwriting(table, key)),
    insertNew: (table, rows) => insert(table, rows, 'on conflict do nothing'),
    async insertNumbered(table, rows) {
      const saved = await inParts(rows, rowsAtOnce, (part) => db.insert(table).values(part).returning());
      return saved.map(({ id }) => Number(id)).sort((a, b) => a - b);
    },
  };
}
