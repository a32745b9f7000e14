/** What every view of the board shares: read once per revision and instant, however many ask. */

import { TZDate } from '@date-fns/tz';
import { addDays, startOfDay } from 'date-fns';
import type { Settings } from '@/domain/settings';
import { type BoardCounts, loadBoardCounts } from './board-counts';
import { deskNameIn } from './desk-name';
import type { Desk } from './the-desk';

export type BoardMoment = {
  revision: number;
  /** The last instant at which time alone changed the board, and the first at which it will again, ms. */
  passed: number;
  next: number;
  /** When this was read, ms: until `next` the board is as it was then. */
  now: number;
  settings: Settings;
  name: string | null;
  dids: string[];
  counts: BoardCounts;
};

type Core = Pick<Desk, 'store' | 'settings' | 'clock'>;

/** The moment as it is now: one cheap query when nothing has changed. */
export function openMoments(desk: Core): () => Promise<BoardMoment> {
  let kept: { revision: number; moment: Promise<BoardMoment> } | undefined;

  return async function momentNow() {
    const now = desk.clock();
    const revision = await desk.store.read.revision();
    const before = kept;
    if (before?.revision === revision) {
      const moment = await before.moment;
      // A clock may be put back, too.
      if (moment.passed <= now && now < moment.next) return moment;
      // Somebody else waited for it, too, and was the first to see that it is over.
      if (kept !== before && kept?.revision === revision) return kept.moment;
    }
    const fresh = { revision, moment: loadMoment(desk, revision, now) };
    kept = fresh;
    fresh.moment.catch(() => {
      if (kept === fresh) kept = undefined;
    });
    return fresh.moment;
  };
}

async function loadMoment({ store: { read }, settings }: Core, revision: number, now: number) {
  const known = await settings(read);
  const today = startOfDay(new TZDate(now, known.desk(now).timeZone));
  const [{ passed, next }, counts, name, dids] = await Promise.all([
    read.loadInstants(now),
    loadBoardCounts(read, now, today.getTime()),
    deskNameIn(read),
    read.loadDids(),
  ]);
  return {
    revision,
    passed: Math.max(passed, today.getTime()),
    next: Math.min(next, addDays(today, 1).getTime()),
    now,
    settings: known,
    name,
    dids,
    counts,
  };
}
