/** PostgreSQL behind the same port: one query code, writers queue on the row of the revision. */

import { getTableName, sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { getTableConfig } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { migrationsFolder, missingMigrations } from '../migrations';
import { type Queries, queriesOf } from '../queries';
import type { Tables } from '../queries/connection';
import { type Store, StoreUnavailable } from '../store';
import * as accounts from './accounts';
import { channel, openLine } from './line';
import { postgresRows } from './rows';
import * as schema from './schema';

/** Any number will do, as long as every Ringback that migrates this database takes the same. */
const migrationLock = 7_464_225;

export async function openPostgres(url: string, directUrl?: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5000 });
  // A connection that breaks while idle is replaced at the next query, which then tells of it.
  pool.on('error', () => {});
  // One that breaks in the midst of a transaction tells it to the query that waits, and must not end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = drizzle(pool);
  await migrateAlone(url);
  const line = directUrl === undefined ? null : openLine(directUrl);
  return {
    read: queriesFor(db),
    async write(work) {
      try {
        return await db.transaction(async (transaction) => {
          // Who waits for longer than this is told to come again.
          await transaction.execute(sql`set local lock_timeout = '5s'`);
          const tx = queriesFor(transaction);
          const before = await tx.raiseRevision(0);
          if (!line) return work(tx);
          const result = await work(tx);
          const after = await tx.revision();
          // Sent by the commit, through a pooler as well.
          if (after > before) await transaction.execute(sql`select pg_notify(${channel}, ${String(after)})`);
          return result;
        });
      } catch (error) {
        throw isAway(error) ? new StoreUnavailable('The database does not answer.', { cause: error }) : error;
      }
    },
    accounts: { db, provider: 'pg', schema: accounts },
    async scrub() {
      // A dump holds live rows only; this frees the space of the dead ones for what comes next.
      await pool.query('vacuum');
      return true;
    },
    async finishCopy() {
      for (const table of countedTables) {
        await pool.query(
          `select setval(pg_get_serial_sequence('${table}', 'id'), greatest(coalesce(max(id), 0), 1), max(id) is not null) from ${table}`,
        );
      }
    },
    ...(line && { hearRevisions: line.hear }),
    async close() {
      await line?.close();
      await pool.end();
    },
  };
}

/** Those whose rows PostgreSQL numbers. */
const countedTables = Object.values(schema)
  .filter((table) =>
    getTableConfig(table).columns.some(({ columnType }) => columnType.startsWith('PgBigSerial')),
  )
  .map((table) => getTableName(table));

/** Of several servers that start at once, one migrates and the others wait for it. */
async function migrateAlone(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const db = drizzle(client);
    await db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${migrationLock})`);
      missingMigrations('postgres', await appliedMigrations(tx));
      await migrate(tx as unknown as NodePgDatabase, { migrationsFolder: migrationsFolder('postgres') });
    });
  } finally {
    await client.end();
  }
}

/** The `created_at` of each, ms; none in a new database. */
async function appliedMigrations(tx: Pick<NodePgDatabase, 'execute'>): Promise<number[]> {
  const table = 'drizzle.__drizzle_migrations';
  const { rows } = await tx.execute(sql`select to_regclass(${table}) as found`);
  if (!rows[0]?.found) return [];
  const applied = await tx.execute(sql`select created_at from ${sql.raw(table)}`);
  return applied.rows.map(({ created_at }) => Number(created_at));
}

/** The one cast between the engines: both builders have the methods that the queries use, and the tables match. */
function queriesFor(db: unknown): Queries {
  const cast = db as Parameters<typeof postgresRows>[0];
  return queriesOf(cast, { ...schema, ...accounts } as unknown as Tables, postgresRows(cast));
}

/** Connection trouble, too many clients, a lock not given, shutdown (SQLSTATE 08, 53, 55P03, 57P), or the socket's own errors. */
function isAway(error: unknown): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  if (!(cause instanceof Error)) return false;
  const code = 'code' in cause ? String(cause.code) : '';
  return (
    /^(08|53|55P03|57P|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND)/.test(code) ||
    /timeout|terminated/i.test(cause.message)
  );
}
