/** When the last record came, and whether it is odd that none has come since. */

import { isUnusual, sameHoursBefore, silentToday } from '@/domain/silence';
import type { Desk } from './the-desk';

/** Times in ISO 8601; `lastAt` is null where no record ever came. */
export type SilenceJson = { lastAt: string | null; isOdd: boolean };

export async function loadSilence(
  { store: { read }, settings }: Pick<Desk, 'store' | 'settings'>,
  now: number,
): Promise<SilenceJson> {
  const lastAt = await read.lastDeliveryAt();
  if (lastAt === null) return { lastAt, isOdd: false };
  const known = { lastAt: new Date(lastAt).toISOString(), isOdd: false };
  const { week, holidays, timeZone } = (await settings(read)).desk(now);
  const silent = silentToday(lastAt, now, { week, holidays }, timeZone);
  if (!silent) return known;
  const days = [];
  for (const { daysAgo, from, to } of sameHoursBefore(silent, lastAt, timeZone)) {
    days.push({ daysAgo, hadCall: await read.hasCallBegun(from, to) });
  }
  return { ...known, isOdd: isUnusual(days) };
}
