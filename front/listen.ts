/** Where the desk listens: on the socket that systemd holds for it over a restart, else on a port of its own. */

import type { Server } from 'node:http';
import type { Env } from '@/env';

/** The first one that systemd hands over (sd_listen_fds(3)). */
const heldSocket = 3;
/** How many connections may wait there through a restart; Node would cut it down to 511. */
const heldBacklog = 4096;

type Where = Pick<Env, 'HOST' | 'PORT' | 'LISTEN_PID' | 'LISTEN_FDS'>;

export function listen(server: Server, { HOST, PORT, LISTEN_PID, LISTEN_FDS = 0 }: Where): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${PORT} is taken; set PORT to another.`) : error);
    });
    // A program that the desk starts has the same environment, but not the socket.
    const isHeld = LISTEN_PID === process.pid && LISTEN_FDS > 0;
    if (isHeld) server.listen({ fd: heldSocket }, heldBacklog, resolve);
    else server.listen(PORT, HOST, resolve);
  });
}
