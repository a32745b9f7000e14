/** What somebody asks of the board, read from a URL's query. */

import { type Days, parseDays } from './days';
import { type Outcome, outcomes } from './decision';
import { type BadQuery, bad, didIn, isOneOf, textIn } from './query-parts';

export const boardStates = [
  'open',
  'attempted',
  'overdue',
  'snoozed',
  'closed',
  'uncallable',
  'all',
] as const;
export const boardOrders = ['desk', 'waiting', 'newest'] as const;
/** Which instants of a case lie in the days: any missed call, its clock's start, its closing. */
export const dayKinds = ['missed', 'clock', 'closed'] as const;

/** The states that hold waiting callers; the others come newest first. */
const waitingStates: readonly string[] = ['open', 'attempted', 'overdue'];

const longestPage = 200;

export type DayKind = (typeof dayKinds)[number];

export type BoardQuery = {
  state: (typeof boardStates)[number];
  /** The key of one DID (`dids[].key`), null for all. */
  did: string | null;
  /** Any part of a caller's number. */
  q: string | null;
  /** The name of a person whose live claim, last attempt or closing it is. */
  who: string | null;
  outcome: Outcome | null;
  days: (Days & { on: DayKind }) | null;
  /** `desk`: as rules.md 24 has it; `waiting`: the longest wait first; `newest`: the last missed (or closed) first. */
  order: (typeof boardOrders)[number];
  limit: number;
  cursor: Cursor | null;
};

/** The last row of the page before: its rank and instant (ms) in the order as of a time (ms), and its id. */
export type Cursor = { asOf: number; rank: number; at: number; id: string };

/** Filtered by nothing, from the first row on. */
export const unfiltered = {
  did: null,
  q: null,
  who: null,
  outcome: null,
  days: null,
  cursor: null,
} as const;

/** What is not named gets its default. */
export function parseBoardQuery(params: URLSearchParams): { query: BoardQuery } | BadQuery {
  const outcome = params.get('outcome') || null;
  if (outcome !== null && !isOneOf(outcomes, outcome))
    return bad('outcome', `must be one of ${outcomes.join(', ')}`);
  const state = params.get('state') ?? (outcome === null ? 'open' : 'closed');
  if (!isOneOf(boardStates, state)) return bad('state', `must be one of ${boardStates.join(', ')}`);
  if (outcome !== null && state !== 'closed' && state !== 'all')
    return bad('outcome', 'goes with `state` closed or all');
  const order = params.get('order') ?? (waitingStates.includes(state) ? 'desk' : 'newest');
  if (!isOneOf(boardOrders, order)) return bad('order', `must be one of ${boardOrders.join(', ')}`);
  const limit = Number(params.get('limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > longestPage) {
    return bad('limit', `must be a whole number from 1 to ${longestPage}`);
  }
  const q = textIn(params, 'q');
  if (q && q.length > 100) return bad('q', 'must have at most 100 characters');
  const who = textIn(params, 'who');
  if (who && who.length > 100) return bad('who', 'must have at most 100 characters');
  const on = params.get('on') ?? 'missed';
  if (!isOneOf(dayKinds, on)) return bad('on', `must be one of ${dayKinds.join(', ')}`);
  const readDays = parseDays(params);
  if ('field' in readDays) return bad(readDays.field, readDays.rule);
  const days = readDays.days && { ...readDays.days, on };
  const cursor = params.get('cursor');
  const read = cursor === null ? null : readCursor(cursor);
  if (read === undefined) return bad('cursor', 'is not one that this desk gave');
  return { query: { state, did: didIn(params), q, who, outcome, days, order, limit, cursor: read } };
}

export function cursorText({ asOf, rank, at, id }: Cursor): string {
  return `${asOf}.${rank}.${at}.${id}`;
}

function readCursor(text: string): Cursor | undefined {
  const match = /^(\d{1,16})\.(\d)\.(\d{1,16})\.([\w-]{1,64})$/.exec(text);
  if (!match) return undefined;
  return { asOf: Number(match[1]), rank: Number(match[2]), at: Number(match[3]), id: match[4]! };
}
