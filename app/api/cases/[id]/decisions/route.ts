/** A person, or a program, says what became of a case. */

import { admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { decidedAnswer } from '@/app/api/decided-answer';
import { readJson } from '@/app/api/json-body';
import { isOver, wish } from '@/app/api/wish';
import { decide } from '@/desk/decide';

export const dynamic = 'force-dynamic';

export function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const read = await readJson(request, wish);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    const now = desk.clock();
    if (isOver(read.given, now)) return refuse(400, '`until` must be in the future.', 'until');
    const [decided] = await decide(desk, by, [(await params).id], read.given, now);
    const { status, body } = decidedAnswer(decided!);
    return json(body, status);
  });
}
