/** The thread that makes bodies for the sender: one sheaf of them for each message. */

import { parentPort } from 'node:worker_threads';
import { traffic } from '../simulate/traffic';

/** Many bodies in one piece of memory, which changes hands without a copy. */
export type Sheaf = { bytes: Uint8Array<ArrayBuffer>; ends: Uint32Array<ArrayBuffer> };

const callsInSheaf = 100;
let seed = Date.now() % 2 ** 32;

parentPort!.on('message', () => {
  const sheaf = aSheaf(seed++);
  parentPort!.postMessage(sheaf, [sheaf.bytes.buffer, sheaf.ends.buffer]);
});

function aSheaf(seed: number): Sheaf {
  const bodies = traffic({ seed, calls: callsInSheaf, days: 1, endsAt: Date.now() }).map(({ body }) =>
    Buffer.from(JSON.stringify(body)),
  );
  const ends = new Uint32Array(bodies.length);
  let length = 0;
  for (const [index, body] of bodies.entries()) ends[index] = length += body.length;
  const bytes = new Uint8Array(length);
  for (const [index, body] of bodies.entries()) bytes.set(body, ends[index]! - body.length);
  return { bytes, ends };
}
