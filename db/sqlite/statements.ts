/** Statements are prepared once and kept: reading one takes SQLite longer than most of them take to run. */

import type Database from 'better-sqlite3';

const mostKept = 300;
/** A text with a list of keys in it hardly ever comes again. */
const longestKept = 6000;

/** Has a connection keep its statements; those that were not used for the longest time go. */
export function keepStatements(connection: Database.Database): void {
  const kept = new Map<string, Database.Statement>();
  const prepare = connection.prepare.bind(connection);
  connection.prepare = ((text: string) => {
    if (text.length > longestKept) return prepare(text);
    const statement = kept.get(text) ?? prepare(text);
    kept.delete(text);
    kept.set(text, statement);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
    return statement;
  }) as typeof connection.prepare;
}
