/** Takes a decision back. */

import { admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { decidedAnswer } from '@/app/api/decided-answer';
import { readJson } from '@/app/api/json-body';
import { undoing } from '@/app/api/wish';
import { undo } from '@/desk/decide';

export const dynamic = 'force-dynamic';

type Params = { params: Promise<{ id: string; decision: string }> };

export function DELETE(request: Request, { params }: Params): Promise<Response> {
  return admittingChange(request, async (desk) => {
    const read = await readJson(request, undoing, '{}');
    if ('error' in read) return refuse(read.status, read.error, read.field);
    const { id, decision } = await params;
    const { status, body } = decidedAnswer(await undo(desk, id, decision, read.given.by, desk.clock()));
    return json(body, status);
  });
}
