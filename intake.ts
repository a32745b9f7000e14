/** The thread of the intake: reads, folds and keeps what the front door hands on, batch by batch (`front/intake.ts`). */

import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from '@/db/store';
import { receive } from '@/desk/receive';
import { openSettings } from '@/desk/settings-in-force';
import { withWatchedWrites } from '@/desk/watched-writes';
import type { FromThread, IntakeData, ToThread } from './front/intake';

const { url, directUrl, turns, defaults } = workerData as IntakeData;
const store = withWatchedWrites(await openStore(url, directUrl, turns));
const desk = { store, settings: openSettings(defaults) };
const front = parentPort!;

front.on('message', async (message: ToThread) => {
  if (message === 'close') {
    await store.close();
    front.close();
    return;
  }
  const { id, batch } = message;
  for (const incoming of batch) incoming.body = asBuffer(incoming.body);
  front.postMessage({ id, settled: await receive(desk, batch) } satisfies FromThread);
});

/** A Buffer comes over as plain bytes. */
function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}
