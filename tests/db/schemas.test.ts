/** Two schema files of one shape: the same names, keys and JS types on both engines. */

import { getTableColumns } from 'drizzle-orm';
import { type PgTable, getTableConfig as postgresConfig } from 'drizzle-orm/pg-core';
import { type SQLiteTable, getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import * as postgres from '@/db/postgres/schema';
import * as sqlite from '@/db/sqlite/schema';

type Reads<Schema> = {
  [Name in keyof Schema]: Schema[Name] extends { $inferSelect: infer Row } ? Row : never;
};
type Writes<Schema> = {
  [Name in keyof Schema]: Schema[Name] extends { $inferInsert: infer Row } ? Row : never;
};
type Same<One, Other> = [One, Other] extends [Other, One] ? true : false;

type Shape = {
  name: string;
  columns: { name: string; dataType: string; notNull: boolean; primary: boolean }[];
  primaryKeys: { columns: { name: string }[] }[];
  indexes: { config: { name?: string; unique?: boolean; columns: unknown[] } }[];
};

/** What both engines must have in common of a table. */
function shapeOf({ name, columns, primaryKeys, indexes }: Shape) {
  const namesOf = (list: unknown[]) => list.map((column) => (column as { name: string }).name);
  return {
    name,
    columns: columns.map(({ name, dataType, notNull, primary }) => ({
      name,
      type: dataType === 'custom' ? 'buffer' : dataType,
      notNull,
      primary,
    })),
    keys: primaryKeys.map((key) => namesOf(key.columns)),
    indexes: indexes.map(({ config }) => [config.name, Boolean(config.unique), ...namesOf(config.columns)]),
  };
}

const ofSqlite = new Map<string, SQLiteTable>(Object.entries(sqlite));
const ofPostgres = new Map<string, PgTable>(Object.entries(postgres));

test('the rows of both have the same types', () => {
  const areReadAlike: Same<Reads<typeof sqlite>, Reads<typeof postgres>> = true;
  // The one row of the pulse is written by the migrations.
  const areWrittenAlike: Same<
    Omit<Writes<typeof sqlite>, 'pulse'>,
    Omit<Writes<typeof postgres>, 'pulse'>
  > = true;
  expect(areReadAlike && areWrittenAlike).toBe(true);
});

test('both have the same tables', () => {
  expect([...ofPostgres.keys()]).toEqual([...ofSqlite.keys()]);
  expect(ofSqlite.size).toBeGreaterThan(8);
});

test.each([...ofSqlite.keys()])('%s has the same columns, keys and indexes', (name) => {
  const there = shapeOf(sqliteConfig(ofSqlite.get(name)!) as unknown as Shape);
  const here = shapeOf(postgresConfig(ofPostgres.get(name)!) as unknown as Shape);
  expect(here).toEqual(there);
  expect(Object.keys(getTableColumns(ofPostgres.get(name)!))).toEqual(
    Object.keys(getTableColumns(ofSqlite.get(name)!)),
  );
});
