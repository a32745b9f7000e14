/** Which rows stand on the desk when fresh cases arrive: the ground does not move under somebody who reads. */

import type { CaseJson } from '@/domain/case-json';

export type Row = {
  /** Stays the same while the row is on the desk, though its case may get another id. */
  key: string;
  case: CaseJson;
  /** True where the fresh cases no longer hold it and it only keeps its place. */
  isGone: boolean;
  /** True where the case is none any more: a late record of an answered leg took it off. */
  isVanished?: boolean;
};

export type Reading = {
  /** The desk has more rows than the fresh ones. */
  hasMore: boolean;
  /** Somebody reads the rows, or has asked them to stand still. */
  isStill: boolean;
  /** What is done about rows that came: held back while the rows stand still, unless the reader asked for more. */
  news: 'hold' | 'insert' | 'in order';
  /** Rows that stay whatever happens: opened, or with a half-written note. */
  isKept: (key: string) => boolean;
  /** Rows whose greyed time is not over: nobody's click lands on another caller because one has just gone. */
  isLingering: (key: string) => boolean;
  /** Cases whose rows go at once: settled by this reader, or left behind by them. */
  isLeaving: (id: string) => boolean;
  /** Cases that this reader brought back: they stand where they belong at once. */
  isReturning: (id: string) => boolean;
};

/** The rows that stand on the desk, and in the desk's order those that wait to be let in. */
export type Held = { rows: Row[]; waiting: Row[] };

/** What to show next: `shown` stood there until now, `fresh` is the truth in the desk's order. */
export function heldRows(shown: Row[], fresh: CaseJson[], reading: Reading): Held {
  const rows = freshRows(shown, fresh);
  // Where nothing stands, nothing moves; and an empty list must mean that nobody waits.
  if (shown.length === 0) return { rows, waiting: [] };
  const standing = standingRows(shown, rows, reading);
  if (!reading.isStill || reading.news === 'in order') return { rows: withGone(rows, standing), waiting: [] };

  const stood = new Set(standing.map((row) => row.key));
  const news = rows.filter((row) => !stood.has(row.key));
  const admitted = news.filter((row) => reading.news === 'insert' || reading.isReturning(row.case.id));
  return {
    rows: admitted.reduce((result, row) => insertedAfterOneOf(result, row, before(rows, row)), standing),
    waiting: news.filter((row) => !admitted.includes(row)),
  };
}

/**
 * Those that were there, as they are now; who has just gone stays, greyed, and longer while somebody reads. A row behind
 * the last fresh one only fell off the end of a long list.
 */
function standingRows(shown: Row[], rows: Row[], reading: Reading): Row[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const last = reading.hasMore ? shown.findIndex((row) => row.key === rows.at(-1)?.key) : -1;
  const isPastEnd = (index: number) => last >= 0 && index > last;
  const mayStay = ({ key, isGone, case: { id } }: Row, index: number) =>
    !reading.isLeaving(id) &&
    (reading.isStill || reading.isKept(key) || (!isPastEnd(index) && (!isGone || reading.isLingering(key))));
  return shown
    .filter((row, index) => byKey.has(row.key) || mayStay(row, index))
    .map((row) => byKey.get(row.key) ?? (row.isGone ? row : { ...row, isGone: true }));
}

/** The fresh order holds, and each row that is gone stays behind the rows that it stood behind. */
function withGone(rows: Row[], standing: Row[]): Row[] {
  return standing
    .filter((row) => row.isGone)
    .reduce((result, row) => insertedAfterOneOf(result, row, before(standing, row)), rows);
}

/** The rows before this one, the nearest first. */
function before(rows: Row[], row: Row): Row[] {
  return rows.slice(0, rows.indexOf(row)).reverse();
}

function insertedAfterOneOf(rows: Row[], row: Row, nearestFirst: Row[]): Row[] {
  const neighbour = nearestFirst.find(({ key }) => rows.some((other) => other.key === key));
  const at = rows.findIndex((other) => other.key === neighbour?.key) + 1;
  return [...rows.slice(0, at), row, ...rows.slice(at)];
}

/** The fresh cases as rows; a case that was on the desk already keeps the key of its row, and the row if it is as it was. */
function freshRows(shown: Row[], fresh: CaseJson[]): Row[] {
  const shownById = new Map(shown.map((row) => [row.case.id, row]));
  const taken = new Set(fresh.flatMap(({ id }) => shownById.get(id)?.key ?? []));
  return fresh.map((freshCase) => {
    const before = shownById.get(freshCase.id);
    if (before?.case === freshCase && !before.isGone) return before;
    let key = before?.key;
    if (key === undefined) {
      const named = callerKey(freshCase);
      key = named === null || taken.has(named) ? freshCase.id : named;
      taken.add(key);
    }
    return { key, case: freshCase, isGone: false };
  });
}

/** An open case is one caller about one DID (rules.md 15), whatever its id. */
export function callerKey({ state, caller, did }: CaseJson): string | null {
  if (state === 'closed' || state === 'uncallable' || caller.e164 === null) return null;
  return `${caller.e164} ${did.e164 ?? did.display}`;
}
