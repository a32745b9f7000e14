/** The pulse as server-sent events: each carries a revision, and nothing that could be missed. */

import { admitting } from '@/app/api/admission';
import type { Desk } from '@/desk/the-desk';
import { whoAsks } from '@/desk/who-asks';

export const dynamic = 'force-dynamic';

/** A comment now and then keeps proxies from closing a quiet stream. */
const commentMs = 20_000;

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk) => {
    // A function's answer cannot stay open; there the screen polls.
    if (desk.env.VERCEL) return new Response(null, { status: 204 });
    return new Response(streamOf(desk, await desk.store.read.revision(), request), {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'private, no-store, no-transform',
        'x-accel-buffering': 'no',
      },
    });
  });
}

function streamOf(desk: Desk, revision: number, { headers, signal }: Request): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let leave = () => {};
  let isLeft = false;
  return new ReadableStream({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const beat = (at: number) => send(`id: ${at}\ndata: ${at}\n\n`);
      const end = () => {
        leave();
        controller.close();
      };
      const comments = setInterval(async () => {
        // Whoever was signed out or disabled meanwhile hears no more.
        const asked = await whoAsks(desk, headers).catch(() => null);
        if (isLeft) return;
        if (asked) send(':\n\n');
        else end();
      }, commentMs);
      const stopListening = desk.pulse.listen({
        beat,
        end,
      });
      leave = () => {
        isLeft = true;
        clearInterval(comments);
        stopListening();
      };
      signal.addEventListener('abort', leave, { once: true });
      send('retry: 1000\n');
      beat(revision);
    },
    cancel: () => leave(),
  });
}
