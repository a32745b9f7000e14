/** Which DIDs are silent though they should not be, and what an alert remembers of that. */

import { loadSilence } from './silence';
import type { Desk } from './the-desk';

/** `did` is null where no record comes at all; `since` in ms. */
export type Silent = { did: string | null; since: number };

export async function loadSilent(desk: Pick<Desk, 'store' | 'settings'>, now: number): Promise<Silent[]> {
  const { isOdd, lastAt } = await loadSilence(desk, now);
  return isOdd && lastAt !== null ? [{ did: null, since: Date.parse(lastAt) }] : [];
}

/** The same silence is the same alert, however often it is looked at. */
export function aboutSilence({ did, since }: Silent): string {
  return `${did ?? ''}@${since}`;
}

export function silenceOf(about: string): Silent {
  const [did, since] = about.split('@');
  return { did: did || null, since: Number(since) };
}
