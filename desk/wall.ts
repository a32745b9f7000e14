/** What hangs on a wall: who waits and since when, for whoever has the link; no names, and numbers in part. */

import { parseBoardQuery } from '@/domain/board-query';
import type { BoardJson } from '@/domain/case-json';
import type { Person } from '@/domain/person';
import type { Desk } from './the-desk';

/** Times in ISO 8601. */
export type WallJson = {
  /** What the desk is called, or the one number that is shown. */
  heading: string | null;
  counts: Pick<BoardJson['counts'], 'open' | 'overdue' | 'attempted' | 'closedToday'>;
  rows: {
    id: string;
    /** The number in part. */
    caller: string;
    did: string;
    missedCount: number;
    firstMissedAt: string;
    overdue: boolean;
  }[];
};

const shownRows = 10;

/** Null for a link that is none, or was revoked; no wall where the asker has that ETag already. */
export async function loadWall(
  desk: Desk,
  secret: string,
  known: string | null,
): Promise<{ etag: string; wall: WallJson | null } | null> {
  const link = await desk.tokens.find('wall', secret, desk.clock());
  if (!link) return null;
  const dids = link.did === null ? null : [link.did];
  // Whoever walks past sees as little as a viewer, and less.
  const passer: Person = { id: null, name: link.name, role: 'viewer', dids };
  const asked = parseBoardQuery(new URLSearchParams({ limit: String(shownRows) }));
  if ('error' in asked) throw new Error(asked.error);
  const { etag, text } = await desk.board.answer(passer, asked.query, known);
  return { etag, wall: text === null ? null : wallOf(JSON.parse(text.plain), link.did) };
}

function wallOf({ name, counts, cases, dids }: BoardJson, did: string | null): WallJson {
  const { open, overdue, attempted, closedToday } = counts;
  const shown = dids.find(({ key }) => key === did);
  return {
    heading: did === null ? name : (shown?.label ?? shown?.display ?? did),
    counts: { open, overdue, attempted, closedToday },
    rows: cases.map(({ id, caller, did, missedCount, firstMissedAt, overdue }) => ({
      ...{ id, missedCount, firstMissedAt, overdue },
      caller: caller.display,
      did: did.label ?? did.display,
    })),
  };
}
