'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import type { Row } from '@/components/held-rows';
import { isInView, type View } from '@/components/views';
import type { CaseJson } from '@/domain/case-json';
import { fetchCase } from './board-fetch';

/** What became of the cases that left the desk under a reader: asked once each, and told in their rows. */
export function useGoneCases(rows: Row[], view: View, me: string): Row[] {
  const [found, setFound] = useState<ReadonlyMap<string, CaseJson | null>>(new Map());
  const asked = useRef(new Set<string>());
  const goneIds = rows.flatMap((row) => (row.isGone ? [row.case.id] : [])).join(' ');

  useEffect(() => {
    const gone = goneIds.split(' ').filter(Boolean);
    const news = gone.filter((id) => !asked.current.has(id));
    asked.current = new Set(gone);
    for (const id of news) {
      fetchCase(id)
        .then((truth) => setFound((before) => new Map(before).set(id, truth)))
        // The row says that it waits no longer, and not why.
        .catch(() => undefined);
    }
  }, [goneIds]);

  return useMemo(
    () => rows.map((row) => (row.isGone ? withTruth(row, found.get(row.case.id), view, me) : row)),
    [rows, found, view, me],
  );
}

function withTruth(row: Row, truth: CaseJson | null | undefined, view: View, me: string): Row {
  if (truth === undefined) return row;
  if (truth === null) return { ...row, isVanished: true };
  // Still where it belongs: it only fell off the end of a long list.
  return { ...row, case: truth, isGone: !isInView(truth, view, me) };
}
