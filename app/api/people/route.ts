/** The people of the desk, for admins. */

import { admitting } from '@/app/api/admission';
import { json } from '@/app/api/answers';
import { loadPeople } from '@/desk/people';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk, by) => json({ people: await loadPeople(desk, by) }));
}
