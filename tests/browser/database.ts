/** A database of its own for a desk, on either engine. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { startPostgres } from '../postgres';

export type Engine = 'sqlite' | 'postgres';

export type Database = {
  url: string;
  /** Changes it behind the back of the desk. */
  run(statement: string): Promise<void>;
  remove(): Promise<void>;
};

/** Where the desks of a worker find their databases. */
export type Databases = { make(): Promise<Database>; stop(): Promise<void> };

export function sqliteFiles(): Databases {
  return {
    async make() {
      const folder = mkdtempSync(join(tmpdir(), 'ringback-browser-'));
      const path = join(folder, 'ringback.db');
      return {
        url: `file:${path}`,
        async run(statement) {
          new Sqlite(path).exec(statement).close();
        },
        remove: async () => rmSync(folder, { recursive: true }),
      };
    },
    stop: async () => {},
  };
}

/** On a server of the worker's own, or on that of TEST_DATABASE_URL. */
export async function postgresServer(): Promise<Databases> {
  const server = await startPostgres();
  return {
    async make() {
      const url = new URL(server.url);
      url.pathname = `/ringback_${crypto.randomUUID().replaceAll('-', '')}`;
      const name = url.pathname.slice(1);
      await runOn(server.url, `create database ${name}`);
      return {
        url: url.href,
        run: (statement) => runOn(url.href, statement),
        remove: () => runOn(server.url, `drop database ${name} with (force)`),
      };
    },
    stop: server.stop,
  };
}

async function runOn(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(statement);
  await client.end();
}
