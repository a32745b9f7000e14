'use client';

import { useEffect } from 'react';

type Props = {
  /** How many wait, and how many of them for too long. */
  open: number;
  overdue: number;
  /** Of a page beside the board. */
  heading?: string;
  deskName: string | null;
};

/** The title and the icon of the tab carry the count, for whoever works in another one. */
export function CountInTab({ open, overdue, heading, deskName }: Props) {
  useEffect(() => {
    let isOld = false;
    const draw = async () => {
      const href = open > 0 ? (await import('./count-icon')).countIcon(open, overdue > 0) : '/icon.svg';
      const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
      if (link && !isOld) link.href = href;
    };
    // Without it the title still carries the count.
    draw().catch(() => undefined);
    return () => {
      isOld = true;
    };
  }, [open, overdue]);
  const desk = deskName ?? 'Ringback';
  const name = heading ? `${heading} · ${desk}` : desk;
  return <title>{open > 0 ? `(${open}) ${name}` : name}</title>;
}
