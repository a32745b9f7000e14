'use client';

import { useState } from 'react';

export type Edits<Values> = {
  /** What is saved, with what was typed over it. */
  values: Values;
  isEdited: boolean;
  edit: (change: Partial<Values>) => void;
  /** Forgets what was typed. */
  reset: () => void;
};

/** What was typed over the saved values: somebody else's change shows in the other fields, and never in those. */
export function useEdits<Values extends object>(saved: Values): Edits<Values> {
  const [edits, setEdits] = useState<Partial<Values>>({});
  const names = Object.keys(edits) as (keyof Values)[];
  return {
    values: { ...saved, ...edits },
    isEdited: names.some((name) => JSON.stringify(edits[name]) !== JSON.stringify(saved[name])),
    edit: (change) => setEdits((before) => ({ ...before, ...change })),
    reset: () => setEdits({}),
  };
}
