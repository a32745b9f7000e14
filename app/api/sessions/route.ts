/** Where the asker is signed in. */

import { admitting } from '@/app/api/admission';
import { json } from '@/app/api/answers';
import { loadSessions } from '@/desk/sessions';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk, by) =>
    json({ sessions: await loadSessions(desk, by, desk.clock()) }),
  );
}
