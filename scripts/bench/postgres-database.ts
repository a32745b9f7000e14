/** Databases of the bench's own on a PostgreSQL server: each part of a run begins with an empty one. */

import pg from 'pg';

/** Makes one beside the database that `url` names, and drops it once `work` is done. */
export async function withDatabase<Result>(
  url: string,
  work: (databaseUrl: string) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const name = `ringback_bench_${crypto.randomUUID().replaceAll('-', '')}`;
  await client.query(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  try {
    return await work(own.href);
  } finally {
    await client.query(`drop database ${name} with (force)`);
    await client.end();
  }
}
