/** Sends an alert again, under the same id. */

import { admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { sendAgain } from '@/desk/alert-channels';

export const dynamic = 'force-dynamic';

export function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const isWaiting = await sendAgain(desk, by, (await params).id, desk.clock());
    return isWaiting ? json({}, 202) : refuse(409, 'There is no such alert, or it waits to be sent.');
  });
}
