/** The daily work where no server stays awake for it: Vercel's cron comes by with its secret. */

import { answering, refuse } from '@/app/api/answers';
import { applyDaily } from '@/desk/daily';
import { theDesk } from '@/desk/the-desk';
import { fingerprintOf } from '@/desk/webhook-tokens';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const desk = await theDesk();
    const { CRON_SECRET } = desk.env;
    const given = request.headers.get('authorization')?.replace(/^Bearer /, '') ?? null;
    if (!CRON_SECRET || fingerprintOf(given, [CRON_SECRET]) === null)
      return refuse(401, 'This is for the cron.');
    return Response.json({ removed: await applyDaily(desk, desk.clock()) });
  });
}
