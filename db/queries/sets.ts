/** Whole sets as one parameter, JSON: a statement is the same for any number of rows, and for both engines. */

import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';

/** Whether a column is one of these keys. */
export function isAmong(column: SQLiteColumn, keys: Iterable<string>): SQL {
  return isKeyIn(column, sql`${keySet(keys)}`);
}

/** The same in a statement that is kept: its keys come when it runs, as `{ keys: keySet(…) }`. */
export function isAmongKeys(column: SQLiteColumn): SQL {
  return isKeyIn(column, sql.placeholder('keys'));
}

/**
 * In a statement that is kept, a table to select from: for each key its number, as `eachKey` and `eachNumber`. They come
 * when it runs, as `{ numbers: numberSet(…) }`. What is looked up by them comes by a cross join with conditions, which
 * SQLite takes as the order of its loops.
 */
export const eachOfNumbers = sql`json_each(${sql.placeholder('numbers')}) as each_one`;
export const eachKey = sql<string>`each_one.key`;
export const eachNumber = sql<number>`cast(each_one.value ->> 0 as bigint)`;

export function keySet(keys: Iterable<string>): string {
  return `{${Array.from(keys, (key) => `${JSON.stringify(key)}:0`)}}`;
}

export function numberSet(numbers: Iterable<[string, number]>): string {
  return `{${Array.from(numbers, ([key, number]) => `${JSON.stringify(key)}:[${number}]`)}}`;
}

function isKeyIn(column: SQLiteColumn, keys: SQL | ReturnType<typeof sql.placeholder>): SQL {
  return sql`${column} in (select key from json_each(${keys}))`;
}
