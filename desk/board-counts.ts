/** The counts beside the board: read for all numbers at once, added up for whoever asks. */

import type { Queries } from '@/db/queries';
import type { BoardJson } from '@/domain/case-json';
import { maySee, type Sight } from '@/domain/person';

export type BoardCounts = Awaited<ReturnType<typeof loadBoardCounts>>;

/** At `now`, on the day that began at `today`; both in ms. */
export async function loadBoardCounts(read: Queries, now: number, today: number) {
  const [waiting, uncallable, closedToday, quarantined] = await Promise.all([
    read.countWaiting(now),
    read.countUncallable(now),
    read.countClosedSince(today),
    read.countQuarantined(),
  ]);
  return { waiting, uncallable, closedToday, quarantined };
}

/** As far as somebody may see; what waits in quarantine is for admins. */
export function countsJson(counts: BoardCounts, sight: Sight, isAdmin: boolean): BoardJson['counts'] {
  const seen = <Row extends { did: string }>(rows: Row[]) => rows.filter(({ did }) => maySee(sight, did));
  const waiting = seen(counts.waiting);
  return {
    open: sum(waiting, ({ open }) => open),
    overdue: sum(waiting, ({ overdue }) => overdue),
    attempted: sum(waiting, ({ attempted }) => attempted),
    snoozed: sum(waiting, ({ snoozed }) => snoozed),
    uncallable: sum(seen(counts.uncallable), ({ cases }) => cases),
    quarantined: isAdmin ? counts.quarantined : 0,
    closedToday: sum(seen(counts.closedToday), ({ cases }) => cases),
    // A case is that of whoever is on it, and of whoever tried last: once, where that is the same person.
    byPerson: sums(waiting, ({ claimedBy, triedBy }) => [claimedBy, triedBy], 'open'),
    overdueByDid: sums(waiting, ({ did }) => [did], 'overdue'),
    byDid: sums(waiting, ({ did }) => [did], 'open'),
  };
}

function sum<Row>(rows: Row[], of: (row: Row) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}

type Waiting = BoardCounts['waiting'][number];

/** By each of the names that a row has, of rows in which somebody waits. */
function sums(
  rows: Waiting[],
  namesOf: (row: Waiting) => (string | null)[],
  what: 'open' | 'overdue',
): Record<string, number> {
  const totals = new Map<string, number>();
  for (const row of rows.filter(({ open }) => open > 0)) {
    for (const name of new Set(namesOf(row)))
      if (name !== null) totals.set(name, (totals.get(name) ?? 0) + row[what]);
  }
  return Object.fromEntries(totals);
}
