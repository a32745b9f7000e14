/** Where the front door listens. */

import type { Server } from 'node:http';

/** Throws a sentence where the port is taken. */
export function listen(server: Server, { PORT, HOST }: { PORT: number; HOST: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${PORT} is taken; set PORT to another.`) : error);
    });
    server.listen(PORT, HOST, resolve);
  });
}
