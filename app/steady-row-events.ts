'use client';

import { useLayoutEffect, useMemo, useRef } from 'react';
import type { RowEvents } from '@/components/row-events';

type Acts = { [Name in keyof RowEvents]: NonNullable<RowEvents[Name]> };

/** What a reader does to a row, in an object that stays: a row is drawn again for its own case, not for that of another. */
export function useSteadyRowEvents(acts: Acts, mayDecide: boolean): RowEvents {
  const latest = useRef(acts);
  useLayoutEffect(() => {
    latest.current = acts;
  });
  return useMemo(
    () => ({
      onSelect: (key) => latest.current.onSelect(key),
      onOpen: (key) => latest.current.onOpen(key),
      onToggle: (key) => latest.current.onToggle(key),
      onPick: mayDecide ? (key, isRange) => latest.current.onPick(key, isRange) : null,
      onDecide: mayDecide ? (key, kind, until) => latest.current.onDecide(key, kind, until) : null,
      onDraft: (key, text) => latest.current.onDraft(key, text),
    }),
    [mayDecide],
  );
}
