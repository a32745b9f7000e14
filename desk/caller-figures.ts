/** How often a caller rang, was missed and was reached. */

import type { Queries } from '@/db/queries';
import type { CallerSeen } from '@/db/queries/caller-calls';
import type { CallerFiguresJson } from '@/domain/caller-json';
import { effectOf } from '@/domain/contact';
import type { Settings } from '@/domain/settings';

/** A number with more calls than that is told of in "10,000+": the page stays quick. */
const countedAtMost = 10_000;

export async function figuresOf(
  read: Queries,
  seen: CallerSeen,
  settings: Settings,
  now: number,
): Promise<CallerFiguresJson> {
  const alike = await read.countCallsOfCaller(seen, now, countedAtMost);
  const figures = { rang: 0, missed: 0, reached: 0 };
  let counted = 0;
  for (const { calls, isFarEnd, ...call } of alike) {
    const { talkSeconds } = settings.rules(call.did, now);
    const caller = isFarEnd ? seen.caller : '';
    const effect = effectOf({ ...call, caller }, seen.caller, talkSeconds);
    counted += calls;
    if (call.direction === 'inbound') figures.rang += calls;
    if (call.verdict === 'missed') figures.missed += calls;
    if (effect === 'reached_by_us' || effect === 'reached_by_them') figures.reached += calls;
  }
  return { ...figures, isPartial: counted >= countedAtMost };
}
