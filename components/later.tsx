'use client';

import { type ComponentType, lazy, type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { insistently } from './insistently';

type Options = {
  /** False where the server has nothing to draw of it. */
  isServed?: boolean;
  /** What keeps its place until it has come. */
  place?: ReactNode;
};

/**
 * A piece of the page that comes after the first load (tests/budget.test.ts). The server draws it at once, so that it is
 * there without a script; the browser draws it once it has been fetched, and until then the rest of the page goes on.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { isServed = true, place = null }: Options = {},
) {
  let here: ComponentType<Props> | null = null;
  const listeners = new Set<() => void>();
  let fetching: Promise<{ default: ComponentType<Props> }> | undefined;

  function fetchPiece() {
    fetching ??= insistently(load).then((piece) => {
      here = piece;
      for (const tell of listeners) tell();
      return { default: piece };
    });
    return fetching;
  }

  const Fetched = lazy(fetchPiece) as unknown as ComponentType<Props>;
  if (typeof window === 'undefined' && isServed) void fetchPiece();
  const listen = (onChange: () => void) => {
    listeners.add(onChange);
    return () => listeners.delete(onChange);
  };

  return function Later(props: Props) {
    const isDrawn = useSyncExternalStore(
      listen,
      () => here !== null,
      () => isServed,
    );
    useEffect(() => void fetchPiece(), []);
    // What the server drew comes to life as it is fetched, without a boundary: React shows what stands in one by a script
    // where it is long. What is drawn here for the first time has been fetched, and is drawn at once.
    const [drawn, setDrawn] = useState<{ Piece: ComponentType<Props> } | null>(null);
    if (isDrawn && drawn === null) setDrawn({ Piece: here ?? Fetched });
    return isDrawn && drawn ? <drawn.Piece {...props} /> : place;
  };
}

/** The same for a piece whose texts the board has not: they come with it (all-messages-provider.tsx). */
export function laterWithTexts<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  options?: Options,
) {
  return later(async () => {
    const [piece, { withAllMessages }] = await Promise.all([load(), import('./all-messages-provider')]);
    return withAllMessages(piece);
  }, options);
}
