'use client';

import { useEffect } from 'react';
import { rowId } from '@/components/row-events';

/** Rows that have come slide in once, unless somebody wants no motion. By script, for a row that moves would begin anew. */
export function useSlideIn(arrived: string[]): void {
  useEffect(() => {
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const key of arrived) {
      document.getElementById(rowId(key))?.animate([{ opacity: 0, transform: 'translateY(-10px)' }, {}], {
        duration: 240,
        easing: 'ease-out',
      });
    }
  }, [arrived]);
}
