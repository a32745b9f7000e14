'use client';

import { type Dispatch, type SetStateAction, useEffect, useRef } from 'react';
import type { Row } from '@/components/held-rows';

/** How long a row that has gone stays where it was, greyed, though nobody seems to read. */
const lingerMs = 4_000;

/** Tells in `setOver` the keys of the rows that have been greyed for long enough. */
export function useLingering(rows: Row[], setOver: Dispatch<SetStateAction<ReadonlySet<string>>>): void {
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const goneKeys = rows.flatMap((row) => (row.isGone ? [row.key] : [])).join('\n');

  useEffect(() => {
    const gone = new Set(goneKeys.split('\n').filter(Boolean));
    for (const [key, timer] of timers.current) {
      if (gone.has(key)) continue;
      clearTimeout(timer);
      timers.current.delete(key);
      setOver((before) => (before.has(key) ? new Set([...before].filter((other) => other !== key)) : before));
    }
    for (const key of gone) {
      if (timers.current.has(key)) continue;
      const isOver = () => setOver((before) => new Set([...before, key]));
      timers.current.set(key, setTimeout(isOver, lingerMs));
    }
  }, [goneKeys, setOver]);

  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const timer of running.values()) clearTimeout(timer);
      running.clear();
    };
  }, []);
}
