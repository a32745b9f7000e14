/** Ends one of the asker's sessions. */

import { admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { endSession } from '@/desk/sessions';

export const dynamic = 'force-dynamic';

export function DELETE(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const isEnded = await endSession(desk, by, (await params).id, desk.clock());
    return isEnded ? json({}) : refuse(404, 'There is no such session.');
  });
}
