/** Whether the desk works: it can be read, it takes writes, and there is room for more. */

import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { log } from '@/log';
import { metrics } from './metrics';
import { seldom } from './seldom';
import type { Desk } from './the-desk';
import type { WatchedStore } from './watched-writes';

/** A sentence for people where it does not work. */
export type Health = { revision: number; lastDeliveryAt: number | null } | { trouble: string };

/** However many ask, it is looked at once in so many ms. */
const keptMs = 1000;
/** A write that was saved says for so long that writes are saved, ms. */
const freshMs = 3000;
/** A write that waits for longer is no use to whoever posts records, ms. */
const writeMs = 2000;
/** So long the asking waits for it, ms. */
const patienceMs = 25;
/** For so long a full queue is remembered, ms. */
const busyMs = 5000;
/** Below that SQLite may find no room for its log before the next look, bytes. */
const leastFree = 32 * 1024 * 1024;

const tell = seldom((times, err) => log().error({ times, err }, 'The desk is not well.'));

const looks = new WeakMap<WatchedStore, { at: number; health: Promise<Health> }>();

export function loadHealth(desk: Pick<Desk, 'store' | 'env'>): Promise<Health> {
  const last = looks.get(desk.store);
  if (last && performance.now() - last.at < keptMs) return last.health;
  const health = look(desk);
  looks.set(desk.store, { at: performance.now(), health });
  return health;
}

async function look({ store, env }: Pick<Desk, 'store' | 'env'>): Promise<Health> {
  try {
    const { read } = store;
    const seen = { revision: await read.revision(), lastDeliveryAt: await read.lastDeliveryAt() };
    const trouble = await troubleOf(store, env.DATABASE_URL);
    return trouble === null ? seen : { trouble };
  } catch (err) {
    tell(err);
    return { trouble: 'The database cannot be read.' };
  }
}

async function troubleOf(store: WatchedStore, url: string): Promise<string | null> {
  if (Date.now() - metrics().busyAt < busyMs) return 'More records come in than can be written.';
  if (url.startsWith('file:') && (await isFull(dirname(url.replace(/^file:(\/\/)?/, '')), leastFree)))
    return 'The disk of the database is nearly full.';
  return (await takesWrites(store)) ? null : 'The database takes no writes.';
}

/** Whether the disk of this folder has fewer bytes left than that. */
export async function isFull(folder: string, least: number): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize < least;
}

type Trial = { since: number; isSaved: Promise<boolean> };
const trials = new WeakMap<WatchedStore, Trial>();

/**
 * By a write of this moment, where there was one; else by one that saves what is there already: one at a time. Whoever
 * asks does not wait for it: until it has waited for long, what the write before it has shown holds.
 */
async function takesWrites(store: WatchedStore): Promise<boolean> {
  const { lastWrite } = store;
  if (lastWrite?.isSaved && performance.now() - lastWrite.at < freshMs) return true;
  const trial = trials.get(store) ?? begin(store);
  const isSaved = await Promise.race([trial.isSaved, pause(patienceMs, null, { ref: false })]);
  return isSaved ?? (lastWrite?.isSaved !== false && performance.now() - trial.since < writeMs);
}

function begin(store: WatchedStore): Trial {
  const trial = { since: performance.now(), isSaved: tryWrite(store).finally(() => trials.delete(store)) };
  trials.set(store, trial);
  return trial;
}

async function tryWrite(store: WatchedStore): Promise<boolean> {
  try {
    await store.write((tx) => tx.raiseRevision(0));
    return true;
  } catch (err) {
    tell(err);
    return false;
  }
}
