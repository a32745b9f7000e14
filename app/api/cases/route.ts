/** The board as JSON, with the revision as its ETag. */

import { admitting } from '@/app/api/admission';
import { refuse, refuseForNow } from '@/app/api/answers';
import { respond } from '@/app/api/said';
import { parseBoardQuery } from '@/domain/board-query';
import { sayBoard } from './say-board';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk, by) => {
    const asked = parseBoardQuery(new URL(request.url).searchParams);
    if ('error' in asked) return refuse(400, asked.error, asked.field);
    if (asked.query.cursor !== null) {
      const wait = await desk.limits.furtherPages.take(by.id ?? by.name);
      if (wait > 0) return refuseForNow(wait, 'That were very many pages in a minute.');
    }
    const { headers } = request;
    const taker = { known: headers.get('if-none-match'), codings: headers.get('accept-encoding') };
    return respond(await sayBoard(desk, by, asked.query, taker));
  });
}
