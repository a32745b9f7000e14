/** A crowd of posts: those for which there is no room are told to come again before anything of them is read. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { countBusy } from '@/desk/metrics';

/** Posts under way at once: somewhat more than may wait to be kept (`desk/intake.ts`). */
const mostPosts = 1200;

/** Counts posts until their connection or answer ends; whatever else is asked always finds room. */
export function openCrowd(): (request: IncomingMessage, response: ServerResponse) => boolean {
  let posts = 0;
  return (request, response) => {
    if (request.method !== 'POST') return true;
    if (posts >= mostPosts) return false;
    posts += 1;
    response.on('close', () => {
      posts -= 1;
    });
    return true;
  };
}

export function refuseCrowd(response: ServerResponse): void {
  countBusy();
  response.writeHead(503, { 'retry-after': '2', 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ error: 'The desk is busy. Try again in a moment.' }));
}
