/** The wallboard as JSON, for whoever has its link. */

import { answering, json } from '@/app/api/answers';
import { refuseToken } from '@/app/api/wrong-token';
import { theDesk } from '@/desk/the-desk';
import { loadWall } from '@/desk/wall';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  return answering(async () => {
    const desk = await theDesk();
    const found = await loadWall(desk, (await params).token, request.headers.get('if-none-match'));
    if (!found) return refuseToken(desk, request, 'This link shows nothing any more.');
    const headers = { etag: found.etag, 'cache-control': 'private, no-store' };
    return found.wall === null
      ? new Response(null, { status: 304, headers })
      : json(found.wall, 200, headers);
  });
}
