/** Removes now what is older than admins want it kept, as the daily job would tonight. */

import { admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { applyRetention } from '@/desk/apply-retention';

export const dynamic = 'force-dynamic';

export function POST(request: Request): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const removed = await applyRetention(desk, by, desk.clock());
    return removed ? json({ removed }) : refuse(409, 'It is being done already.');
  });
}
