'use client';

/** What the board shows only once somebody asks for it, or after the first paint. */

import { later, laterWithTexts } from '@/components/later';

const notServed = { isServed: false };

export const CasePanel = laterWithTexts(() =>
  import('@/components/case-panel').then((piece) => piece.CasePanel),
);

export const EmptyList = laterWithTexts(() => import('./empty-list').then((piece) => piece.EmptyList));

export const FilterChips = later(() =>
  import('@/components/filter-chips').then((piece) => piece.FilterChips),
);

export const NewRowsBar = later(
  () => import('@/components/new-rows-bar').then((piece) => piece.NewRowsBar),
  notServed,
);

export const LinesAbove = later(() => import('./lines-above').then((piece) => piece.LinesAbove), notServed);

export const CountsAloud = later(
  () => import('./counts-aloud').then((piece) => piece.CountsAloud),
  notServed,
);

export const SelectionBar = later(
  () => import('@/components/selection-bar').then((piece) => piece.SelectionBar),
  notServed,
);

export const Swipes = later(() => import('./swipes').then((piece) => piece.Swipes), notServed);

export const KeysDialog = later(
  () => import('@/components/keys-dialog').then((piece) => piece.KeysDialog),
  notServed,
);

export const SavedViewsDialog = later(
  () => import('@/components/saved-views-dialog').then((piece) => piece.SavedViewsDialog),
  notServed,
);

export const Palette = later(() => import('./palette').then((piece) => piece.default), notServed);

/** Where messages are shown; until it comes they are kept (app/toast.ts). */
export const Toaster = later(() => import('./loaded-toaster').then((piece) => piece.default), notServed);

/** Fetches what a reader is likely to ask for next, while nobody waits. */
export function fetchPieces(): void {
  const quietly = (piece: Promise<unknown>) => void piece.catch(() => undefined);
  quietly(import('@/components/case-panel'));
  quietly(import('@/components/case-detail'));
  quietly(import('@/components/filter-form'));
  quietly(import('@/components/snooze-choices'));
}
