/** The calls that somebody listed, as a file for a spreadsheet. */

import { admitting } from '@/app/api/admission';
import { refuse, refuseForNow } from '@/app/api/answers';
import { callColumns } from '@/app/api/csv/call-columns';
import { csvAnswer } from '@/app/api/csv/csv-answer';
import { exportCalls } from '@/desk/export';
import { parseCallQuery } from '@/domain/call-query';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk, by) => {
    const asked = parseCallQuery(new URL(request.url).searchParams);
    if ('error' in asked) return refuse(400, asked.error, asked.field);
    const wait = await desk.limits.exports.take(by.id ?? by.name);
    if (wait > 0) return refuseForNow(wait, 'That were very many files.');
    return csvAnswer(request, 'calls', await exportCalls(desk, by, asked.query), callColumns);
  });
}
