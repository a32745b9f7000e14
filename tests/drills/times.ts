/** How much a trial does: little in every run of the tests, much as a drill (`npm run drill <name>`). */

import { type Random, seededRandom } from '@/scripts/simulate/random';

const isDrill = process.env.DRILL === '1';

/** A count for every run, and the one of the drill. */
export function times(everyRun: number, drill: number): number {
  return isDrill ? drill : everyRun;
}

/** What holds of this machine only, a time in ms say: checked in a drill, told in every run. */
export function toldAs(what: string, value: number, most: number): void {
  console.log(`${what}: ${value.toFixed(1)} (at most ${most})`);
  if (isDrill && !(value <= most)) throw new Error(`${what}: ${value.toFixed(1)} is more than ${most}.`);
}

/** Chance that can be told again: the seed is printed, and `DRILL_SEED` gives it. */
export function printedChance(): Random {
  const seed = Number(process.env.DRILL_SEED ?? Date.now() % 2 ** 32);
  console.log(`DRILL_SEED=${seed}`);
  return seededRandom(seed);
}
