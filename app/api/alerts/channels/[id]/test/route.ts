/** Sends a message to try a channel with, by the same outbox as the alerts. */

import { admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { testChannel } from '@/desk/alert-channels';

export const dynamic = 'force-dynamic';

export function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const alert = await testChannel(desk, by, (await params).id, desk.clock());
    return alert === null ? refuse(404, 'There is no such channel.') : json({ alert }, 202);
  });
}
