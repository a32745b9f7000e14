'use client';

import { later } from '@/components/later';

/** Loaded after the rows; its place is kept, so that nothing moves when it comes. */
export const LazyNotices = later(() => import('./notices').then((piece) => piece.default), {
  isServed: false,
  place: <span className="size-6" />,
});
