/** The cases that somebody listed, as a file for a spreadsheet. */

import { admitting } from '@/app/api/admission';
import { refuse, refuseForNow } from '@/app/api/answers';
import { caseColumns } from '@/app/api/csv/case-columns';
import { csvAnswer } from '@/app/api/csv/csv-answer';
import { exportCases } from '@/desk/export';
import { parseBoardQuery } from '@/domain/board-query';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk, by) => {
    const asked = parseBoardQuery(new URL(request.url).searchParams);
    if ('error' in asked) return refuse(400, asked.error, asked.field);
    const wait = await desk.limits.exports.take(by.id ?? by.name);
    if (wait > 0) return refuseForNow(wait, 'That were very many files.');
    return csvAnswer(request, 'cases', await exportCases(desk, by, asked.query), caseColumns);
  });
}
