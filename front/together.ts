/** What open screens ask for after a beat, asked once for all who wait for it. */

import { setImmediate as nextTurn } from 'node:timers/promises';

/** So many hear it at once, for each has an answer to write: between them whatever else came in has its turn. */
const toldAtOnce = 20;

/** `ask` as somebody alone hears it: it is always asked after who waits has come, so no change before that is missed. */
export function askedTogether<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let waiting: ((answer: Promise<Answer>) => void)[] = [];
  let isTelling = false;

  async function tellAll(): Promise<void> {
    await nextTurn();
    while (waiting.length > 0) {
      const together = waiting;
      waiting = [];
      const answer = ask();
      // Who comes while it is awaited hears the next one.
      await answer.catch(() => {});
      for (let told = 0; told < together.length; told += toldAtOnce) {
        for (const tell of together.slice(told, told + toldAtOnce)) tell(answer);
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
      void tellAll();
    });
}
