/** One case with all of its calls, legs and decisions; the id of any of its missed calls finds it. */

import { admitting } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { loadCase } from '@/desk/case';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return admitting(request, async (desk, by) => {
    const found = await loadCase(desk, by, (await params).id, desk.clock());
    return found ? json(found) : refuse(404, 'There is no such case.');
  });
}
