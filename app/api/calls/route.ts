/** All calls as JSON, page by page. */

import { admitting } from '@/app/api/admission';
import { json, refuse, refuseForNow } from '@/app/api/answers';
import { loadCallPage } from '@/desk/calls';
import { parseCallQuery } from '@/domain/call-query';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk, by) => {
    const asked = parseCallQuery(new URL(request.url).searchParams);
    if ('error' in asked) return refuse(400, asked.error, asked.field);
    if (asked.query.cursor !== null) {
      const wait = await desk.limits.furtherPages.take(by.id ?? by.name);
      if (wait > 0) return refuseForNow(wait, 'That were very many pages in a minute.');
    }
    return json(await loadCallPage(desk, by, asked.query, desk.clock()));
  });
}
