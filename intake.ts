/** The thread of the intake: reads, folds and keeps what the front door hands on, batch by batch (`front/intake.ts`). */

import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from '@/db/store';
import { receive } from '@/desk/receive';
import { openSettings } from '@/desk/settings-in-force';
import { withWatchedWrites } from '@/desk/watched-writes';
import { type FromThread, type IntakeData, type ToThread, unpack } from './front/intake';

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
  front.postMessage({ id: message.id, settled: await receive(desk, unpack(message)) } satisfies FromThread);
});
