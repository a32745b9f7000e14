/** What the server counts, in Prometheus' text form: for programs and admins. */

import { admitting } from '@/app/api/admission';
import { loadMetrics } from '@/desk/read-metrics';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk, by) => {
    const [text, type] = await loadMetrics(desk, by, desk.clock());
    return new Response(text, { headers: { 'content-type': type, 'cache-control': 'private, no-store' } });
  });
}
