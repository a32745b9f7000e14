/** When the last record came, and on which numbers it is odd that none has come since. */

import { admitting } from '@/app/api/admission';
import { json } from '@/app/api/answers';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk, by) => json(await desk.silence(by, desk.clock())));
}
