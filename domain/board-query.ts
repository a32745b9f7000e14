/** What somebody asks of the board, read from a URL's query. */

export const boardStates = ['open', 'snoozed', 'closed', 'uncallable', 'all'] as const;
export const boardOrders = ['desk', 'waiting', 'newest'] as const;

const longestPage = 200;

export type BoardQuery = {
  state: (typeof boardStates)[number];
  /** The key of one DID (`dids[].key`), null for all. */
  did: string | null;
  /** Any part of a caller's number. */
  q: string | null;
  /** `desk`: as rules.md 24 has it; `waiting`: the longest wait first; `newest`: the last missed (or closed) first. */
  order: (typeof boardOrders)[number];
  limit: number;
  cursor: Cursor | null;
};

/** The last row of the page before: its rank and instant (ms) in the order as of a time (ms), and its id. */
export type Cursor = { asOf: number; rank: number; at: number; id: string };

export type BadQuery = { field: string; error: string };

/** Reads `state`, `did`, `q`, `order`, `limit` and `cursor`; what is not named gets its default. */
export function parseBoardQuery(params: URLSearchParams): { query: BoardQuery } | BadQuery {
  const state = params.get('state') ?? 'open';
  if (!isOneOf(boardStates, state)) return bad('state', `must be one of ${boardStates.join(', ')}`);
  const order = params.get('order') ?? (state === 'open' ? 'desk' : 'newest');
  if (!isOneOf(boardOrders, order)) return bad('order', `must be one of ${boardOrders.join(', ')}`);
  const limit = Number(params.get('limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > longestPage) {
    return bad('limit', `must be a whole number from 1 to ${longestPage}`);
  }
  const q = withoutNul(params.get('q'))?.trim() || null;
  if (q && q.length > 100) return bad('q', 'must have at most 100 characters');
  const cursor = params.get('cursor');
  const read = cursor === null ? null : readCursor(cursor);
  if (read === undefined) return bad('cursor', 'is not one that this desk gave');
  return { query: { state, did: didIn(params), q, order, limit, cursor: read } };
}

export function cursorText({ asOf, rank, at, id }: Cursor): string {
  return `${asOf}.${rank}.${at}.${id}`;
}

function readCursor(text: string): Cursor | undefined {
  const match = /^(\d{1,16})\.(\d)\.(\d{1,16})\.([\w-]{1,64})$/.exec(text);
  if (!match) return undefined;
  return { asOf: Number(match[1]), rank: Number(match[2]), at: Number(match[3]), id: match[4]! };
}

/** PostgreSQL takes no text with it. */
function withoutNul(text: string | null): string | undefined {
  return text?.replaceAll('\0', '');
}

/** A `+` that nobody encoded reaches us as a space. */
function didIn(params: URLSearchParams): string | null {
  const did = withoutNul(params.get('did'));
  return did?.replace(/^ (?=\d)/, '+').trim() || null;
}

function bad(field: string, rule: string): BadQuery {
  return { field, error: `\`${field}\` ${rule}.` };
}

function isOneOf<Text extends string>(list: readonly Text[], text: string): text is Text {
  return (list as readonly string[]).includes(text);
}
