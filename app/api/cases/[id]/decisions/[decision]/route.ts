/** Takes a decision back. */

import { admittingChange } from '@/app/api/admission';
import { json } from '@/app/api/answers';
import { decidedAnswer } from '@/app/api/decided-answer';
import { undo } from '@/desk/decide';

export const dynamic = 'force-dynamic';

type Params = { params: Promise<{ id: string; decision: string }> };

export function DELETE(request: Request, { params }: Params): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const { id, decision } = await params;
    const { status, body } = decidedAnswer(await undo(desk, by, id, decision, desk.clock()));
    return json(body, status);
  });
}
