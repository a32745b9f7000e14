/** What somebody asks of the list of all calls, read from a URL's query. */

import { type Days, parseDays } from './days';
import { type Direction, directions } from './leg';
import { type BadQuery, bad, didIn, isOneOf, textIn } from './query-parts';
import { type Verdict, verdicts } from './verdict';

const longestCallPage = 200;

/** Where a page begins: beside a call, by its instant (ms) and id. */
export type CallCursor = { at: number; id: string };

export type CallQuery = {
  /** The key of one DID (`dids[].key`), null for all. */
  did: string | null;
  /** Any part of a caller's number or name. */
  q: string | null;
  /** The name of the colleague whom the record names. */
  who: string | null;
  direction: Direction | null;
  verdict: Verdict | null;
  days: Days | null;
  limit: number;
  /** The calls that began before that one (`older`), or after it (`newer`). */
  cursor: CallCursor | null;
  isNewer: boolean;
};

/** What is not named gets its default. */
export function parseCallQuery(params: URLSearchParams): { query: CallQuery } | BadQuery {
  const verdict = params.get('verdict') || null;
  if (verdict !== null && !isOneOf(verdicts, verdict))
    return bad('verdict', `must be one of ${verdicts.join(', ')}`);
  const direction = params.get('direction') || null;
  if (direction !== null && !isOneOf(directions, direction))
    return bad('direction', `must be one of ${directions.join(', ')}`);
  const limit = Number(params.get('limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > longestCallPage)
    return bad('limit', `must be a whole number from 1 to ${longestCallPage}`);
  const q = textIn(params, 'q');
  if (q && q.length > 100) return bad('q', 'must have at most 100 characters');
  const who = textIn(params, 'who');
  if (who && who.length > 100) return bad('who', 'must have at most 100 characters');
  const read = parseDays(params);
  if ('field' in read) return bad(read.field, read.rule);
  const isNewer = params.has('newer');
  const field = isNewer ? 'newer' : 'cursor';
  const text = params.get(field);
  const cursor = text === null ? null : callCursorOf(text);
  if (cursor === undefined) return bad(field, 'is not one that this desk gave');
  const did = didIn(params);
  return { query: { did, q, who, direction, verdict, days: read.days, limit, cursor, isNewer } };
}

export function callCursorText({ at, id }: CallCursor): string {
  return `${at}.${id}`;
}

/** Undefined where the text is none. */
export function callCursorOf(text: string): CallCursor | undefined {
  const match = /^(\d{1,16})\.([\w-]{1,64})$/.exec(text);
  return match ? { at: Number(match[1]), id: match[2]! } : undefined;
}
