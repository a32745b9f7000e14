'use client';

import { useEffect, useState } from 'react';
import { keepEdits, keptEdits } from './kept-edits';

export type Edits<Values> = {
  /** What is saved, with what was typed over it. */
  values: Values;
  isEdited: boolean;
  edit: (change: Partial<Values>) => void;
  /** Forgets what was typed. */
  reset: () => void;
};

/**
 * What was typed over the saved values: somebody else's change shows in the other fields, and never in those.
 * Whoever comes back from another page of the desk finds it in the form of that name.
 */
export function useEdits<Values extends object>(form: string, saved: Values): Edits<Values> {
  const [edits, setEdits] = useState<Partial<Values>>(() => keptEdits(form));
  const names = Object.keys(edits) as (keyof Values)[];
  const isEdited = names.some((name) => JSON.stringify(edits[name]) !== JSON.stringify(saved[name]));
  useEffect(() => keepEdits(form, isEdited ? edits : null), [form, isEdited, edits]);
  return {
    values: { ...saved, ...edits },
    isEdited,
    edit: (change) => setEdits((before) => ({ ...before, ...change })),
    reset: () => setEdits({}),
  };
}
