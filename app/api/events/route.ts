/** The pulse as server-sent events: each carries a revision, and nothing that could be missed. */

import { admitting } from '@/app/api/admission';
import { json } from '@/app/api/answers';
import { whoAsks } from '@/desk/who-asks';
import { openStream } from './stream';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk, { id }) => {
    // A function's answer cannot stay open; there the screen polls.
    if (desk.env.VERCEL) return new Response(null, { status: 204 });
    const { headers, signal } = request;
    const isIn = async () => (await whoAsks(desk, headers)) !== null;
    const stream = openStream(desk.pulse, { personId: id, isIn, signal });
    if (!stream) return tooMany();
    try {
      stream.beat(await desk.store.read.revision());
    } catch (error) {
      stream.end();
      throw error;
    }
    return new Response(stream.body, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'private, no-store, no-transform',
        'x-accel-buffering': 'no',
      },
    });
  });
}

/** The screen asks for its rows every few seconds instead. */
function tooMany(): Response {
  const error = 'Too many screens are listening. This one asks again and again instead.';
  return json({ error }, 503, { 'retry-after': '30' });
}
