/** The channels for alerts, and what became of the last ones. */

import { admitting } from '@/app/api/admission';
import { json } from '@/app/api/answers';
import { loadAlerts } from '@/desk/alert-channels';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk, by) => json(await loadAlerts(desk, by)));
}
