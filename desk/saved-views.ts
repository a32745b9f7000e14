/** Places on the desk that a person saved under a name: their own, and nobody else's. */

import { randomUUID } from 'node:crypto';
import type { StoredView } from '@/db/queries/saved-views';
import type { Person } from '@/domain/person';
import { demand } from './permission';
import type { Desk } from './the-desk';

export type SavedView = { id: string; name: string; query: string };

const viewsAtMost = 50;

/** None for a program. */
export async function loadSavedViews(desk: Desk, by: Person): Promise<SavedView[]> {
  return by.id === null ? [] : (await desk.store.read.loadSavedViews(by.id)).map(viewJson);
}

/** `query` is that of the board's address. Null where the person has as many as there may be. */
export async function saveView(
  desk: Desk,
  by: Person,
  { name, query }: Omit<SavedView, 'id'>,
  now: number,
): Promise<SavedView | null> {
  const personId = keeper(by);
  const row = { id: randomUUID(), personId, name, query, at: now };
  return desk.store.write(async (tx) => {
    if ((await tx.countSavedViews(personId)) >= viewsAtMost) return null;
    await tx.saveView(row);
    return viewJson(row);
  });
}

export async function renameView(
  desk: Desk,
  by: Person,
  id: string,
  name: string,
): Promise<SavedView | null> {
  const renamed = await desk.store.write((tx) => tx.renameView(keeper(by), id, name));
  return renamed && viewJson(renamed);
}

/** False where they have none of that id. */
export async function removeView(desk: Desk, by: Person, id: string): Promise<boolean> {
  return desk.store.write((tx) => tx.deleteView(keeper(by), id));
}

function keeper(by: Person): string {
  demand(by, 'keep');
  return by.id!;
}

function viewJson({ id, name, query }: StoredView): SavedView {
  return { id, name, query };
}
