/** When the last record came, and whether it is odd that none has come since. */

import { admitting } from '@/app/api/admission';
import { json } from '@/app/api/answers';
import { loadSilence } from '@/desk/silence';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk) => json(await loadSilence(desk, desk.clock())));
}
