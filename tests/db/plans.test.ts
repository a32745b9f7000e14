/** The pages of board and calls stay quick however many rows there are: each is read by an index, in its order. */

import Database from 'better-sqlite3';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { openStore } from '@/db/store';
import { type BoardQuery, unfiltered } from '@/domain/board-query';
import type { CallQuery } from '@/domain/call-query';
import { aCall, morning } from '../builders';
import { aSqliteUrl } from '../desks';

const url = aSqliteUrl();
const store = await openStore(url);
const file = new Database(url.slice('file:'.length), { readonly: true });
/** Statements are prepared once and kept: what ran is told by what was asked of them. */
const asked = vi.spyOn(Object.getPrototypeOf(file.prepare('select 1')) as Database.Statement, 'all');
const caller = '+919884112233';
await store.write(async (tx) => {
  await tx.saveCalls([{ ...aCall({ caller }), caseId: null }]);
  await tx.saveNumbers([caller]);
});
afterAll(async () => {
  file.close();
  await store.close();
});

/** How SQLite reads the rows of every statement that `work` runs on this table, as it says itself. */
async function plansOf(table: string, work: () => Promise<unknown>): Promise<string[]> {
  asked.mockClear();
  await work();
  const ran = asked.mock.contexts.map((statement) => (statement as Database.Statement).source);
  const statements = ran.filter((sql) => sql.includes(table && ` from "${table}"`));
  expect(statements).not.toEqual([]);
  return statements.map((sql) => planOf(sql));
}

function planOf(sql: string): string {
  const given = Array.from({ length: sql.split('?').length - 1 }, () => 1);
  const lines = file.prepare(`explain query plan ${sql}`).all(...given) as { detail: string }[];
  return lines.map(({ detail }) => detail).join('; ');
}

const sorts = /USE TEMP B-TREE FOR ORDER BY/;

const closed = { ...unfiltered, state: 'closed', order: 'newest', limit: 50 } as const;
const all = { ...closed, state: 'all' } as const;
const cursor = { asOf: morning, rank: 0, at: morning, id: 'abc' };
const days = { from: '2026-11-21', to: '2026-11-22' };
const span = { start: morning - 1, end: morning };

describe('pages of cases', () => {
  const pageOf = (query: BoardQuery, among: string[] | null = null) =>
    plansOf('cases', () => store.read.loadPage(query, morning, among, query.days && span));

  test.each<[string, BoardQuery, string]>([
    ['closed', closed, 'cases_by_last_end'],
    ['closed, further on', { ...closed, cursor }, 'cases_by_last_end'],
    ['closed on some days', { ...closed, days: { ...days, on: 'closed' } }, 'cases_by_last_end'],
    ['closed on a number', { ...closed, did: '+91' }, 'cases_of_did_by_end'],
    ['closed on a number, further on', { ...closed, did: '+91', cursor }, 'cases_of_did_by_end'],
    ['closed with an outcome', { ...closed, outcome: 'spam' }, 'cases_by_outcome'],
    ['expired', { ...closed, outcome: 'expired' }, 'cases_by_end'],
    ['without a number', { ...all, state: 'uncallable' }, 'cases_uncallable'],
    [
      'without a number, the first at the top',
      { ...all, state: 'uncallable', order: 'waiting' },
      'cases_uncallable',
    ],
    ['all', all, 'cases_by_missed'],
    ['all, further on', { ...all, cursor }, 'cases_by_missed'],
    ['all of some days', { ...all, days: { ...days, on: 'missed' } }, 'cases_by_missed'],
    ['all on a number', { ...all, did: '+91' }, 'cases_of_did_by_missed'],
  ])('%s', async (_, query, index) => {
    const plans = await pageOf(query);
    expect(plans.at(-1)).toContain(index);
    for (const plan of plans) expect(plan).not.toMatch(sorts);
  });

  test.each<[string, BoardQuery]>([
    ['closed', closed],
    ['of every state', all],
  ])('%s of one caller, found by their cases', async (_, query) => {
    const plans = await pageOf({ ...query, q: '9884112233' });
    expect(plans).toEqual([expect.stringMatching(/SEARCH cases USING INDEX cases\w* \(caller=\?/)]);
  });

  test('of one person: each way by an index of its own', async () => {
    const plans = await pageOf({ ...closed, who: 'Asha' });
    expect(plans).toHaveLength(3);
    expect(plans.join()).toContain('cases_by_closer');
    expect(plans.join()).toContain('cases_by_trier');
    for (const plan of plans.slice(1)) expect(plan).not.toMatch(sorts);
  });

  test('of whoever may see three numbers: three short lists', async () => {
    const plans = await pageOf(closed, ['+911', '+912', '+913']);
    expect(plans).toHaveLength(3);
    for (const plan of plans) expect(plan).toMatch(/cases_of_did_by_end/);
    for (const plan of plans) expect(plan).not.toMatch(sorts);
  });

  test('the queue is read by its state', async () => {
    for (const state of ['open', 'attempted', 'overdue', 'snoozed'] as const) {
      const plans = await pageOf({ ...closed, state, order: 'desk' });
      expect(plans).toEqual([
        expect.stringMatching(/SEARCH cases USING INDEX cases_by_end \(state=\? AND ends_at>\?/),
      ]);
    }
  });

  test('control: in an order that no index has, every closed case would be sorted', async () => {
    const [plan] = await pageOf({ ...closed, order: 'desk' });
    expect(plan).toMatch(sorts);
  });
});

describe('pages of calls', () => {
  const plain: CallQuery = {
    did: null,
    q: null,
    who: null,
    direction: null,
    verdict: null,
    days: null,
    limit: 50,
    cursor: null,
    isNewer: false,
  };
  const beside = { at: morning, id: 'abc' };
  const pageOf = (query: CallQuery, among: string[] | null = null) =>
    plansOf('calls', () => store.read.loadCallPage(query, morning, among, query.days && span));

  test.each<[string, CallQuery, string]>([
    ['all', plain, 'calls_by_start'],
    ['older ones', { ...plain, cursor: beside }, 'calls_by_start'],
    ['newer ones', { ...plain, cursor: beside, isNewer: true }, 'calls_by_start'],
    ['of some days', { ...plain, days }, 'calls_by_start'],
    ['on a number', { ...plain, did: '+91' }, 'calls_of_did'],
    ['of a colleague', { ...plain, who: 'asha' }, 'calls_of_staff'],
    ['missed', { ...plain, verdict: 'missed' }, 'calls_by_verdict'],
    ['missed, further on', { ...plain, verdict: 'missed', cursor: beside }, 'calls_by_verdict'],
    ['that came in', { ...plain, direction: 'inbound' }, 'calls_by_start'],
    ['of a caller', { ...plain, q: '9884112233' }, 'calls_of_caller'],
  ])('%s', async (_, query, index) => {
    const plans = await pageOf(query);
    expect(plans).toEqual([expect.stringContaining(index)]);
    if (query.q === null) expect(plans[0]).not.toMatch(sorts);
  });

  test('that we made: found by their verdicts, for a desk may have made none', async () => {
    const plans = await pageOf({ ...plain, direction: 'outbound' });
    expect(plans).toHaveLength(2);
    for (const plan of plans) expect(plan).toMatch(/SEARCH calls USING INDEX calls_by_verdict \(verdict=\?/);
    for (const plan of plans) expect(plan).not.toMatch(sorts);
  });

  test('of many callers: put in order by the index alone, and only those of the page are read', async () => {
    const [plan] = await pageOf({ ...plain, q: '9884112233' });
    expect(plan).toMatch(/SEARCH calls USING COVERING INDEX calls_of_caller \(caller=\?/);
  });

  test('on three numbers: three short lists', async () => {
    const plans = await pageOf(plain, ['+911', '+912', '+913']);
    expect(plans).toHaveLength(3);
    for (const plan of plans) expect(plan).toContain('calls_of_did (did=?');
  });
});

describe('the counts of the board', () => {
  const counts = {
    'who waits': () => store.read.countWaiting(morning),
    'without a number': () => store.read.countUncallable(morning),
    'closed today': () => store.read.countClosedSince(morning),
  };

  test.each<[keyof typeof counts, string]>([
    ['who waits', 'SEARCH cases USING INDEX cases_by_end (state=? AND ends_at>?)'],
    ['without a number', 'SEARCH cases USING COVERING INDEX cases_uncallable_by_did (state=?)'],
    ['closed today', 'SEARCH cases USING COVERING INDEX cases_by_end (state=? AND ends_at>?)'],
  ])('%s', async (what, index) => {
    expect(await plansOf('cases', counts[what])).toEqual([expect.stringContaining(index)]);
  });

  test('what waits in quarantine is counted by an index of what waits', async () => {
    expect(await plansOf('quarantine', () => store.read.countQuarantined())).toEqual([
      'SCAN quarantine USING INDEX quarantine_waiting',
    ]);
  });

  test('every instant is the end of an index', async () => {
    const [plan] = await plansOf('pulse', () => store.read.loadInstants(morning));
    const searches = plan!.split('; ').filter((line) => /SEARCH|SCAN/.test(line) && !/pulse/.test(line));
    expect(searches).toHaveLength(10);
    for (const search of searches) expect(search).toMatch(/^SEARCH \w+ USING COVERING INDEX /);
  });
});

describe("a caller's page", () => {
  const seen = { caller, among: null };

  test('their figures are counted by the index alone, however far apart their calls lie', async () => {
    const plans = await plansOf('calls', () => store.read.countCallsOfCaller(seen, morning, 10_000));
    expect(plans[0]).toContain('USING COVERING INDEX calls_of_caller (caller=?)');
  });

  test.each<[string, string, () => Promise<unknown>]>([
    ['calls', 'calls_of_caller (caller=?)', () => store.read.loadCallsOfCaller(seen, null, 50)],
    [
      'open cases',
      'cases_open_of_caller (caller=? AND state=?)',
      () => store.read.loadOpenCasesOf(seen, morning),
    ],
    [
      'closed cases',
      'cases_of_caller (caller=?)',
      () => store.read.loadClosedCasesOf(seen, morning, null, 20),
    ],
  ])('%s are found by the caller', async (what, index, work) => {
    const plans = await plansOf(what === 'calls' ? 'calls' : 'cases', work);
    expect(plans[0]).toContain(`USING INDEX ${index}`);
    for (const plan of plans) expect(plan).not.toMatch(sorts);
  });
});

describe('the report', () => {
  const from = morning - 1000;
  const stretch = { day: '2026-11-22', weekday: 0, from, to: morning, origin: from };
  const place = { dids: null, from, to: morning, cursor: { at: morning, id: 'abc' }, limit: 51 };
  const caseRows = { ...place, people: ['Asha', null], minutes: 5 };

  test.each<[string, string, () => Promise<unknown>, string]>([
    [
      'calls are counted',
      'calls',
      () => store.read.tallyCalls(stretch, morning),
      'calls_by_start (started_at>? AND started_at<?)',
    ],
    [
      'cases are counted',
      'cases',
      () => store.read.tallyCases(from, morning, morning),
      'cases_by_clock (clock_starts_at>? AND clock_starts_at<?)',
    ],
    [
      'the lost are counted',
      'cases',
      () => store.read.tallyLost(from, morning, morning),
      'cases_by_end (state=? AND ends_at>? AND ends_at<?)',
    ],
    [
      'calls are shown',
      'calls',
      () => store.read.loadReportCalls({ ...place, rows: 'calls' }, morning),
      'calls_by_start (started_at>? AND started_at<?)',
    ],
    [
      'cases are shown',
      'cases',
      () => store.read.loadReportCases({ ...caseRows, rows: 'called_back' }, morning),
      'cases_by_clock (clock_starts_at>? AND clock_starts_at<?)',
    ],
    [
      'the lost are shown',
      'cases',
      () => store.read.loadReportCases({ ...caseRows, rows: 'lost' }, morning),
      'cases_by_end (state=? AND ends_at>? AND ends_at<?)',
    ],
  ])('%s within their days alone', async (_, table, work, index) => {
    expect(await plansOf(table, work)).toEqual([expect.stringContaining(index)]);
  });
});

test('a part of a number is looked up among the ends of numbers', async () => {
  const page = () => store.read.loadPage({ ...all, q: '112233' }, morning, null, null);
  expect(await plansOf('number_parts', page)).toEqual([
    expect.stringMatching(/SEARCH number_parts USING .*INDEX \w+ \(part>\? AND part<\?\)/),
  ]);
});

test('when calls began is read from the indexes alone', async () => {
  const { read } = store;
  const onOne = await plansOf('calls', () => read.loadCallInstants('+91', 0, morning, 10));
  expect(onOne).toEqual([expect.stringContaining('COVERING INDEX calls_of_did')]);
  const onAll = await plansOf('calls', () => read.loadCallInstants(null, 0, morning, 10));
  expect(onAll).toEqual([expect.stringContaining('COVERING INDEX calls_by_start')]);
  for (const plan of [...onOne, ...onAll]) expect(plan).not.toMatch(sorts);
  const [last] = await plansOf('dids', () => read.loadLastCalls(null));
  expect(last).toContain('SEARCH c USING COVERING INDEX calls_of_did (did=?)');
});

test('the fold reads what touches its callers by their indexes, and the batch is the outer loop', async () => {
  const since = new Map([[caller, morning]]);
  const reaching = await plansOf('', () => store.read.loadCasesReaching(since));
  expect(reaching).toEqual([
    expect.stringMatching(/SCAN each_one.*cases_of_caller \(caller=\? AND spans_to>\?\)/),
    expect.stringMatching(/SCAN each_one.*cases_open_of_caller \(caller=\? AND state=\?\)/),
  ]);
  const calls = await plansOf('', () => store.read.loadCallsSince(since));
  expect(calls).toEqual([
    expect.stringMatching(/SCAN each_one.*calls_of_caller/),
    expect.stringMatching(/SCAN each_one.*calls_to_other/),
  ]);
  const known = await plansOf('', () => store.read.loadCalls(['a', 'b']));
  expect(known.join()).toMatch(/SEARCH calls USING INDEX sqlite_autoindex_calls_1/);
});

describe('what alerts ask each second', () => {
  test('the cases of new records, by the deliveries that brought them', async () => {
    const [plan] = await plansOf('legs', () => store.read.loadCaseIdsOfDeliveries(1, 2));
    expect(plan).toContain('SEARCH legs USING INDEX legs_of_delivery');
    expect(plan).toMatch(/SEARCH calls USING/);
  });

  test('the cases that time has changed, by their instants', async () => {
    const cases = await plansOf('cases', () => store.read.loadCaseIdsOfTime(1, 2));
    expect(cases.join()).toContain('cases_by_due');
    expect(cases.join()).toContain('cases_by_waking');
    const [calls] = await plansOf('calls', () => store.read.loadCaseIdsOfTime(1, 2));
    expect(calls).toContain('calls_by_deciding');
  });

  test('what a channel may be told now, and what it was told of these cases', async () => {
    const [due] = await plansOf('alerts', () => store.read.loadDueAlerts('x', 1, 4));
    expect(due).toContain('alerts_by_next');
    const [told] = await plansOf('calls', () => store.read.loadAlertsOfCases(['x']));
    expect(told).toMatch(/calls_of_case.*alerts_once/);
  });
});
