'use client';

import { useRef, useState, useSyncExternalStore } from 'react';

const place = 'ringback.name';
const listeners = new Set<() => void>();
/** Where the browser keeps nothing (a private window), the name lasts as long as the page. */
let spoken: string | null = null;

export type YourName = {
  name: string | null;
  /** True while the dialog asks. */
  isAsking: boolean;
  /** Asks where no name is known; null when the reader would not say. */
  need: () => Promise<string | null>;
  ask: () => void;
  answer: (name: string) => void;
  refuse: () => void;
};

/** Who is sitting here: a name typed once and remembered by the browser. */
export function useYourName(): YourName {
  const name = useSyncExternalStore(listen, readName, () => null);
  const [isAsking, setAsking] = useState(false);
  const waiting = useRef<((name: string | null) => void) | null>(null);

  const settle = (answer: string | null) => {
    setAsking(false);
    waiting.current?.(answer);
    waiting.current = null;
  };

  return {
    name,
    isAsking,
    need: () => {
      const known = readName();
      if (known) return Promise.resolve(known);
      setAsking(true);
      return new Promise((resolve) => {
        waiting.current = resolve;
      });
    },
    ask: () => setAsking(true),
    answer: (typed) => {
      writeName(typed);
      settle(typed);
    },
    refuse: () => settle(null),
  };
}

function readName(): string | null {
  try {
    return window.localStorage.getItem(place) || spoken;
  } catch {
    return spoken;
  }
}

function writeName(name: string): void {
  spoken = name;
  try {
    window.localStorage.setItem(place, name);
  } catch {
    // Kept for this page only.
  }
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
