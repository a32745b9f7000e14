/** The thread that folds SQLite's log into its file, so that no record waits for that (`front/checkpoints.ts`). */

import { constants, getPriority, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { openCheckpoints } from './db/sqlite/checkpoints';
import type { CheckpointsData } from './front/checkpoints';

/** Often enough that the writer hardly has to (`db/sqlite/open.ts`), ms. */
const everyMs = 200;

// Whoever receives and answers goes first: no record waits for the folding. Elsewhere all of the process would step back.
if (process.platform === 'linux') {
  setPriority(Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL));
}

const { path } = workerData as CheckpointsData;
const checkpoints = openCheckpoints(path);
const timer = setInterval(checkpoints.fold, everyMs);

parentPort!.once('message', () => {
  clearInterval(timer);
  checkpoints.close();
});
