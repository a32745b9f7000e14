/** Sends a test call to the desk itself, for admins. */

import { admittingChange } from '@/app/api/admission';
import { json } from '@/app/api/answers';
import { sendTestCall } from '@/desk/send-test-call';

export const dynamic = 'force-dynamic';

export function POST(request: Request): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    await sendTestCall(desk, by, desk.clock());
    return json({}, 201);
  });
}
