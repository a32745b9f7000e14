/** The revision at the front door: read once for all who wait for it, as open screens do after a beat. */

import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';

/** So many hear it at once, for each has an answer to write: between them whatever else came in has its turn. */
const toldAtOnce = 20;
/** Where more than these came together lately, the others are waited for, ms: each further reading is a board built again. */
const gatherMs = 15;

/** `ask` as somebody alone hears it: it is always asked after who waits has come, so no change before that is missed. */
export function askedTogether(ask: () => Promise<number>): () => Promise<number> {
  let waiting: ((revision: Promise<number>) => void)[] = [];
  let isTelling = false;
  let lately = 0;

  async function tellAll(): Promise<void> {
    await (lately > toldAtOnce ? sleep(gatherMs) : nextTurn());
    let all = 0;
    while (waiting.length > 0) {
      const together = waiting;
      waiting = [];
      all += together.length;
      const revision = ask();
      for (let told = 0; told < together.length; told += toldAtOnce) {
        for (const tell of together.slice(told, told + toldAtOnce)) tell(revision);
        await nextTurn();
      }
    }
    lately = Math.max(all, lately / 2);
    isTelling = false;
  }

  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (isTelling) return;
      isTelling = true;
      void tellAll();
    });
}
