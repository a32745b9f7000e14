/** Puts on the wire what a door says. */

import type { ServerResponse } from 'node:http';
import type { Said } from '@/app/api/said';

/** `always`: names and values that go with every answer, in turn. */
export function say(response: ServerResponse, always: string[], { status, headers, body }: Said): void {
  const own = Object.entries(headers).flat();
  const length = body === null ? [] : ['content-length', String(Buffer.byteLength(body))];
  response.writeHead(status, [...always, ...own, ...length]);
  // A text goes out together with its head.
  response.end(body);
}
