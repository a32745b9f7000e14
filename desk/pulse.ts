/** The pulse of the desk: tells every open screen that there is a newer revision to fetch. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Store } from '@/db/store';
import { metrics } from './metrics';

export type Listener = {
  /** Whose screen it is, null for a program's. */
  personId: string | null;
  beat(revision: number): void;
  /** Says that the line still lives, or ends where its person is not signed in any more; never throws. */
  still(): Promise<void>;
  end(): void;
};

export type Pulse = {
  /**
   * Says that this revision was committed, and of how many records or decisions; the listeners hear of it at once, or a
   * tenth of a second after they heard of the one before, or a whole one while more comes than they could read.
   */
  announce(revision: number, changes?: number): void;
  /** The newest revision that was announced. */
  latest(): number;
  /** Hears every newer revision; the function that it returns ends that. Null where too many listen already. */
  listen(listener: Listener): (() => void) | null;
  /** Ends every listener, for the desk stops. */
  close(): void;
};

/** After a beat the pulse rests, ms, and tells at once what came meanwhile; the longest where too much comes, or is asked. */
const shortestRest = 100;
const longestRest = 1000;
/** Nobody reads more rows than these as they come. */
const mostReadPerSecond = 250;
/** How often the database is asked, while somebody listens, for what other processes changed and nobody told. */
const askMs = 1000;
/** How often a quiet line says that it lives: proxies close one that says nothing, and a screen may not wait for long. */
const stillMs = 10_000;
/** A thousand desks, and as many that have not noticed yet that theirs broke off. */
const mostListeners = 2000;
const mostOfPerson = 20;

/** `isBusy`: whether the screens' questions have left little room for else since the beat before. */
export function openPulse(store: Store, isBusy: () => boolean): Pulse {
  const listeners = new Set<Listener>();
  let latest = 0;
  let told = 0;
  let untold = 0;
  /** Until the beat that is due, or the end of the rest after one. */
  let wait: NodeJS.Timeout | undefined;
  let restMs = shortestRest;
  let timers: NodeJS.Timeout[] = [];
  let isOnRound = false;

  function announce(revision: number, changes = 1): void {
    latest = Math.max(latest, revision);
    untold += changes;
    // Not before whoever announces has answered.
    if (latest > told) wait ??= setTimeout(tell);
  }

  function tell(): void {
    told = latest;
    metrics().told.inc();
    for (const listener of listeners) listener.beat(told);
    const isTooMuch = untold > (mostReadPerSecond * restMs) / 1000;
    untold = 0;
    restMs = isBusy() || isTooMuch ? Math.min(2 * restMs, longestRest) : Math.max(restMs / 2, shortestRest);
    wait = setTimeout(rested, restMs);
  }

  function rested(): void {
    wait = undefined;
    if (latest > told) tell();
  }

  const line = store.hearRevisions?.((revision) => announce(revision));

  async function ask(): Promise<void> {
    if (line?.isHearing()) return;
    // A database that does not answer is told of by whoever reads the board next.
    await store.read.revision().then(
      (revision) => announce(revision),
      () => {},
    );
  }

  /** One listener after the other, each of whom is looked up: between them whatever else came in has its turn. */
  async function goRound(): Promise<void> {
    if (isOnRound) return;
    isOnRound = true;
    for (const listener of [...listeners]) {
      if (listeners.has(listener)) await listener.still();
      await nextTurn();
    }
    isOnRound = false;
  }

  function stop(): void {
    for (const timer of timers) clearInterval(timer);
    timers = [];
  }

  return {
    announce,
    latest: () => latest,
    listen(listener) {
      if (listeners.size >= mostListeners || hasEnough(listeners, listener.personId)) return null;
      listeners.add(listener);
      metrics().streams.inc();
      if (timers.length === 0)
        timers = [setInterval(ask, askMs).unref(), setInterval(goRound, stillMs).unref()];
      return () => {
        if (listeners.delete(listener)) metrics().streams.dec();
        if (listeners.size === 0) stop();
      };
    },
    close() {
      clearTimeout(wait);
      stop();
      for (const listener of [...listeners]) listener.end();
    },
  };
}

/** Programs are few, and the desk's own. */
function hasEnough(listeners: Set<Listener>, personId: string | null): boolean {
  if (personId === null) return false;
  let many = 0;
  for (const listener of listeners) if (listener.personId === personId) many += 1;
  return many >= mostOfPerson;
}
