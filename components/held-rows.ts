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
  /** The pointer is over the rows, or the focus inside them. */
  isReading: boolean;
  /** Rows that stay whatever happens: opened, or with a half-written note. */
  isKept: (key: string) => boolean;
  /** Cases whose rows go at once: settled by this reader, or left behind by them. */
  isLeaving: (id: string) => boolean;
  /** Cases that this reader brought back: they stand where they belong at once. */
  isReturning: (id: string) => boolean;
};

/** What to show next: `shown` stood there until now, `fresh` is the truth in the desk's order. */
export function heldRows(shown: Row[], fresh: CaseJson[], reading: Reading): Row[] {
  const rows = freshRows(shown, fresh);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const mayStay = ({ key, case: { id } }: Row) =>
    !reading.isLeaving(id) && (reading.isReading || reading.isKept(key));
  const standing = shown
    .filter((row) => byKey.has(row.key) || mayStay(row))
    .map((row) => byKey.get(row.key) ?? { ...row, isGone: true });

  if (!reading.isReading) return withGone(rows, standing);
  const stood = new Set(standing.map((row) => row.key));
  const news = rows.filter((row) => !stood.has(row.key));
  const returning = news.filter((row) => reading.isReturning(row.case.id));
  const others = news.filter((row) => !returning.includes(row));
  return [
    ...returning.reduce((result, row) => insertedAfterOneOf(result, row, before(rows, row)), standing),
    ...others,
  ];
}

/** Nobody reads: the fresh order holds, and each kept row stays behind the rows that it stood behind. */
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

/** The fresh cases as rows; a case that was on the desk already keeps the key of its row. */
function freshRows(shown: Row[], fresh: CaseJson[]): Row[] {
  const keyById = new Map(shown.map((row) => [row.case.id, row.key]));
  const taken = new Set(fresh.flatMap(({ id }) => keyById.get(id) ?? []));
  return fresh.map((freshCase) => {
    let key = keyById.get(freshCase.id);
    if (key === undefined) {
      const named = callerKey(freshCase);
      key = named === null || taken.has(named) ? freshCase.id : named;
      taken.add(key);
    }
    return { key, case: freshCase, isGone: false };
  });
}

/** An open case is one caller about one DID (rules.md 15), whatever its id. */
function callerKey({ state, caller, did }: CaseJson): string | null {
  if (state === 'closed' || state === 'uncallable' || caller.e164 === null) return null;
  return `${caller.e164} ${did.e164 ?? did.display}`;
}
