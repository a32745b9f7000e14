'use client';

import { useState } from 'react';
import { heldRows, type Row } from '@/components/held-rows';
import { isSamePlace, type Place } from '@/components/views';
import type { CaseJson } from '@/domain/case-json';
import type { OwnAct } from './expected-cases';
import { useGoneCases } from './gone-cases';
import { useLingering } from './lingering';

type Wish = {
  /** The cases that belong on the desk now, in its order. */
  fresh: CaseJson[];
  /** The desk has more than these. */
  hasMore: boolean;
  place: Place;
  /** The reader's name. */
  me: string;
  /** Somebody reads, or has paused the board. */
  isStill: boolean;
  /** The keys of rows that stay: opened, or with a half-written note. */
  kept: ReadonlySet<string>;
  /** What this reader did, by the id of the case. */
  ownActs: ReadonlyMap<string, OwnAct>;
  /** The ids of greyed cases that the reader has turned away from. */
  passedBy: ReadonlySet<string>;
};

/** With the keys of rows that are past their greyed time, and how often the reader let the new ones in. */
type Board = Wish & { over: ReadonlySet<string>; letIn: number };

type Held = {
  rows: Row[];
  /** The rows that are held back, in the desk's order. */
  waiting: Row[];
  /** The keys of the rows that came last while the reader was looking at this place. */
  arrived: string[];
};

export type HeldBoard = Held & { letIn: () => void };

/** The rows that stand on the desk: the fresh ones, and those that keep their place under a reader. */
export function useHeldBoard(wish: Wish): HeldBoard {
  const [over, setOver] = useState<ReadonlySet<string>>(new Set());
  const [letIn, setLetIn] = useState(0);
  const board = { ...wish, over, letIn };
  const [kept, setKept] = useState(() => ({ board, held: firstRows(board) }));
  let { held } = kept;
  if (isAnother(kept.board, board)) {
    held = isSamePlace(kept.board.place, board.place) ? nextRows(held, board, kept.board) : firstRows(board);
    setKept({ board, held });
  }
  useLingering(held.rows, setOver);
  return {
    ...held,
    rows: useGoneCases(held.rows, wish.place.view, wish.me),
    letIn: () => setLetIn((times) => times + 1),
  };
}

function firstRows(board: Board): Held {
  return { ...heldRows([], board.fresh, readingOf(board, 'in order')), arrived: [] };
}

function nextRows(held: Held, board: Board, before: Board): Held {
  const isLonger = board.place.limit > before.place.limit;
  const news = board.letIn !== before.letIn ? 'in order' : isLonger ? 'insert' : 'hold';
  const next = heldRows(held.rows, board.fresh, readingOf(board, news));
  const stood = new Set(held.rows.map(({ key }) => key));
  const arrived = isLonger ? [] : next.rows.flatMap(({ key }) => (stood.has(key) ? [] : [key]));
  return { ...next, arrived: arrived.length > 0 ? arrived : held.arrived };
}

function readingOf(
  { hasMore, isStill, kept, ownActs, passedBy, over }: Board,
  news: 'hold' | 'insert' | 'in order',
): Parameters<typeof heldRows>[2] {
  return {
    hasMore,
    isStill,
    news,
    isKept: (key) => kept.has(key),
    isLingering: (key) => !over.has(key),
    isLeaving: (id) => ownActs.get(id) === 'leaves' || passedBy.has(id),
    isReturning: (id) => ownActs.get(id) === 'returns',
  };
}

function isAnother(before: Board, after: Board): boolean {
  return (
    before.fresh !== after.fresh ||
    before.isStill !== after.isStill ||
    before.kept !== after.kept ||
    before.ownActs !== after.ownActs ||
    before.passedBy !== after.passedBy ||
    before.over !== after.over ||
    before.letIn !== after.letIn ||
    !isSamePlace(before.place, after.place)
  );
}
