'use client';

import { type PointerEvent, useRef } from 'react';

/** So far a finger goes before it is a swipe, px. */
const slop = 10;
/** From here on it counts, as a part of the row's width. */
const threshold = 0.33;

type Finger = { row: HTMLElement; id: number; x: number; y: number; isSwiping: boolean };

/**
 * A card swiped to the right on a touch screen. The row follows the finger by `--swipe` (app/case-table.css) and
 * says with `data-far` that letting go now counts; up and down stays the page's.
 */
export function useSwipe(onSwiped: (key: string) => void) {
  const finger = useRef<Finger | null>(null);

  const letGo = (event: PointerEvent, counts: boolean) => {
    const held = finger.current;
    finger.current = null;
    if (!held || held.id !== event.pointerId || !held.isSwiping) return;
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
    if (counts && isFar && row.dataset.key) onSwiped(row.dataset.key);
  };

  return {
    onPointerDown: (event: PointerEvent) => {
      const row = event.target instanceof Element && event.target.closest<HTMLElement>('tr[data-swipe]');
      if (event.pointerType !== 'touch' || !event.isPrimary || !row) return;
      finger.current = { row, id: event.pointerId, x: event.clientX, y: event.clientY, isSwiping: false };
    },
    onPointerMove: (event: PointerEvent) => {
      const held = finger.current;
      if (!held || held.id !== event.pointerId) return;
      const far = event.clientX - held.x;
      const isAcross = far > slop && far > Math.abs(event.clientY - held.y);
      if (!held.isSwiping && !isAcross) return;
      if (!held.isSwiping) {
        held.isSwiping = true;
        held.row.setAttribute('data-swiping', '');
        held.row.setPointerCapture(event.pointerId);
      }
      held.row.style.setProperty('--swipe', `${Math.max(0, far)}px`);
      held.row.toggleAttribute('data-far', far > held.row.clientWidth * threshold);
    },
    onPointerUp: (event: PointerEvent) => letGo(event, true),
    onPointerCancel: (event: PointerEvent) => letGo(event, false),
  };
}
