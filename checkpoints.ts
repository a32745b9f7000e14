/** The thread that folds SQLite's log into its file, so that no record waits for that (`front/checkpoints.ts`). */

import { parentPort, workerData } from 'node:worker_threads';
import { openCheckpoints } from './db/sqlite/checkpoints';
import type { CheckpointsData } from './front/checkpoints';

/** Often enough that the writer hardly has to (`db/sqlite/open.ts`), ms. */
const everyMs = 200;

const { path } = workerData as CheckpointsData;
const checkpoints = openCheckpoints(path);
const timer = setInterval(checkpoints.fold, everyMs);

parentPort!.once('message', () => {
  clearInterval(timer);
  checkpoints.close();
});
