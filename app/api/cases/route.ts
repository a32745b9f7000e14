/** The board as JSON, with the revision as its ETag. */

import { admitting } from '@/app/api/admission';
import { refuse, refuseForNow } from '@/app/api/answers';
import { parseBoardQuery } from '@/domain/board-query';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk, by) => {
    const asked = parseBoardQuery(new URL(request.url).searchParams);
    if ('error' in asked) return refuse(400, asked.error, asked.field);
    if (asked.query.cursor !== null) {
      const wait = await desk.limits.furtherPages.take(by.id ?? by.name);
      if (wait > 0) return refuseForNow(wait, 'That were very many pages in a minute.');
    }
    const { etag, text } = await desk.board.answer(by, asked.query, request.headers.get('if-none-match'));
    const headers = { etag, 'cache-control': 'private, no-store', vary: 'accept-encoding' };
    if (text === null) return new Response(null, { status: 304, headers });
    const typed = { ...headers, 'content-type': 'application/json; charset=utf-8' };
    return desk.isAtFrontDoor && takesGzip(request.headers)
      ? new Response(await text.gzipped(), { headers: { ...typed, 'content-encoding': 'gzip' } })
      : new Response(text.plain, { headers: typed });
  });
}

/** Named, and not by `q=0` as the one to be spared. */
function takesGzip(headers: Headers): boolean {
  const codings = headers.get('accept-encoding')?.toLowerCase().split(',') ?? [];
  return codings.some((coding) => /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/.test(coding));
}
