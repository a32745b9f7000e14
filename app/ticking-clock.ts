'use client';

import { useEffect, useState } from 'react';
import { deskNow } from './desk-clock';

const tickMs = 15_000;

/** The time by which ages are told, ms: the server's for the first paint, then it ticks. */
export function useTickingClock(firstNow: number): number {
  const [now, setNow] = useState(firstNow);
  useEffect(() => {
    const tick = () => setNow(deskNow());
    const timer = setInterval(tick, tickMs);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, []);
  return now;
}
