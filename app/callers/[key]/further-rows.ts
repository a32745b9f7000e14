'use client';

import { useState } from 'react';
import { toast } from '@/app/toast';
import { useAllMessages } from '@/components/use-messages';

type Row = { id: string };
type Page<Of extends Row> = { rows: Of[]; next: string | null };

/** Older rows behind a first page that changes: what was shown stays, and the first page has the last word on its own. */
export function useFurtherRows<Of extends Row>(
  first: Page<Of>,
  load: (cursor: string) => Promise<Page<Of> | null>,
  placeOf: (row: Of) => string,
) {
  const m = useAllMessages();
  const [older, setOlder] = useState<Page<Of> | null>(null);
  const fresh = new Set(first.rows.map(({ id }) => id));
  const end = first.rows.at(-1);
  // What left the first page for newer rows stands between the two.
  const [left, setLeft] = useState<Of[]>([]);
  const [known, setKnown] = useState(first.rows);
  if (known !== first.rows) {
    setKnown(first.rows);
    const gone = known.filter((row) => !fresh.has(row.id) && (!end || placeOf(row) < placeOf(end)));
    if (older && gone.length > 0) setLeft([...gone, ...left]);
  }
  const next = older ? older.next : first.next;

  async function showMore() {
    if (next === null) return;
    const page = await load(next).catch(() => null);
    if (!page) return void toast.error(m.callers.notAnswered);
    setOlder({ rows: [...(older?.rows ?? []), ...page.rows], next: page.next });
  }

  const rest = older ? [...left, ...older.rows].filter(({ id }) => !fresh.has(id)) : [];
  return { rows: [...first.rows, ...rest], onMore: next === null ? null : () => void showMore() };
}
