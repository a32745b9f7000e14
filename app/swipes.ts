'use client';

import { useEffect, useEffectEvent } from 'react';

/** So far a finger goes before it is a swipe, px. */
const slop = 10;
/** From here on it counts, as a part of the row's width. */
const threshold = 0.33;

type Finger = { row: HTMLElement; id: number; x: number; y: number; isSwiping: boolean };

/**
 * Hears when a card is swiped to the right on a touch screen; draws nothing. The row follows the finger by `--swipe`
 * (app/case-table.css) and says with `data-far` that letting go now counts; up and down stays the page's.
 */
export function Swipes({ onSwiped }: { onSwiped: (key: string) => void }) {
  const swiped = useEffectEvent(onSwiped);

  useEffect(() => {
    const rows = document.querySelector<HTMLElement>('.rows');
    if (!rows) return;
    let finger: Finger | null = null;

    const touch = (event: PointerEvent) => {
      const row = event.target instanceof Element && event.target.closest<HTMLElement>('tr[data-swipe]');
      if (event.pointerType !== 'touch' || !event.isPrimary || !row) return;
      finger = { row, id: event.pointerId, x: event.clientX, y: event.clientY, isSwiping: false };
    };

    const move = (event: PointerEvent) => {
      if (finger?.id !== event.pointerId) return;
      const far = event.clientX - finger.x;
      const isAcross = far > slop && far > Math.abs(event.clientY - finger.y);
      if (!finger.isSwiping && !isAcross) return;
      if (!finger.isSwiping) {
        finger.isSwiping = true;
        finger.row.setAttribute('data-swiping', '');
        finger.row.setPointerCapture(event.pointerId);
      }
      finger.row.style.setProperty('--swipe', `${Math.max(0, far)}px`);
      finger.row.toggleAttribute('data-far', far > finger.row.clientWidth * threshold);
    };

    const letGo = (event: PointerEvent) => {
      const held = finger;
      finger = null;
      if (held?.id !== event.pointerId || !held.isSwiping) return;
      const { row } = held;
      const isFar = row.hasAttribute('data-far');
      row.removeAttribute('data-far');
      row.removeAttribute('data-swiping');
      row.style.removeProperty('--swipe');
      // The click that ends the touch would open the card.
      const still = (click: Event) => {
        click.preventDefault();
        click.stopPropagation();
      };
      window.addEventListener('click', still, { capture: true, once: true });
      setTimeout(() => window.removeEventListener('click', still, { capture: true }), 0);
      if (event.type === 'pointerup' && isFar && row.dataset.key) swiped(row.dataset.key);
    };

    const listening = new AbortController();
    const { signal } = listening;
    rows.addEventListener('pointerdown', touch, { signal });
    rows.addEventListener('pointermove', move, { signal });
    rows.addEventListener('pointerup', letGo, { signal });
    rows.addEventListener('pointercancel', letGo, { signal });
    return () => listening.abort();
  }, []);
  return null;
}
