/** Who did what, for admins; `?before=` is `next` of the page before. */

import { admitting } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { loadAudit } from '@/desk/audit';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk, by) => {
    const before = new URL(request.url).searchParams.get('before');
    if (before !== null && !/^\d{1,15}$/.test(before)) {
      return refuse(400, '`before` is not one that this desk gave.', 'before');
    }
    return json(await loadAudit(desk, by, before === null ? null : Number(before)));
  });
}
