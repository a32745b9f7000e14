/** Bodies to post, without end, made ahead by a thread of their own so that the sender need not wait. */

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Sheaf } from './sheaves';

const fewSheaves = 4;

/**
 * The next body: legs a and b of calls that were answered, missed and called back, with their copies. So many are
 * made ahead, and while they last none is made: this machine is the server's then. With `again` none is made afterwards
 * either: whoever answers so many without keeping any gets the same ones again.
 */
export async function openBodies(ahead: number, again: boolean): Promise<() => Promise<Buffer>> {
  const worker = new Worker(new URL('sheaves.js', import.meta.url));
  const ready: Sheaf[] = [];
  worker.on('message', (sheaf: Sheaf) => ready.push(sheaf));
  for (let made = 0; made < ahead; made += ready.at(-1)!.ends.length) {
    worker.postMessage(null);
    await once(worker, 'message');
  }
  let sheaf = ready.shift()!;
  let index = 0;
  return async () => {
    while (index === sheaf.ends.length) {
      if (again) ready.push(sheaf);
      else if (ready.length < fewSheaves) worker.postMessage(null);
      if (ready.length === 0) await once(worker, 'message');
      sheaf = ready.shift() ?? sheaf;
      index = 0;
    }
    const from = sheaf.ends[index - 1] ?? 0;
    const body = Buffer.from(sheaf.bytes.buffer, from, sheaf.ends[index]! - from);
    index += 1;
    return body;
  };
}
