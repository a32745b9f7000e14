/** The pulse of the desk: tells every open screen that there is a newer revision to fetch. */

import type { Store } from '@/db/store';
import { metrics } from './metrics';

type Listener = { beat(revision: number): void; end(): void };

export type Pulse = {
  /** Says that this revision was committed; the listeners hear of it within a tenth of a second. */
  announce(revision: number): void;
  /** Hears every newer revision; the function that it returns ends that. */
  listen(listener: Listener): () => void;
  /** Ends every listener, for the desk stops. */
  close(): void;
};

/** Changes that come close together are told once. */
const holdMs = 100;
/** How often the database is asked, while somebody listens, for what other processes changed and nobody told. */
const askMs = 1000;

export function openPulse(store: Store): Pulse {
  const listeners = new Set<Listener>();
  let latest = 0;
  let told = 0;
  let hold: NodeJS.Timeout | undefined;
  let asking: NodeJS.Timeout | undefined;

  function announce(revision: number): void {
    latest = Math.max(latest, revision);
    if (latest > told) hold ??= setTimeout(tell, holdMs);
  }

  function tell(): void {
    hold = undefined;
    told = latest;
    metrics().told.inc();
    for (const listener of listeners) listener.beat(told);
  }

  const line = store.hearRevisions?.(announce);

  async function ask(): Promise<void> {
    if (line?.isHearing()) return;
    // A database that does not answer is told of by whoever reads the board next.
    await store.read.revision().then(announce, () => {});
  }

  return {
    announce,
    listen(listener) {
      listeners.add(listener);
      metrics().streams.inc();
      asking ??= setInterval(ask, askMs).unref();
      return () => {
        if (listeners.delete(listener)) metrics().streams.dec();
        if (listeners.size > 0) return;
        clearInterval(asking);
        asking = undefined;
      };
    },
    close() {
      clearTimeout(hold);
      clearInterval(asking);
      for (const listener of [...listeners]) listener.end();
    },
  };
}
