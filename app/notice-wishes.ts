'use client';

import { useSyncExternalStore } from 'react';
import type { NoticeKind } from '@/components/notices';

/** How somebody wants to be told, in this browser. */
export type NoticeWishes = Record<NoticeKind, { notify: boolean; sound: boolean }>;

const place = 'ringback.notices';
const none: NoticeWishes = {
  missed: { notify: false, sound: false },
  overdue: { notify: false, sound: false },
};

const listeners = new Set<() => void>();
let read: { text: string | null; wishes: NoticeWishes } = { text: null, wishes: none };

/** Nothing is wanted until it is switched on; every tab of the browser knows it at once. */
export function useNoticeWishes(): NoticeWishes {
  return useSyncExternalStore(subscribe, wishesNow, () => none);
}

export function saveNoticeWishes(wishes: NoticeWishes): void {
  try {
    localStorage.setItem(place, JSON.stringify(wishes));
  } catch {
    // A browser that keeps nothing: they hold for as long as the page.
    read = { text: read.text, wishes };
  }
  for (const listener of listeners) listener();
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  window.addEventListener('storage', onChange);
  return () => {
    listeners.delete(onChange);
    window.removeEventListener('storage', onChange);
  };
}

function wishesNow(): NoticeWishes {
  const text = kept();
  if (text !== read.text) read = { text, wishes: wishesIn(text) };
  return read.wishes;
}

function kept(): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return read.text;
  }
}

function wishesIn(text: string | null): NoticeWishes {
  try {
    const said = JSON.parse(text ?? '{}') as Partial<Record<NoticeKind, object>> | null;
    return { missed: { ...none.missed, ...said?.missed }, overdue: { ...none.overdue, ...said?.overdue } };
  } catch {
    return none;
  }
}
