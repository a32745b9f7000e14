/** The same decision about many cases, each answered on its own; and many taken back at once. */

import { admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { decidedAnswer } from '@/app/api/decided-answer';
import { readJson } from '@/app/api/json-body';
import { isOver, undoOfMany, wishForMany } from '@/app/api/wish';
import { type Decided, decide, undoMany } from '@/desk/decide';

export const dynamic = 'force-dynamic';

export function POST(request: Request): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const read = await readJson(request, wishForMany);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    const { ids, ...wish } = read.given;
    const now = desk.clock();
    if (isOver(wish, now)) return refuse(400, '`until` must be in the future.', 'until');
    const decided = await decide(desk, by, ids, wish, now);
    return json({ results: decided.map((one, index) => ({ id: ids[index], ...told(one) })) });
  });
}

export function DELETE(request: Request): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const read = await readJson(request, undoOfMany);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    const { decisions } = read.given;
    const undone = await undoMany(desk, by, decisions, desk.clock());
    return json({ results: undone.map((one, index) => ({ id: decisions[index]!.case, ...told(one) })) });
  });
}

function told(decided: Decided): object {
  const { status, body } = decidedAnswer(decided);
  return { status, ...body };
}
