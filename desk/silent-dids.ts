/** Which DIDs are silent though they should not be, and what an alert remembers of that. */

import { theDeskItself } from './daily';
import type { Desk } from './the-desk';

/** `did` is null where no record comes at all; `since` in ms. */
export type Silent = { did: string | null; since: number };

export async function loadSilent({ silence }: Pick<Desk, 'silence'>, now: number): Promise<Silent[]> {
  const { isOdd, lastAt, silent } = await silence(theDeskItself, now);
  const numbers = silent.map(({ key, since }) => ({ did: key, since: Date.parse(since) }));
  // That the whole desk is silent says as much as the names of all its numbers.
  return isOdd && lastAt !== null ? [{ did: null, since: Date.parse(lastAt) }] : numbers;
}

/** The same silence is the same alert, however often it is looked at. */
export function aboutSilence({ did, since }: Silent): string {
  return `${did ?? ''}@${since}`;
}

export function silenceOf(about: string): Silent {
  const [did, since] = about.split('@');
  return { did: did || null, since: Number(since) };
}
