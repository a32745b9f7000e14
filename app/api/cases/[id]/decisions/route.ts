/** A person, or a program, says what became of a case. */

import { admittingChange } from '@/app/api/admission';
import { json } from '@/app/api/answers';
import { decidedAnswer } from '@/app/api/decided-answer';
import { readWish } from '@/app/api/wish';
import { decide } from '@/desk/decide';

export const dynamic = 'force-dynamic';

export function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return admittingChange(request, async (desk) => {
    const wish = await readWish(request);
    if ('error' in wish) return json({ error: wish.error, field: wish.field }, wish.status);
    const [decided] = await decide(desk, [(await params).id], wish, desk.clock());
    const { status, body } = decidedAnswer(decided!);
    return json(body, status);
  });
}
