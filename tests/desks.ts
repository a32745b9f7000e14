/** Desks to try things on, each over a real database of its own: one on SQLite, one on PostgreSQL. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { openBoard } from '@/desk/board';
import type { Receipt } from '@/desk/receive';
import { type Desk, openDesk } from '@/desk/the-desk';
import { readEnv } from '@/env';

export const engines = ['sqlite', 'postgres'] as const;
export type Engine = (typeof engines)[number];

export const webhookToken = 'a-token-for-the-tests';

/** An empty desk in Chennai; it is closed and removed after the tests of the file. */
export async function aDesk(engine: Engine = 'sqlite', env: Record<string, string> = {}): Promise<Desk> {
  const desk = await openDesk(
    readEnv({
      DATABASE_URL: engine === 'sqlite' ? aSqliteUrl() : await aPostgresUrl(),
      WEBHOOK_TOKENS: webhookToken,
      DESK_TIME_ZONE: 'Asia/Kolkata',
      ...env,
    }),
  );
  afterAll(() => desk.close());
  return desk;
}

export function aSqliteUrl(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return `file:${join(folder, 'ringback.db')}`;
}

/** A database of its own on the server that the test command started. */
async function aPostgresUrl(): Promise<string> {
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
  return { ...desk, clock, board: openBoard({ ...desk, clock }) };
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
  | 'audit'
  | 'calls'
  | 'cases'
  | 'decisions'
  | 'deliveries'
  | 'dids'
  | 'legs'
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
