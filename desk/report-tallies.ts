/** The tallies of some days, read in short statements: SQLite works on the thread that serves the doors. */

import { setImmediate as breathe } from 'node:timers/promises';
import type { Queries } from '@/db/queries';
import { dayBeside, dayStart, daysOf, stretchesOf } from '@/domain/local-days';
import type { Tallies } from '@/domain/report';
import type { ReportDays } from '@/domain/report-query';

/** There are far fewer cases than calls. */
const daysOfCases = 7;

export async function loadTallies(
  read: Queries,
  days: ReportDays,
  zone: string,
  now: number,
): Promise<Tallies> {
  const tallies: Tallies = { calls: [], cases: [], lost: [] };
  const all = daysOf(days);
  for (const stretch of all.flatMap((day) => stretchesOf(day, zone))) {
    tallies.calls.push(...(await read.tallyCalls(stretch, now)));
    await breathe();
  }
  const end = dayBeside(days.to, 1);
  for (let at = 0; at < all.length; at += daysOfCases) {
    const [from, to] = [dayStart(all[at]!, zone), dayStart(all[at + daysOfCases] ?? end, zone)];
    tallies.cases.push(...(await read.tallyCases(from, to, now)));
    await breathe();
    tallies.lost.push(...(await read.tallyLost(from, to, now)));
    await breathe();
  }
  return tallies;
}
