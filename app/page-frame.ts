/** What every page beside the board needs of the desk for its first paint. */

import { anywhere, caseQuery } from '@/components/views';
import { loadSavedViews, type SavedView } from '@/desk/saved-views';
import type { Desk } from '@/desk/the-desk';
import { parseBoardQuery } from '@/domain/board-query';
import type { Person } from '@/domain/person';
import type { LoadedBoard } from './board-fetch';

export type PageFrame = {
  first: LoadedBoard;
  firstNow: number;
  zone: string;
  by: Person;
  views: SavedView[];
};

/** The counts of the rail, with a single row: they come with every answer of the board. */
export async function loadPageFrame(desk: Desk, by: Person): Promise<PageFrame> {
  const address = caseQuery({ ...anywhere, limit: 1 }, by.name);
  const parsed = parseBoardQuery(address);
  if ('error' in parsed) throw new Error(parsed.error);
  const firstNow = desk.clock();
  const board = await desk.board.load(by, parsed.query);
  const { timeZone } = (await desk.settings(desk.store.read)).desk(firstNow);
  return {
    first: { query: address.toString(), board },
    firstNow,
    zone: timeZone,
    by,
    views: await loadSavedViews(desk, by),
  };
}
