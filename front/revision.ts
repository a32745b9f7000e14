/** The revision at the front door: asked once for all who ask in one turn of the event loop, as open screens do after a beat. */

import type { Desk } from '@/desk/the-desk';

/**
 * What the thread of the intake keeps meanwhile is answered in a later turn, so nobody has heard of it; what was changed
 * here was announced.
 */
export function oncePerTurn({ store, pulse }: Pick<Desk, 'store' | 'pulse'>): () => Promise<number> {
  const ask = store.read.revision;
  let asked: Promise<number> | undefined;
  return async () => {
    const known = asked;
    if (known && (await known) >= pulse.latest()) return known;
    const fresh = ask();
    asked = fresh;
    setImmediate(() => {
      if (asked === fresh) asked = undefined;
    });
    return fresh;
  };
}
