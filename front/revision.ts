/** The revision at the front door: read once for all who wait for it, as open screens do after a beat. */

import { setImmediate as nextTurn } from 'node:timers/promises';

/** So many hear it at once, for each has an answer to write: between them whatever else came in has its turn. */
const toldAtOnce = 20;

/** `ask` as somebody alone hears it: it is always asked after who waits has come, so no change before that is missed. */
export function askedTogether(ask: () => Promise<number>): () => Promise<number> {
  let waiting: ((revision: Promise<number>) => void)[] = [];
  let isTelling = false;

  async function tellAll(): Promise<void> {
    while (waiting.length > 0) {
      const together = waiting;
      waiting = [];
      const revision = ask();
      for (let told = 0; told < together.length; told += toldAtOnce) {
        for (const tell of together.slice(told, told + toldAtOnce)) tell(revision);
        await nextTurn();
      }
    }
    isTelling = false;
  }

  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (isTelling) return;
      isTelling = true;
      setImmediate(tellAll);
    });
}
