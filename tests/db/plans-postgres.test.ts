/** The hot reads of the board and of a caller's page on PostgreSQL: each by an index, once there are many rows. */

import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openStore } from '@/db/store';
import { unfiltered } from '@/domain/board-query';
import { morning } from '../builders';
import { aPostgresUrl } from '../desks';

const url = await aPostgresUrl();
const store = await openStore(url);
const client = new pg.Client({ connectionString: url });
const asked = vi.spyOn(pg.Pool.prototype, 'query');

beforeAll(async () => {
  await client.connect();
  await client.query(`
    insert into calls (id, conversation, direction, caller, did, started_at, first_received_at, verdict, rule, is_short,
      is_out_of_hours, case_id)
    select 'call ' || n, n, 'inbound', '+91' || n % 3000, '+9144' || n % 4, ${morning} - n * 1000, 0,
      case when n % 10 = 0 then 'missed' else 'answered' end, 9, false, false, n
    from generate_series(1, 30000) n;
    insert into cases (id, caller, did, state, calls_total, missed_count, first_missed_at, last_missed_at, clock_starts_at,
      due_at, is_short, attempts, expires_at, ends_at, visible_from, spans_from, spans_to)
    select n, '+91' || n % 3000, '+9144' || n % 4,
      case when n % 100 = 0 then 'open' when n % 100 = 1 then 'uncallable' else 'closed' end, 1, 1,
      ${morning} - n * 1000, ${morning} - n * 1000, ${morning} - n * 1000, ${morning} - n * 1000, false, 0, ${morning},
      case when n % 100 = 1 then null else ${morning} - n * 1000 + (case when n % 100 = 0 then 1000000 else 0 end) end,
      0, 0, ${morning} - n * 1000
    from generate_series(1, 30000) n;`);
  await client.query('vacuum analyze');
});
afterAll(async () => {
  await client.end();
  await store.close();
});

/** How PostgreSQL reads the rows of every statement that `work` runs. */
async function plansOf(work: () => Promise<unknown>): Promise<string[]> {
  asked.mockClear();
  await work();
  const statements = asked.mock.calls.map(([config, values]) => ({
    text: (config as unknown as pg.QueryConfig).text,
    values: values as unknown as unknown[],
  }));
  expect(statements).not.toEqual([]);
  const plans: string[] = [];
  for (const { text, values } of statements) {
    const { rows } = await client.query(`explain ${text}`, values);
    plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
  }
  return plans;
}

const seen = { caller: '+917', among: null };

test.each<[string, () => Promise<unknown>, RegExp]>([
  ['who waits', () => store.read.countWaiting(morning), /cases_by_end/],
  [
    'without a number',
    () => store.read.countUncallable(morning),
    /Index Only Scan using cases_uncallable_by_did/,
  ],
  ['closed today', () => store.read.countClosedSince(morning - 50_000), /Index Cond: .*ends_at >= /],
  ["a caller's calls", () => store.read.loadCallsOfCaller(seen, null, 50), /Index Cond: \(caller = /],
  ["a caller's open cases", () => store.read.loadOpenCasesOf(seen, morning), /Index Cond: \(\(?caller = /],
  [
    "a caller's closed cases",
    () => store.read.loadClosedCasesOf(seen, morning, null, 20),
    /Index Cond: \(\(?caller = /,
  ],
])('%s', async (_, work, index) => {
  const plans = await plansOf(work);
  expect(plans[0]).toMatch(index);
  for (const plan of plans) expect(plan).not.toMatch(/Seq Scan/);
});

test('every instant is the end of an index', async () => {
  const [plan] = await plansOf(() => store.read.loadInstants(morning));
  expect(plan!.match(/Index Only Scan/g)).toHaveLength(10);
});

test('control: what no index has is looked for in every row', async () => {
  const plans = await plansOf(() =>
    store.read.loadPage({ ...unfiltered, state: 'closed', order: 'desk', limit: 50 }, morning, null, null),
  );
  expect(plans.at(-1)).toMatch(/Sort[\s\S]*Seq Scan/);
});
