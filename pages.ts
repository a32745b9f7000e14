/** The process of the pages: Next behind the front door, which alone may ask it (`front/pages.ts`). */

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import next from 'next';
import { env } from './env';
import { secretHeader } from './front/pages';

// A signal to the whole group of processes is for the front door, which lets go of this one when all is answered.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => {});
process.once('disconnect', () => process.exit(0));

const [secret] = await once(process, 'message');
const pages = next({ dev: false, hostname: env().HOST, port: env().PORT });
await pages.prepare();
const answer = pages.getRequestHandler();

const server = createServer((request, response) => {
  const isOfFront = request.headers[secretHeader] === secret;
  delete request.headers[secretHeader];
  if (isOfFront) void answer(request, response);
  else response.writeHead(403).end();
});
// The front door keeps its connections, and closes them first.
server.keepAliveTimeout = 0;
server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port));
