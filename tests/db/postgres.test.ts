/** What only PostgreSQL has: several servers, of which one may hold the writers' row for long. */

import pg from 'pg';
import { expect, test } from 'vitest';
import { StoreUnavailable } from '@/db/store';
import { aDesk } from '../desks';

test('a write that another server holds up for too long is told to come again, and changes nothing', async () => {
  const { env, store } = await aDesk('postgres');
  const other = new pg.Client({ connectionString: env.DATABASE_URL });
  await other.connect();
  await other.query('begin; update pulse set revision = revision');
  await expect(store.write((tx) => tx.raiseRevision(1))).rejects.toThrow(StoreUnavailable);
  await other.query('rollback');
  await other.end();
  expect(await store.write((tx) => tx.raiseRevision(1))).toBe(1);
});
