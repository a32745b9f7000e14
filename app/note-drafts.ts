'use client';

import { useCallback, useMemo, useState } from 'react';
import type { NoteDrafts } from '@/components/row-events';

type Drafts = {
  drafts: NoteDrafts;
  /** The keys of the rows with a half-written note. */
  keys: ReadonlySet<string>;
  write: (key: string, text: string) => void;
  /** Forgets a note that was saved, unless more was written since. */
  saved: (key: string, text: string) => void;
};

/** They outlive the board: whoever comes back from another page finds them. Only ever written in a browser. */
const texts = new Map<string, string>();

/** Half-written notes, by row. The fields hold the text themselves, so that typing redraws no other row. */
export function useNoteDrafts(): Drafts {
  const [keys, setKeys] = useState<ReadonlySet<string>>(() => new Set(texts.keys()));
  const [rounds, setRounds] = useState<ReadonlyMap<string, number>>(new Map());

  const write = useCallback((key: string, text: string) => {
    if (text.trim()) texts.set(key, text);
    else texts.delete(key);
    setKeys((before) => (before.has(key) === texts.has(key) ? before : new Set(texts.keys())));
  }, []);

  const saved = useCallback((key: string, text: string) => {
    if (texts.get(key)?.trim() !== text) return;
    texts.delete(key);
    setKeys(new Set(texts.keys()));
    setRounds((before) => new Map(before).set(key, (before.get(key) ?? 0) + 1));
  }, []);

  const drafts = useMemo(
    () => ({
      textOf: (key: string) => texts.get(key) ?? '',
      has: (key: string) => keys.has(key),
      roundOf: (key: string) => rounds.get(key) ?? 0,
    }),
    [keys, rounds],
  );
  return { drafts, keys, write, saved };
}
