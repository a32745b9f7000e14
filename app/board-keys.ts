'use client';

import { useEffect, useEffectEvent } from 'react';
import type { DecisionKind } from '@/domain/decision';

export type KeyActs = {
  /** To the next row or the one before; as a range it is picked along. */
  move: (by: 1 | -1, isRange: boolean) => void;
  /** Shows the case of the row at the side, and goes into it where it is there already. */
  open: () => void;
  /** Shows or hides the calls of the row. */
  expand: () => void;
  /** Out of the field, to the row; what was typed stays. */
  leaveField: () => void;
  close: () => void;
  decide: (kind: DecisionKind) => void;
  call: () => void;
  /** Claims the row, or releases one's own claim. */
  claim: () => void;
  /** For an hour. */
  snooze: () => void;
  note: () => void;
  /** Picks the row for an act on many; as a range all as far as it. */
  pick: (isRange: boolean) => void;
  /** Brings the rows that are held back. */
  showNew: () => void;
  pause: () => void;
  undo: () => void;
  search: () => void;
  showKeys: () => void;
  showPalette: () => void;
};

/** The keys of the desk: none of them while somebody types, in a dialog, or with Ctrl, Alt or Meta. */
export function useBoardKeys(acts: KeyActs): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    // What floats above the rows has keys of its own.
    if (document.querySelector('dialog[open], [popover]:popover-open')) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'k' || event.shiftKey) return;
      event.preventDefault();
      return acts.showPalette();
    }
    const at = event.target instanceof Element ? event.target : null;
    if (event.key === 'Escape') return at?.closest(typing) ? acts.leaveField() : acts.close();
    if (at?.closest(typing)) return;
    const act = actOf(event, at, acts);
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** Where a letter is text. A box to tick is no such place. */
const typing = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]';

function actOf(event: KeyboardEvent, at: Element | null, acts: KeyActs): (() => void) | null {
  const { key, shiftKey } = event;
  const letter = shiftKey ? key.toLowerCase() : key;
  if (letter === 'j' || key === 'ArrowDown') return () => acts.move(1, shiftKey);
  if (letter === 'k' || key === 'ArrowUp') return () => acts.move(-1, shiftKey);
  if (event.repeat) return null;
  // Enter and Space belong to what has the focus, where that is more than a row.
  const isOnControl = at?.closest('a, button, summary, input, label') != null;
  if (key === 'Enter') return isOnControl ? null : acts.open;
  if (key === ' ') return isOnControl || !at?.closest('tr') ? null : acts.expand;
  if (letter === 'x') return () => acts.pick(shiftKey);
  const once: Record<string, () => void> = {
    o: acts.expand,
    e: () => acts.decide('called_back'),
    l: () => acts.decide('left_message'),
    t: () => acts.decide('tried'),
    c: acts.call,
    m: acts.claim,
    s: acts.snooze,
    a: acts.note,
    n: acts.showNew,
    p: acts.pause,
    z: acts.undo,
    '/': acts.search,
    '?': acts.showKeys,
  };
  return once[key] ?? null;
}
