/** The same decision about many cases, each answered on its own. */

import { admittingChange } from '@/app/api/admission';
import { json } from '@/app/api/answers';
import { decidedAnswer } from '@/app/api/decided-answer';
import { readWishForMany } from '@/app/api/wish';
import { decide } from '@/desk/decide';

export const dynamic = 'force-dynamic';

export function POST(request: Request): Promise<Response> {
  return admittingChange(request, async (desk) => {
    const asked = await readWishForMany(request);
    if ('error' in asked) return json({ error: asked.error, field: asked.field }, asked.status);
    const decided = await decide(desk, asked.ids, asked.wish, desk.clock());
    const results = decided.map((one, index) => {
      const { status, body } = decidedAnswer(one);
      return { id: asked.ids[index], status, ...body };
    });
    return json({ results });
  });
}
