/** Desks to try things on, each over a real database of its own: one on SQLite, one on PostgreSQL. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { inject } from 'vitest';
import { openBoard } from '@/desk/board';
import { openFigures } from '@/desk/figures-today';
import type { Receipt } from '@/desk/receive';
import { type Desk, openDesk } from '@/desk/the-desk';
import { readEnv } from '@/env';
import { afterTheFile } from './after-the-file';

export const engines = ['sqlite', 'postgres'] as const;
export type Engine = (typeof engines)[number];

/** Where a test names none; `vitest.config.ts` runs the doors on each. */
export const givenEngine: Engine = process.env.TEST_ENGINE === 'postgres' ? 'postgres' : 'sqlite';

export const webhookToken = 'a-token-for-the-tests';

/** An empty desk in Chennai; it is closed and removed after the tests of the file. */
export async function aDesk(engine: Engine = givenEngine, env: Record<string, string> = {}): Promise<Desk> {
  const desk = await openDesk(
    readEnv({
      DATABASE_URL: engine === 'sqlite' ? aSqliteUrl() : await aPostgresUrl(),
      WEBHOOK_TOKENS: webhookToken,
      DESK_TIME_ZONE: 'Asia/Kolkata',
      ...env,
    }),
  );
  afterTheFile(() => desk.close());
  return desk;
}

export function aSqliteUrl(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-test-'));
  afterTheFile(() => rmSync(folder, { recursive: true, force: true }));
  return `file:${join(folder, 'ringback.db')}`;
}

/** A database of its own on the server that the test command started. */
export async function aPostgresUrl(): Promise<string> {
  const server = inject('postgresUrl');
  const name = `ringback_${crypto.randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** The same desk with a clock of its own. */
export function withClock(desk: Desk, clock: () => number): Desk {
  return { ...desk, clock, board: openBoard({ ...desk, clock }), figures: openFigures({ ...desk, clock }) };
}

/** What the webhook hands on once the token is known: one body, received at `receivedAt` (ms). */
export async function post(
  desk: Desk,
  body: unknown,
  receivedAt = desk.clock(),
  token = 'fingerprint',
): Promise<Receipt> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return desk.receive({
    body: Buffer.from(text),
    method: 'POST',
    contentType: 'application/json',
    token,
    receivedAt,
  });
}

type Table =
  | 'alerts'
  | 'audit'
  | 'caller_notes'
  | 'callers'
  | 'calls'
  | 'cases'
  | 'decisions'
  | 'deliveries'
  | 'dids'
  | 'legs'
  | 'number_parts'
  | 'saved_views'
  | 'quarantine'
  | 'session'
  | 'tokens';

/** A whole table as it lies in the database, in the order of its first column, read past the store. */
export async function tableOf(desk: Desk, table: Table): Promise<Record<string, unknown>[]> {
  const query = `select * from ${table} order by 1`;
  if (desk.env.DATABASE_URL.startsWith('file:')) {
    const file = new Database(desk.env.DATABASE_URL.slice('file:'.length), { readonly: true });
    const rows = file.prepare(query).all() as Record<string, unknown>[];
    file.close();
    return rows;
  }
  const client = new pg.Client({ connectionString: desk.env.DATABASE_URL });
  // Whole numbers of 64 bits come as text otherwise.
  client.setTypeParser(pg.types.builtins.INT8, Number);
  await client.connect();
  const { rows } = await client.query(query);
  await client.end();
  return rows;
}

/** Changes the database behind the back of the store. */
export async function runSql(desk: Desk, statements: string[]): Promise<void> {
  if (desk.env.DATABASE_URL.startsWith('file:')) {
    const file = new Database(desk.env.DATABASE_URL.slice('file:'.length));
    for (const statement of statements) file.exec(statement);
    file.close();
    return;
  }
  const client = new pg.Client({ connectionString: desk.env.DATABASE_URL });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** Ends a session as time does. */
export async function letSessionsExpire(desk: Desk, personId: string): Promise<void> {
  const longAgo = desk.env.DATABASE_URL.startsWith('file:') ? '1' : 'to_timestamp(1)';
  await runSql(desk, [`update session set expires_at = ${longAgo} where user_id = '${personId}'`]);
}

/** Keeps every other writer out, as another process can, until the returned function is called. */
export async function holdWrites({ env: { DATABASE_URL } }: Desk): Promise<() => Promise<void>> {
  if (DATABASE_URL.startsWith('file:')) {
    const file = new Database(DATABASE_URL.slice('file:'.length));
    file.exec('BEGIN IMMEDIATE');
    return async () => void file.exec('ROLLBACK').close();
  }
  const client = new pg.Client({ connectionString: DATABASE_URL });
  await client.connect();
  await client.query('begin; update pulse set revision = revision');
  return async () => {
    await client.query('rollback');
    await client.end();
  };
}
