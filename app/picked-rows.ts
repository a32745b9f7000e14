'use client';

import { useMemo, useRef, useState } from 'react';
import type { Row } from '@/components/held-rows';
import { rangeOf, withKeys } from '@/components/row-range';

const none: ReadonlySet<string> = new Set();

/** The rows that are picked for an act on many; `place` names the list, for in another one nothing is picked. */
export function usePickedRows(rows: Row[], place: string) {
  const [kept, keep] = useState({ place, keys: none });
  const anchor = useRef<string | null>(null);
  const keys = kept.place === place ? kept.keys : none;
  const set = (keys: ReadonlySet<string>) => keep({ place, keys });

  const pickedRows = useMemo(() => rows.filter(({ key, isGone }) => !isGone && keys.has(key)), [rows, keys]);
  const picked: ReadonlySet<string> = useMemo(() => new Set(pickedRows.map(({ key }) => key)), [pickedRows]);
  const here = rows.filter(({ isGone }) => !isGone).map(({ key }) => key);

  return {
    picked,
    pickedRows,
    /** One row, picked or not any more; as a range with all between it and the row that was picked last. */
    pick: (key: string, isRange: boolean, from: string | null = null) => {
      if (!here.includes(key)) return;
      const range = isRange ? rangeOf(here, anchor.current ?? from, key) : [key];
      set(withKeys(picked, range, isRange || !picked.has(key)));
      if (!isRange || anchor.current === null) anchor.current = isRange ? from : key;
    },
    pickAll: () => set(here.every((key) => picked.has(key)) ? none : new Set(here)),
    pickNone: () => {
      anchor.current = null;
      set(none);
    },
  };
}
