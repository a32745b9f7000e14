/** The figures of today, of all numbers or of one, with an ETag. */

import { admitting } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { parseBoardQuery } from '@/domain/board-query';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk, by) => {
    const asked = parseBoardQuery(new URL(request.url).searchParams);
    if ('error' in asked) return refuse(400, asked.error, asked.field);
    const known = request.headers.get('if-none-match');
    const { etag, figures } = await desk.figures.answer(by, asked.query.did, known);
    const headers = { etag, 'cache-control': 'private, no-store' };
    return figures ? json(figures, 200, headers) : new Response(null, { status: 304, headers });
  });
}
