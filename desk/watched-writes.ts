/** A store whose writes are timed and remembered; the slow ones are told of in the log. */

import type { Store } from '@/db/store';
import { log } from '@/log';
import { metrics } from './metrics';

export type WatchedStore = Store & {
  /** The last one that has ended: when, by `performance.now()`, and whether it was saved. */
  lastWrite: { at: number; isSaved: boolean } | null;
};

const slowMs = 1000;

export function withWatchedWrites(store: Store): WatchedStore {
  const watched: WatchedStore = {
    ...store,
    lastWrite: null,
    async write(work) {
      const started = performance.now();
      let isSaved = false;
      try {
        const result = await store.write(work);
        isSaved = true;
        return result;
      } finally {
        const at = performance.now();
        watched.lastWrite = { at, isSaved };
        metrics().write.observe((at - started) / 1000);
        if (at - started > slowMs) log().warn({ ms: Math.round(at - started) }, 'A write took long.');
      }
    },
  };
  return watched;
}
