/** The board as JSON: built once per revision and view, however many desks ask. */

import { createHash } from 'node:crypto';
import { TZDate } from '@date-fns/tz';
import { addDays, startOfDay } from 'date-fns';
import { type BoardQuery, cursorText } from '@/domain/board-query';
import type { BoardJson } from '@/domain/case-json';
import { mayDo, maySee, type Person, type Sight, sightOf } from '@/domain/person';
import { casesJson, didJson } from './case';
import { deskNameIn } from './desk-name';
import { metrics } from './metrics';
import { spanOfDays } from './span-of-days';
import type { Desk } from './the-desk';

const callsInLists = 20;
const mostViews = 100;

type Moment = { revision: number; passed: number; next: number };

export type Board = {
  /** The board in this view, as it is now. */
  load(by: Person, query: BoardQuery): Promise<BoardJson>;
  /** The same as text for the wire, with its ETag; no text where the asker has that ETag already. */
  answer(by: Person, query: BoardQuery, known: string | null): Promise<{ etag: string; text: string | null }>;
};

export function openBoard(desk: Pick<Desk, 'store' | 'settings' | 'clock'>): Board {
  let moment: Moment | undefined;
  const built = new Map<string, Promise<{ etag: string; json: BoardJson; text: string }>>();

  /** The revision and the last instant at which time alone changed the board: one cheap query when nothing did. */
  async function momentNow(): Promise<Moment> {
    const now = desk.clock();
    const revision = await desk.store.read.revision();
    if (moment?.revision === revision && now < moment.next) return moment;
    const { passed, next } = await desk.store.read.loadInstants(now);
    const today = startOfDay(new TZDate(now, await zoneOf(desk, now)));
    moment = {
      revision,
      passed: Math.max(passed, today.getTime()),
      next: Math.min(next, addDays(today, 1).getTime()),
    };
    return moment;
  }

  async function build(seen: Seen, etag: string, { revision }: Moment) {
    const json = await buildBoard(desk, seen, revision);
    return { etag, json, text: JSON.stringify(json) };
  }

  /** An answer of an older moment makes place; a build that fails is not kept. */
  async function current(seen: Seen, at: Moment) {
    const view = JSON.stringify(seen);
    const etag = etagOf(view, at);
    const kept = built.get(view);
    if (kept && (await kept).etag === etag) {
      metrics().boards.inc({ how: 'kept' });
      return kept;
    }
    metrics().boards.inc({ how: 'built' });
    const fresh = build(seen, etag, at);
    built.delete(view);
    built.set(view, fresh);
    if (built.size > mostViews) built.delete(built.keys().next().value!);
    fresh.catch(() => built.delete(view));
    return fresh;
  }

  return {
    async load(by, query) {
      return (await current(seenBy(by, query), await momentNow())).json;
    },
    async answer(by, query, known) {
      const at = await momentNow();
      const seen = seenBy(by, query);
      const etag = etagOf(JSON.stringify(seen), at);
      if (known?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)) {
        metrics().boards.inc({ how: 'not changed' });
        return { etag, text: null };
      }
      return current(seen, at);
    },
  };
}

/** A view as somebody sees it: the same for everybody who sees as much. */
type Seen = { query: BoardQuery; sight: Sight; isAdmin: boolean };

function seenBy(by: Person, query: BoardQuery): Seen {
  return { query, sight: sightOf(by), isAdmin: mayDo(by, 'administer') };
}

function etagOf(view: string, { revision, passed }: Moment): string {
  const digest = createHash('sha256').update(view).digest('base64url').slice(0, 8);
  return `"${revision}-${passed}-${digest}"`;
}

async function buildBoard(
  { store, settings, clock }: Pick<Desk, 'store' | 'settings' | 'clock'>,
  { query, sight, isAdmin }: Seen,
  revision: number,
): Promise<BoardJson> {
  const now = clock();
  const known = await settings(store.read);
  const { timeZone } = known.desk(now);
  const today = startOfDay(new TZDate(now, timeZone)).getTime();
  const open = (await store.read.countOpen(now)).filter((row) => maySee(sight, row.did));
  const people = (await store.read.countByPerson(now)).filter((row) => maySee(sight, row.did));
  const uncallable = await store.read.countUncallable(now, sight.dids);
  const closedToday = await store.read.countClosedSince(today, sight.dids);
  const dids = (await store.read.loadDids()).filter((did) => maySee(sight, did));
  // Whoever sees numbers in part could ask for the rest by searching.
  const asked = sight.isMasked ? { ...query, q: null } : query;
  const span = query.days && spanOfDays(query.days, timeZone);
  const rows = await store.read.loadPage(asked, now, sight.dids, span);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    revision,
    name: await deskNameIn(store.read),
    counts: {
      open: sum(open, (row) => row.open),
      overdue: sum(open, (row) => row.overdue),
      attempted: sum(open, (row) => row.attempted),
      snoozed: await store.read.countSnoozed(now, sight.dids),
      uncallable,
      quarantined: isAdmin ? await store.read.countQuarantined() : 0,
      closedToday,
      byPerson: countsOfPeople(people),
      overdueByDid: Object.fromEntries(open.map((row) => [row.did, row.overdue])),
      byDid: Object.fromEntries(open.map((row) => [row.did, row.open])),
    },
    dids: dids.map((key) => ({ key, ...didJson(key, key, known.did(key, now)) })),
    cases: await casesJson(
      store.read,
      page.map(({ found }) => found),
      callsInLists,
      known,
      sight,
      now,
    ),
    next: rows.length > query.limit && last ? cursorText(last.cursor) : null,
  };
}

async function zoneOf({ settings, store }: Pick<Desk, 'store' | 'settings'>, now: number): Promise<string> {
  return (await settings(store.read)).desk(now).timeZone;
}

/** A case is that of whoever is on it, and of whoever tried last: once, where that is the same person. */
function countsOfPeople(rows: { claimedBy: string | null; triedBy: string | null; open: number }[]) {
  const counts = new Map<string, number>();
  for (const { claimedBy, triedBy, open } of rows) {
    for (const name of new Set([claimedBy, triedBy]))
      if (name !== null) counts.set(name, (counts.get(name) ?? 0) + open);
  }
  return Object.fromEntries(counts);
}

function sum<Row>(rows: Row[], of: (row: Row) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
