/** A table of the report as a file for a spreadsheet. */

import { admitting } from '@/app/api/admission';
import { refuse, refuseForNow } from '@/app/api/answers';
import { type Column, csvAnswer } from '@/app/api/csv/csv-answer';
import {
  dayColumns,
  didColumns,
  hourColumns,
  hourRows,
  personColumns,
  timeColumns,
} from '@/app/api/csv/report-columns';
import { deskDay } from '@/desk/desk-day';
import { exportReport } from '@/desk/export-report';
import type { LoadedReport } from '@/desk/report';
import { isOneOf } from '@/domain/query-parts';
import { parseReportQuery } from '@/domain/report-query';
import { type ReportTable, reportTables } from '@/domain/report-table';
import type { AllMessages } from '@/messages/all';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk, by) => {
    const { searchParams } = new URL(request.url);
    const table = searchParams.get('table') ?? 'days';
    if (!isOneOf(reportTables, table))
      return refuse(400, `\`table\` must be one of ${reportTables.join(', ')}.`, 'table');
    const asked = parseReportQuery(searchParams, await deskDay(desk));
    if ('error' in asked) return refuse(400, asked.error, asked.field);
    const wait = await desk.limits.exports.take(by.id ?? by.name);
    if (wait > 0) return refuseForNow(wait, 'That were very many files.');
    return files[table](request, await exportReport(desk, by, table, asked.query));
  });
}

const files: Record<ReportTable, (request: Request, report: LoadedReport) => Response> = {
  days: (request, { days }) => fileOf(request, 'days', days, dayColumns),
  hours: (request, report) => fileOf(request, 'hours', hourRows(report), hourColumns),
  times: (request, { times }) => fileOf(request, 'times', times, timeColumns),
  dids: (request, { dids }) => fileOf(request, 'dids', dids, didColumns),
  people: (request, { people }) => fileOf(request, 'people', people, personColumns),
};

function fileOf<Row>(
  request: Request,
  table: ReportTable,
  rows: Row[],
  columnsOf: (m: AllMessages) => Column<Row>[],
): Response {
  const pages = (async function* () {
    yield rows;
  })();
  return csvAnswer(request, `report-${table}`, { zone: '', pages }, (_zone, m) => columnsOf(m));
}
