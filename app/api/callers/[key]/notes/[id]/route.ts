/** Removes a note about a caller for good. */

import { admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { removeCallerNote } from '@/desk/describe-caller';
import { callerKeyIn } from '@/domain/caller-key';

export const dynamic = 'force-dynamic';

type Of = { params: Promise<{ key: string; id: string }> };

export function DELETE(request: Request, { params }: Of): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const { key, id } = await params;
    const removed = await removeCallerNote(desk, by, callerKeyIn(key), id, desk.clock());
    if (removed === 'removed') return json({});
    return removed === 'unknown'
      ? refuse(404, 'There is no such note.')
      : refuse(409, 'Only who wrote a note, or an admin, can remove it.');
  });
}
