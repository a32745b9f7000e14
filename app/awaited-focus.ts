'use client';

import { useEffect, useRef } from 'react';

/** So long it is looked for: a piece that comes later may have to be fetched first. */
const patienceMs = 5_000;

/** Gives the focus to what is not drawn yet, by its id, as soon as it is there and can be seen. */
export function useAwaitedFocus(): (id: string) => void {
  const awaited = useRef<{ id: string; until: number } | null>(null);
  const frame = useRef(0);

  const give = () => {
    if (awaited.current === null) return;
    const there = document.getElementById(awaited.current.id);
    there?.focus();
    const isGiven = there !== null && document.activeElement === there;
    if (isGiven || performance.now() > awaited.current.until) awaited.current = null;
  };
  const look = () => {
    give();
    if (awaited.current !== null) frame.current = requestAnimationFrame(look);
  };
  useEffect(give);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return (id) => {
    awaited.current = { id, until: performance.now() + patienceMs };
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(look);
  };
}
