/** The figures of today, worked out once per revision and minute, however many desks ask; of very many calls more seldom. */

import { hash } from 'node:crypto';
import { TZDate } from '@date-fns/tz';
import { addDays, format, startOfDay } from 'date-fns';
import type { VerdictCount } from '@/db/queries/figures';
import type { StoredCase } from '@/db/queries/projections';
import type { Case } from '@/domain/case';
import { type FiguresJson, figuresOfDay } from '@/domain/figures-of-day';
import { maySee, type Person, sightOf } from '@/domain/person';
import type { Desk } from './the-desk';

const minuteMs = 60_000;
/** A day with more calls than these is worked out at most so often, ms: no screen asks for it more often (`figures-poll.ts`). */
const manyCalls = 5000;
const seldomMs = 5000;

export type Figures = {
  /** Of what somebody may see, or of one DID of it. */
  load(by: Person, did: string | null): Promise<FiguresJson>;
  /** The same with its ETag; no figures where the asker has that ETag already. */
  answer(
    by: Person,
    did: string | null,
    known: string | null,
  ): Promise<{ etag: string; figures: FiguresJson | null }>;
};

type Today = {
  day: string;
  now: number;
  cases: StoredCase[];
  before: StoredCase[];
  verdicts: VerdictCount[];
};

export function openFigures(desk: Pick<Desk, 'store' | 'settings' | 'clock'>): Figures {
  let kept: { moment: string; today: Promise<Today> } | undefined;
  /** What is kept holds in this time, ms, whatever changes. */
  let held = { from: 0, to: 0 };

  async function momentNow(): Promise<string> {
    const now = desk.clock();
    if (kept && held.from <= now && now < held.to) return kept.moment;
    return `${await desk.store.read.revision()}-${Math.floor(desk.clock() / minuteMs)}`;
  }

  function todayAt(moment: string): Promise<Today> {
    if (kept?.moment === moment) return kept.today;
    const fresh = { moment, today: loadToday(desk) };
    kept = fresh;
    fresh.today.then(
      ({ now, verdicts }) => {
        const calls = verdicts.reduce((sum, { calls }) => sum + calls, 0);
        if (kept === fresh) held = { from: now, to: calls > manyCalls ? now + seldomMs : now };
      },
      () => {
        if (kept === fresh) kept = undefined;
      },
    );
    return fresh.today;
  }

  async function figuresAt(moment: string, by: Person, did: string | null): Promise<FiguresJson> {
    const sight = sightOf(by);
    const isShown = (row: { did: string }) => maySee(sight, row.did) && (did === null || row.did === did);
    const { day, now, cases, before, verdicts } = await todayAt(moment);
    const shown = { cases: casesOf(cases.filter(isShown)), verdicts: verdicts.filter(isShown) };
    return { day, ...figuresOfDay(shown, casesOf(before.filter(isShown)), now) };
  }

  return {
    load: async (by, did) => figuresAt(await momentNow(), by, did),
    async answer(by, did, known) {
      const moment = await momentNow();
      const view = JSON.stringify([sightOf(by).dids, did]);
      const etag = `"${moment}-${hash('sha256', view, 'base64url').slice(0, 8)}"`;
      return { etag, figures: known === etag ? null : await figuresAt(moment, by, did) };
    },
  };
}

async function loadToday({
  store: { read },
  settings,
  clock,
}: Pick<Desk, 'store' | 'settings' | 'clock'>): Promise<Today> {
  const now = clock();
  const start = startOfDay(new TZDate(now, (await settings(read)).desk(now).timeZone));
  const [yesterday, today, tomorrow] = [
    addDays(start, -1).getTime(),
    start.getTime(),
    addDays(start, 1).getTime(),
  ];
  const cases = await read.loadCasesByClock(yesterday, tomorrow, now);
  return {
    day: format(start, 'yyyy-MM-dd'),
    now,
    cases: cases.filter((it) => it.clockStartsAt >= today),
    before: cases.filter((it) => it.clockStartsAt < today),
    verdicts: await read.countVerdicts(today, tomorrow, now),
  };
}

/** The figures ask for none of the calls of a case. */
export function casesOf(stored: StoredCase[]): Case[] {
  return stored.map((it) => ({ ...it, calls: [] }));
}
