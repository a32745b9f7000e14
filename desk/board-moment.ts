/** What every view of the board shares: read once per revision and instant, however many ask. */

import { setTimeout as sleep } from 'node:timers/promises';
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

/** What takes no longer is read whenever somebody asks; of what does, no more than a fifth of the time goes into reading. */
const cheapMs = 3;
const restTimes = 4;
const longestRestMs = 1000;

type Kept = { revision: number; moment: Promise<BoardMoment>; rest: Promise<void> };

/** The moment as it is now, or as it is after a rest: one cheap query when nothing has changed. */
export function openMoments(desk: Core): () => Promise<BoardMoment> {
  let kept: Kept | undefined;

  return async function momentNow(hasRested = false): Promise<BoardMoment> {
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
    if (before && before.revision !== revision && !hasRested) {
      // What changes meanwhile costs no reading of its own.
      await before.rest;
      return momentNow(true);
    }
    const moment = loadMoment(desk, revision, now);
    const fresh = { revision, moment, rest: restAfter(moment) };
    kept = fresh;
    fresh.moment.catch(() => {
      if (kept === fresh) kept = undefined;
    });
    return fresh.moment;
  };
}

async function restAfter(moment: Promise<BoardMoment>): Promise<void> {
  const began = performance.now();
  await moment.catch(() => {});
  const tookMs = performance.now() - began;
  if (tookMs > cheapMs) await sleep(Math.min(restTimes * tookMs, longestRestMs), undefined, { ref: false });
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
