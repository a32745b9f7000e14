'use client';

import { useState } from 'react';
import { heldRows, type Row } from '@/components/held-rows';
import type { Place } from '@/components/views';
import type { CaseJson } from '@/domain/case-json';
import type { OwnAct } from './case-decisions';
import { useGoneCases } from './gone-cases';

type Wish = {
  /** The cases that belong on the desk now, in its order. */
  fresh: CaseJson[];
  place: Place;
  isReading: boolean;
  /** The keys of rows that stay: opened, or with a half-written note. */
  kept: ReadonlySet<string>;
  /** What this reader did, by the id of the case. */
  ownActs: ReadonlyMap<string, OwnAct>;
  /** The ids of greyed cases that the reader has turned away from. */
  passedBy: ReadonlySet<string>;
};

/** The rows that stand on the desk: the fresh ones, and those that keep their place under a reader. */
export function useHeldBoard(wish: Wish): Row[] {
  const [held, setHeld] = useState(() => ({ wish, rows: rowsFor([], wish) }));
  let { rows } = held;
  if (isAnother(held.wish, wish)) {
    rows = rowsFor(isSamePlace(held.wish.place, wish.place) ? held.rows : [], wish);
    setHeld({ wish, rows });
  }
  return useGoneCases(rows, wish.place.view);
}

function rowsFor(shown: Row[], { fresh, isReading, kept, ownActs, passedBy }: Wish): Row[] {
  return heldRows(shown, fresh, {
    isReading,
    isKept: (key) => kept.has(key),
    isLeaving: (id) => ownActs.get(id) === 'leaves' || passedBy.has(id),
    isReturning: (id) => ownActs.get(id) === 'returns',
  });
}

function isAnother(before: Wish, after: Wish): boolean {
  return (
    before.fresh !== after.fresh ||
    before.isReading !== after.isReading ||
    before.kept !== after.kept ||
    before.ownActs !== after.ownActs ||
    before.passedBy !== after.passedBy ||
    !isSamePlace(before.place, after.place)
  );
}

/** A longer list is the same place. */
function isSamePlace(before: Place, after: Place): boolean {
  return before.view === after.view && before.did === after.did && before.q === after.q;
}
