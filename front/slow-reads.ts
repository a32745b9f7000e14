/** What takes SQLite some ms: each is read in a turn of the event loop of its own, so that records come in between. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Desk } from '@/desk/the-desk';

/** What the board of a busy desk and its figures are made of. */
export function giveTurns(read: Desk['store']['read']): void {
  let last: Promise<void> = Promise.resolve();

  function inTurn<Args extends unknown[], Result>(ask: (...args: Args) => Promise<Result>) {
    return async (...args: Args) => {
      last = last.then(() => nextTurn());
      await last;
      return ask(...args);
    };
  }

  read.countWaiting = inTurn(read.countWaiting);
  read.countClosedSince = inTurn(read.countClosedSince);
  read.loadPage = inTurn(read.loadPage);
  read.loadCallsOfCases = inTurn(read.loadCallsOfCases);
  read.loadLegs = inTurn(read.loadLegs);
  read.loadCasesByClock = inTurn(read.loadCasesByClock);
  read.countVerdicts = inTurn(read.countVerdicts);
}
