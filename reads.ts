/** The thread of the slow reads: a connection of its own, which sees what was committed when it is asked (`front/slow-reads.ts`). */

import { parentPort, workerData } from 'node:worker_threads';
import { openReader } from './db/sqlite/open';
import type { FromReads, ReadsData, SlowRead, ToReads } from './front/slow-reads';

const { path } = workerData as ReadsData;
const { reader, read } = openReader(path);
const front = parentPort!;

front.on('message', async (message: ToReads) => {
  if (message === 'close') {
    reader.close();
    front.close();
    return;
  }
  front.postMessage(await answer(message));
});

async function answer({ id, name, args }: SlowRead): Promise<FromReads> {
  try {
    const ask = read[name] as (...args: unknown[]) => Promise<unknown>;
    return { id, rows: await ask(...args) };
  } catch (error) {
    return { id, error };
  }
}
