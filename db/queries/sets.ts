/** Whole sets as one parameter, JSON: a statement is the same for any number of rows, and for both engines. */

import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';

/** Whether a column is one of these keys. */
export function isAmong(column: SQLiteColumn, keys: Iterable<string>): SQL {
  const set = Array.from(keys, (key) => `${JSON.stringify(key)}:0`);
  return sql`${column} in (select key from json_each(${`{${set}}`}))`;
}

/**
 * For each key its number, as `eachKey` and `eachNumber`: a table to select from. What is looked up by them comes by a
 * cross join with conditions, which SQLite takes as the order of its loops.
 */
export function numbersByKey(numbers: Iterable<[string, number]>): SQL {
  const set = Array.from(numbers, ([key, number]) => `${JSON.stringify(key)}:[${number}]`);
  return sql`json_each(${`{${set}}`}) as each_one`;
}

export const eachKey = sql<string>`each_one.key`;
export const eachNumber = sql<number>`cast(each_one.value ->> 0 as bigint)`;
