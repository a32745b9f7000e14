/** What somebody listed, to the last row: page by page, so that a file of any length needs the memory of one page. */

import { setImmediate as breathe } from 'node:timers/promises';
import type { BoardQuery } from '@/domain/board-query';
import { type CallQuery, callCursorOf } from '@/domain/call-query';
import type { CallRowJson } from '@/domain/call-row';
import type { CaseJson } from '@/domain/case-json';
import { type Person, sightOf } from '@/domain/person';
import { maskedOf } from '@/domain/phone';
import { auditRow } from './audit';
import { loadCallPage } from './calls';
import { casesJson } from './case';
import { demand } from './permission';
import { spanOfDays } from './span-of-days';
import type { Desk } from './the-desk';

const rowsAtOnce = 200;

type Export<Row> = { zone: string; pages: AsyncGenerator<Row[]> };

/** The audit has it before the first row leaves. */
export async function exportCases(desk: Desk, by: Person, query: BoardQuery): Promise<Export<CaseJson>> {
  const zone = await begin(desk, by, 'cases', query);
  return { zone, pages: casePages(desk, by, { ...query, limit: rowsAtOnce, cursor: null }, zone) };
}

export async function exportCalls(desk: Desk, by: Person, query: CallQuery): Promise<Export<CallRowJson>> {
  const zone = await begin(desk, by, 'calls', query);
  return { zone, pages: callPages(desk, by, { ...query, limit: rowsAtOnce, cursor: null, isNewer: false }) };
}

async function begin(desk: Desk, by: Person, what: string, query: BoardQuery | CallQuery): Promise<string> {
  demand(by, 'export');
  const { limit: _limit, cursor: _cursor, q, days, ...rest } = query;
  const given = Object.entries({ ...rest, ...days }).filter(([, value]) => value !== null && value !== false);
  // What was looked for may be a number, which the audit holds in part only.
  const filters = { ...Object.fromEntries(given), ...(q && { q: maskedOf(q) }) };
  await desk.store.write((tx) => tx.saveAudit(auditRow(by, desk.clock(), `exported ${what}`, filters)));
  return (await desk.settings(desk.store.read)).desk(desk.clock()).timeZone;
}

async function* casePages(
  desk: Desk,
  by: Person,
  query: BoardQuery,
  zone: string,
): AsyncGenerator<CaseJson[]> {
  const { read } = desk.store;
  const sight = sightOf(by);
  const now = desk.clock();
  const known = await desk.settings(read);
  const span = query.days && spanOfDays(query.days, zone);
  for (let cursor = query.cursor; ; ) {
    const { rows, parts } = await read.loadFilledPage(
      { ...query, q: sight.isMasked ? null : query.q, cursor },
      now,
      sight.dids,
      span,
      callsOfARow,
    );
    const page = rows.slice(0, query.limit);
    const found = page.map((row) => row.found);
    yield casesJson(found, parts, known, sight, now);
    cursor = page.at(-1)?.cursor ?? null;
    if (rows.length <= query.limit || cursor === null) return;
    await breathe();
  }
}

/** The newest undecided calls are not counted in a case; there are never more of them. */
const callsOfARow = 20;

async function* callPages(desk: Desk, by: Person, query: CallQuery): AsyncGenerator<CallRowJson[]> {
  const now = desk.clock();
  for (let cursor: CallQuery['cursor'] = null; ; ) {
    const { calls, older } = await loadCallPage(desk, by, { ...query, cursor }, now);
    yield calls;
    if (older === null) return;
    cursor = callCursorOf(older) ?? null;
    await breathe();
  }
}
