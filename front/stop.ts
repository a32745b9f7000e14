/** The stop of the front door: streams close first, then what is under way is answered. */

import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How long a stop waits for what is under way, ms. */
const drainMs = 10_000;
/** How often connections that have become idle are closed meanwhile, ms. */
const sweepMs = 50;
/** How long a connection may stay that has not asked anything, ms. */
const unaskedMs = 500;

/** Stops the server at the first signal; `before` runs when no new connection is taken, `after` when all are answered. */
export function stopOnSignal(server: Server, before: () => void, after: () => Promise<void>): void {
  const unasked = unaskedSocketsOf(server);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, async () => {
      // What is left after the deadline is cut off.
      setTimeout(() => process.exit(0), drainMs).unref();
      const closed = new Promise((resolve) => server.close(resolve));
      before();
      // A request whose first bytes are on their way still comes in.
      setTimeout(() => {
        for (const socket of unasked) socket.destroy();
      }, unaskedMs);
      // A connection is idle once its stream has ended, or its last answer has gone out.
      setInterval(() => server.closeIdleConnections(), sweepMs).unref();
      await closed;
      await after();
      process.exit(0);
    });
}

/** Sockets that a browser keeps ready and has asked nothing on yet: Node does not count them as idle. */
function unaskedSocketsOf(server: Server): Set<Socket> {
  const unasked = new Set<Socket>();
  server.on('connection', (socket) => {
    unasked.add(socket);
    socket.once('close', () => unasked.delete(socket));
  });
  server.on('request', ({ socket }) => unasked.delete(socket));
  return unasked;
}
