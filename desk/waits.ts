/** Short waits that grow with the tries of somebody who guesses: 2 s, 4 s, 8 s … and never more than a minute. */

import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const longestSeconds = 60;
/** How many counts there are at most; keys share them at random, so whoever makes up names fills no memory. */
const places = 2 ** 16;

export type Waits = ReturnType<typeof openWaits>;

/** `free` tries within the window (s) ask for no wait. */
export function openWaits({ free, window = 15 * 60 }: { free: number; window?: number }) {
  const tries = new RateLimiterMemory({ points: free, duration: window });
  const gate = new RateLimiterMemory({ points: 1, duration: 1 });
  const secret = randomBytes(16);
  const placeOf = (key: string) => createHmac('sha256', secret).update(key).digest().readUInt32BE() % places;

  return {
    /** Counts a try before it is made, so that many at once gain nothing. How long to wait instead, ms; 0 for none. */
    async take(key: string): Promise<number> {
      const place = placeOf(key);
      const { consumedPoints } = await tries.penalty(place);
      if (consumedPoints <= free) return 0;
      try {
        await gate.consume(place, 1, {
          customDuration: Math.min(longestSeconds, 2 ** (consumedPoints - free)),
        });
        return 0;
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        // Trying while one should wait makes the wait no longer.
        await tries.reward(place);
        return refused.msBeforeNext;
      }
    },
    async giveBack(key: string): Promise<void> {
      await tries.reward(placeOf(key));
    },
    async forget(key: string): Promise<void> {
      await tries.delete(placeOf(key));
      await gate.delete(placeOf(key));
    },
  };
}
