/** The same decision about many cases, each answered on its own. */

import { admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { decidedAnswer } from '@/app/api/decided-answer';
import { readJson } from '@/app/api/json-body';
import { isOver, wishForMany } from '@/app/api/wish';
import { decide } from '@/desk/decide';

export const dynamic = 'force-dynamic';

export function POST(request: Request): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const read = await readJson(request, wishForMany);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    const { ids, ...wish } = read.given;
    const now = desk.clock();
    if (isOver(wish, now)) return refuse(400, '`until` must be in the future.', 'until');
    const decided = await decide(desk, by, ids, wish, now);
    const results = decided.map((one, index) => {
      const { status, body } = decidedAnswer(one);
      return { id: ids[index], status, ...body };
    });
    return json({ results });
  });
}
