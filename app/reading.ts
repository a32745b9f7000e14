'use client';

import { type FocusEvent, type PointerEvent, useState } from 'react';

/** Whether somebody reads the rows: the pointer is over them, or the focus inside. */
export function useReading() {
  const [hasPointer, setPointer] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  return {
    isReading: hasPointer || hasFocus,
    watch: {
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
