/** Which rows behind a figure of the report somebody asks for, read from a URL's query. */

import { type CallCursor, callCursorOf } from './call-query';
import { type BadQuery, bad, isOneOf } from './query-parts';
import { hours, timeBounds } from './report';
import { parseReportQuery, type ReportQuery, reportParams } from './report-query';

/** Calls, each a sum of what the answer rate counts. */
const callKinds = ['answered', 'missed', 'calls'] as const;
/** Cases by their clock's start, and the lost by their expiry. */
const caseKinds = [
  'cases',
  'counted',
  'in_time',
  'late',
  'called_back',
  'waiting',
  'lost',
  'lost_tried',
  'lost_untried',
] as const;

export type CallKind = (typeof callKinds)[number];
export type CaseKind = (typeof caseKinds)[number];
export type RowKind = CallKind | CaseKind;

export type RowsWanted = {
  rows: RowKind;
  /** Of calls: Sunday is 0. */
  weekday?: number;
  /** Of calls: the local hour. */
  hour?: number;
  /** Of cases that were called back: one of `timeBounds`, from which the minutes lie up to the next. */
  minutes?: number;
};

export type RowsQuery = ReportQuery & RowsWanted & { cursor: CallCursor | null };

export function parseRowsQuery(params: URLSearchParams, today: string): { query: RowsQuery } | BadQuery {
  const parsed = parseReportQuery(params, today);
  if ('error' in parsed) return parsed;
  const rows = params.get('rows') ?? 'calls';
  const kinds = [...callKinds, ...caseKinds];
  if (!isOneOf(kinds, rows)) return bad('rows', `must be one of ${kinds.join(', ')}`);
  const wanted: RowsWanted = { rows };
  const known = { weekday: hours.slice(0, 7), hour: hours, minutes: timeBounds };
  for (const [name, values] of Object.entries(known) as [keyof typeof known, readonly number[]][]) {
    const text = params.get(name);
    if (text === null) continue;
    if (!values.some((value) => String(value) === text))
      return bad(name, `must be one of ${values.join(', ')}`);
    wanted[name] = Number(text);
  }
  const text = params.get('cursor');
  const cursor = text === null ? null : callCursorOf(text);
  if (cursor === undefined) return bad('cursor', 'is not one that this desk gave');
  return { query: { ...parsed.query, ...wanted, cursor } };
}

export function rowsParams(report: ReportQuery, wanted: RowsWanted): URLSearchParams {
  const params = reportParams(report);
  for (const [name, value] of Object.entries(wanted)) params.set(name, String(value));
  return params;
}

export function isOfCalls(rows: RowKind): rows is CallKind {
  return isOneOf(callKinds, rows);
}
