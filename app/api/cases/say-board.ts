/** The board in one view, with the revision in its ETag, as somebody's browser or program takes it. */

import type { Said } from '@/app/api/said';
import type { Desk } from '@/desk/the-desk';
import type { BoardQuery } from '@/domain/board-query';
import type { Person } from '@/domain/person';

/** What the asker says in `if-none-match` and `accept-encoding`. */
type Taker = { known: string | null; codings: string | null };

export async function sayBoard(
  desk: Desk,
  by: Person,
  query: BoardQuery,
  { known, codings }: Taker,
): Promise<Said> {
  const { etag, text } = await desk.board.answer(by, query, known);
  const headers = { etag, 'cache-control': 'private, no-store', vary: 'accept-encoding' };
  if (text === null) return { status: 304, headers, body: null };
  const typed = { ...headers, 'content-type': 'application/json; charset=utf-8' };
  return desk.isAtFrontDoor && takesGzip(codings)
    ? { status: 200, headers: { ...typed, 'content-encoding': 'gzip' }, body: await text.gzipped() }
    : { status: 200, headers: typed, body: text.plain };
}

/** Named, and not by `q=0` as the one to be spared. */
function takesGzip(codings: string | null): boolean {
  return (codings?.toLowerCase().split(',') ?? []).some((coding) =>
    /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/.test(coding),
  );
}
