'use client';

import { type FocusEvent, type PointerEvent, useEffect, useRef, useState } from 'react';

/** From here on somebody has scrolled down to read, px. */
const scrolledFrom = 24;
/** How long after its last move the pointer may be on its way to a row, ms. */
const onTheWayMs = 1_000;

/** Whether somebody reads the rows: the pointer is over them or on its way, the focus inside, or they scrolled down. */
export function useReading() {
  const rows = useRef<HTMLDivElement>(null);
  const [hasPointer, setPointer] = useState(false);
  const [hasFocus, setFocus] = useState(false);

  // A row that is taken away under the pointer or the focus tells nobody that these have left.
  useEffect(() => {
    if (!rows.current?.matches(':hover')) setPointer(false);
    if (!rows.current?.contains(document.activeElement)) setFocus(false);
  });

  const isScrolled = useScrolled();
  const isOnTheWay = usePointerMoving();

  return {
    isReading: hasPointer || hasFocus || isScrolled || isOnTheWay,
    watch: {
      ref: rows,
      onPointerEnter: (event: PointerEvent) => setPointer(event.pointerType === 'mouse'),
      onPointerLeave: () => setPointer(false),
      onFocus: () => setFocus(true),
      onBlur: (event: FocusEvent) => {
        const to = event.relatedTarget;
        setFocus(to instanceof Node && event.currentTarget.contains(to));
      },
    },
  };
}

function useScrolled(): boolean {
  const [isScrolled, setScrolled] = useState(false);
  useEffect(() => {
    const look = () => setScrolled(window.scrollY > scrolledFrom);
    look();
    window.addEventListener('scroll', look, { passive: true });
    return () => window.removeEventListener('scroll', look);
  }, []);
  return isScrolled;
}

function usePointerMoving(): boolean {
  const [isMoving, setMoving] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const move = (event: globalThis.PointerEvent) => {
      if (event.pointerType !== 'mouse') return;
      clearTimeout(timer);
      timer = setTimeout(() => setMoving(false), onTheWayMs);
      setMoving(true);
    };
    document.addEventListener('pointermove', move, { passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointermove', move);
    };
  }, []);
  return isMoving;
}
