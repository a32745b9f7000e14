'use client';

import { useEffect, useRef, useState } from 'react';
import { useMessages } from '@/components/use-messages';
import { isSamePlace, type Place } from '@/components/views';
import { counted } from '@/components/when';
import type { CaseJson } from '@/domain/case-json';

type Props = { place: Place; cases: CaseJson[]; waiting: number };

/** Nobody is spoken to more often than that. */
const calmMs = 5_000;

/** Tells who listens counts, never rows: how many missed calls came since it was told last, and how many wait. */
export function CountsAloud({ place, cases, waiting }: Props) {
  const m = useMessages();
  const [told, setTold] = useState<{ news: number; waiting: number } | null>(null);
  const known = useRef({ place, ids: idsOf(cases), waiting });
  const changedAt = useRef(0);

  useEffect(() => {
    const before = known.current;
    const ids = idsOf(cases);
    // What is there when a place is opened is no news, nor is what a longer list shows.
    if (!isSamePlace(before.place, place) || before.place.limit !== place.limit) {
      known.current = { place, ids, waiting };
      return;
    }
    const news = place.view === 'open' ? [...ids].filter((id) => !before.ids.has(id)).length : 0;
    if (news === 0 && before.waiting === waiting) {
      changedAt.current = 0;
      return;
    }
    changedAt.current ||= Date.now();
    const tell = () => {
      changedAt.current = 0;
      known.current = { place, ids: new Set([...before.ids, ...ids]), waiting };
      setTold({ news, waiting });
    };
    const timer = setTimeout(tell, changedAt.current + calmMs - Date.now());
    return () => clearTimeout(timer);
  }, [place, cases, waiting]);

  return (
    <p className="sr-only" aria-live="polite">
      {told && told.news > 0 && `${m.board.newCalls(told.news)}, `}
      {told && m.board.waiting(counted(told.waiting, m))}
    </p>
  );
}

function idsOf(cases: CaseJson[]): Set<string> {
  return new Set(cases.map(({ id }) => id));
}
