/** Takes a decision back. */

import { admittingChange } from '@/app/api/admission';
import { json } from '@/app/api/answers';
import { decidedAnswer } from '@/app/api/decided-answer';
import { readUndoing } from '@/app/api/wish';
import { undo } from '@/desk/decide';

export const dynamic = 'force-dynamic';

type Params = { params: Promise<{ id: string; decision: string }> };

export function DELETE(request: Request, { params }: Params): Promise<Response> {
  return admittingChange(request, async (desk) => {
    const undoing = await readUndoing(request);
    if ('error' in undoing) return json({ error: undoing.error, field: undoing.field }, undoing.status);
    const { id, decision } = await params;
    const { status, body } = decidedAnswer(await undo(desk, id, decision, undoing.by, desk.clock()));
    return json(body, status);
  });
}
