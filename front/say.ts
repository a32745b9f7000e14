/** Puts on the wire what a door says. */

import type { ServerResponse } from 'node:http';
import type { Said } from '@/app/api/said';

/** `always`: names and values that go with every answer, in turn. */
export function say(response: ServerResponse, always: string[], { status, headers, body }: Said): void {
  const said = [...always];
  for (const name in headers) said.push(name, headers[name]!);
  if (body !== null) said.push('content-length', String(Buffer.byteLength(body)));
  response.writeHead(status, said);
  // A text goes out together with its head.
  response.end(body);
}
