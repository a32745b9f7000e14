/** What takes SQLite some ms is read by a thread of its own: whoever is to be answered meanwhile need not wait for it. */

import { Worker } from 'node:worker_threads';
import type { Queries } from '@/db/queries';
import type { Desk } from '@/desk/the-desk';
import { sqliteFile } from '@/env';

/** What the board of a busy desk, its figures and its reports are made of. */
const slow = [
  'countWaiting',
  'countUncallable',
  'countClosedSince',
  'loadFilledPage',
  'loadPartsOfCases',
  'loadLegs',
  'loadCasesByClock',
  'countVerdicts',
  'tallyCalls',
  'tallyCases',
  'tallyLost',
] as const satisfies (keyof Queries)[];

export type ReadsData = { path: string };
export type SlowRead = { id: number; name: (typeof slow)[number]; args: unknown[] };
export type ToReads = SlowRead | 'close';
export type FromReads = { id: number; rows: unknown } | { id: number; error: unknown };

/** What is read is soon forgotten, MB. */
const resourceLimits = { maxYoungGenerationSizeMb: 8 };

/** Has the desk's slow reads done by a thread (`reads.ts`), where it is on SQLite. Gives what ends that, when all is read. */
export function readApart(
  { env, store: { read } }: Pick<Desk, 'env' | 'store'>,
  file = new URL('reads.js', import.meta.url),
): () => Promise<void> {
  const path = sqliteFile(env.DATABASE_URL);
  if (path === null) return async () => {};
  const thread = new Worker(file, { workerData: { path } satisfies ReadsData, resourceLimits });
  const asked = new Map<number, { resolve(rows: unknown): void; reject(error: unknown): void }>();
  let last = 0;
  let isClosing = false;

  thread.on('message', (answer: FromReads) => {
    const { resolve, reject } = asked.get(answer.id)!;
    asked.delete(answer.id);
    if ('error' in answer) reject(answer.error);
    else resolve(answer.rows);
  });
  thread.once('error', (error) => {
    throw error;
  });
  const ended = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
  void ended.then(() => {
    if (!isClosing) throw new Error('The thread of the reads has ended.');
  });

  const readBy =
    (name: SlowRead['name']) =>
    (...args: unknown[]) =>
      new Promise((resolve, reject) => {
        last += 1;
        asked.set(last, { resolve, reject });
        thread.postMessage({ id: last, name, args } satisfies ToReads);
      });
  Object.assign(read, Object.fromEntries(slow.map((name) => [name, readBy(name)])));

  return async () => {
    isClosing = true;
    thread.postMessage('close' satisfies ToReads);
    await ended;
  };
}
