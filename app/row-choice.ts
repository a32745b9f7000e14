'use client';

import { useRef, useState } from 'react';
import type { Row } from '@/components/held-rows';

/** Which row is selected, and which are opened; by their keys. */
export function useRowChoice() {
  const [selectedKey, select] = useState<string | null>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const lastIndex = useRef(-1);

  const setOpen = (key: string, isOpen: boolean) =>
    setOpened((before) => {
      if (before.has(key) === isOpen) return before;
      const after = new Set(before);
      if (isOpen) after.add(key);
      else after.delete(key);
      return after;
    });

  /** The index one step on from a row; where that one has left, from the place where it stood. */
  const indexIn = (rows: Row[], step: 1 | -1, fromKey: string | null): number => {
    const index = rows.findIndex((row) => row.key === fromKey);
    const from = index >= 0 ? index : lastIndex.current - (step > 0 ? 1 : 0);
    lastIndex.current = Math.min(rows.length - 1, Math.max(0, from + step));
    return lastIndex.current;
  };

  return { selectedKey, select, opened, setOpen, indexIn };
}
