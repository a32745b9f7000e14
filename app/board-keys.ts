'use client';

import { useEffect, useEffectEvent } from 'react';
import type { DecisionKind } from '@/domain/decision';

export type KeyActs = {
  move: (by: 1 | -1) => void;
  open: () => void;
  close: () => void;
  decide: (kind: DecisionKind) => void;
  call: () => void;
  /** Claims the row, or releases one's own claim. */
  claim: () => void;
  /** For an hour. */
  snooze: () => void;
  note: () => void;
  undo: () => void;
  search: () => void;
  showKeys: () => void;
};

/** The keys of the desk: none of them while somebody types, in a dialog, or with Ctrl, Alt or Meta. */
export function useBoardKeys(acts: KeyActs): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (document.querySelector('dialog[open]')) return;
    const at = event.target instanceof Element ? event.target : null;
    if (event.key === 'Escape') return leave(at, acts);
    if (at?.closest('input, textarea, select, [contenteditable="true"]')) return;
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

function actOf(event: KeyboardEvent, at: Element | null, acts: KeyActs): (() => void) | null {
  if (event.key === 'j' || event.key === 'ArrowDown') return () => acts.move(1);
  if (event.key === 'k' || event.key === 'ArrowUp') return () => acts.move(-1);
  if (event.repeat) return null;
  // Enter belongs to the button or link that has the focus.
  if (event.key === 'Enter') return at?.closest('a, button, summary') ? null : acts.open;
  const once: Record<string, () => void> = {
    o: acts.open,
    e: () => acts.decide('called_back'),
    l: () => acts.decide('left_message'),
    t: () => acts.decide('tried'),
    c: acts.call,
    m: acts.claim,
    s: acts.snooze,
    n: acts.note,
    z: acts.undo,
    '/': acts.search,
    '?': acts.showKeys,
  };
  return once[event.key] ?? null;
}

/** Escape leaves the field first, and then the row; what was typed stays. */
function leave(at: Element | null, acts: KeyActs): void {
  if (at instanceof HTMLInputElement) at.blur();
  else acts.close();
}
