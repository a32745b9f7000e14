'use client';

import { type FocusEvent, type PointerEvent, useEffect, useRef, useState } from 'react';

/** Whether somebody reads the rows: the pointer is over them, or the focus inside. */
export function useReading() {
  const rows = useRef<HTMLDivElement>(null);
  const [hasPointer, setPointer] = useState(false);
  const [hasFocus, setFocus] = useState(false);

  // A row that is taken away under the pointer or the focus tells nobody that these have left.
  useEffect(() => {
    if (!rows.current?.matches(':hover')) setPointer(false);
    if (!rows.current?.contains(document.activeElement)) setFocus(false);
  });

  return {
    isReading: hasPointer || hasFocus,
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
