/** The rows behind a figure of the report, as somebody may see them. */

import type { Queries } from '@/db/queries';
import type { StoredCall } from '@/db/queries/projections';
import { callCursorText } from '@/domain/call-query';
import type { CallRowJson } from '@/domain/call-row';
import type { CaseJson } from '@/domain/case-json';
import { dayBeside, dayStart, daysOf, type Stretch, stretchesOf } from '@/domain/local-days';
import { type Person, sightOf } from '@/domain/person';
import { type CallKind, type CaseKind, isOfCalls, type RowsQuery } from '@/domain/report-rows';
import { callRowsJson } from './calls';
import { loadCasesJson } from './case';
import type { Desk } from './the-desk';

const rowsAtOnce = 50;
const hourMs = 60 * 60_000;

export type ReportRows = ({ calls: CallRowJson[] } | { cases: CaseJson[] }) & { next: string | null };

type Wanted = RowsQuery & { among: string[] | null; zone: string };

export async function loadReportRows(desk: Desk, by: Person, query: RowsQuery): Promise<ReportRows> {
  const { read } = desk.store;
  const now = desk.clock();
  const settings = await desk.settings(read);
  const sight = sightOf(by);
  const wanted = { ...query, among: amongOf(query.dids, sight.dids), zone: settings.desk(now).timeZone };
  if (isOfCalls(wanted.rows)) {
    const found = await callsBehind(read, { ...wanted, rows: wanted.rows }, now);
    const { page, next } = paged(found, ({ startedAt, id }) => ({ at: startedAt, id }));
    return { calls: await callRowsJson(read, page, settings, sight, now), next };
  }
  const found = await casesBehind(read, { ...wanted, rows: wanted.rows }, now);
  const { page, next } = paged(found, ({ at, found: { id } }) => ({ at, id }));
  const stored = page.map((row) => row.found);
  return { cases: await loadCasesJson(read, stored, 1, settings, sight, now), next };
}

function casesBehind(read: Queries, wanted: Wanted & { rows: CaseKind }, now: number) {
  const { days, zone, among, people } = wanted;
  return read.loadReportCases(
    {
      ...wanted,
      dids: among,
      people: people.length === 0 ? null : people,
      from: dayStart(days.from, zone),
      to: dayStart(dayBeside(days.to, 1), zone),
      limit: rowsAtOnce + 1,
    },
    now,
  );
}

/** Hour by hour where one is asked for, else in one go. */
async function callsBehind(
  read: Queries,
  wanted: Wanted & { rows: CallKind },
  now: number,
): Promise<StoredCall[]> {
  const { days, zone, among, weekday, hour, cursor } = wanted;
  const isWhole = weekday === undefined && hour === undefined;
  const whole = { from: dayStart(days.from, zone), to: dayStart(dayBeside(days.to, 1), zone) };
  const parts = isWhole ? [whole] : partsOf(daysOf(days), zone, weekday, hour);
  const found: StoredCall[] = [];
  for (const { from, to } of parts.reverse()) {
    const limit = rowsAtOnce + 1 - found.length;
    if (limit === 0) break;
    if (cursor !== null && from > cursor.at) continue;
    found.push(
      ...(await read.loadReportCalls({ rows: wanted.rows, dids: among, from, to, cursor, limit }, now)),
    );
  }
  return found;
}

/** The time that lies on that weekday and in that hour, the earliest first. */
function partsOf(days: string[], zone: string, weekday?: number, hour?: number) {
  return days
    .flatMap((day) => stretchesOf(day, zone))
    .filter((stretch) => weekday === undefined || stretch.weekday === weekday)
    .map((stretch) => (hour === undefined ? stretch : hourOf(stretch, hour)))
    .filter(({ from, to }) => from < to);
}

function hourOf({ from, to, origin }: Stretch, hour: number): { from: number; to: number } {
  return {
    from: Math.max(from, origin + hour * hourMs),
    to: Math.min(to, origin + (hour + 1) * hourMs),
  };
}

/** The DIDs that are asked about, of those that may be seen; null for all. */
function amongOf(dids: string[], seen: string[] | null): string[] | null {
  if (dids.length === 0) return seen;
  return seen === null ? dids : dids.filter((did) => seen.includes(did));
}

function paged<Row>(rows: Row[], placeOf: (row: Row) => { at: number; id: string }) {
  const page = rows.slice(0, rowsAtOnce);
  const last = page.at(-1);
  return { page, next: last && rows.length > rowsAtOnce ? callCursorText(placeOf(last)) : null };
}
