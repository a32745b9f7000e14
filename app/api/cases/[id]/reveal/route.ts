/** Shows the whole number of one case; every time it is asked the audit says by whom. */

import { admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { reveal } from '@/desk/reveal';

export const dynamic = 'force-dynamic';

export function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const caller = await reveal(desk, by, (await params).id, desk.clock());
    return caller ? json({ caller }) : refuse(404, 'There is no such case.');
  });
}
