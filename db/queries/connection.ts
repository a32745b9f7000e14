/** What every query is made of: a connection or transaction, and the tables of its engine. */

import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type * as accounts from '../sqlite/accounts';
import type * as schema from '../sqlite/schema';

/** Written in SQLite's types; PostgreSQL's builders have the same methods (see `postgres/open.ts`). */
export type Connection = BetterSQLite3Database;
export type Tables = typeof schema & typeof accounts;
