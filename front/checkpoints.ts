/** SQLite's log is folded into the file by a thread of its own: it takes tens of ms, for which a writer would stand still. */

import { Worker } from 'node:worker_threads';
import { sqliteFile } from '@/env';
import { log } from '@/log';

export type CheckpointsData = { path: string };

/** The thread holds no rows, MB. */
const resourceLimits = { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 16 };

/** Starts `dist/checkpoints.js` where the desk is on SQLite. Gives what ends it. */
export function startCheckpoints(databaseUrl: string): () => Promise<void> {
  const path = sqliteFile(databaseUrl);
  if (path === null) return async () => {};
  const thread = new Worker(new URL('checkpoints.js', import.meta.url), {
    workerData: { path } satisfies CheckpointsData,
    resourceLimits,
  });
  const ended = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
  // The desk goes on without it: a writer folds a long log itself.
  thread.once('error', (error) => log().error({ err: error }, 'The thread of the checkpoints has ended.'));
  return async () => {
    thread.postMessage('close');
    await ended;
  };
}
