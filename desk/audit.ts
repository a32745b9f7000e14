/** Who did what, for admins to read; rows that are only ever added, in the write that did it. */

import type { Person } from '@/domain/person';
import { demand } from './permission';
import type { Desk } from './the-desk';

/** `at` in ms; `about` holds no phone number and no secret. */
export function auditRow({ id, name }: Pick<Person, 'id' | 'name'>, at: number, what: string, about: object) {
  return { at, personId: id, by: name, what, about: JSON.stringify(about) };
}

const pageLength = 100;

/** The newest first; `before` is the id at which the page before ended. */
export async function loadAudit(desk: Desk, by: Person, before: number | null) {
  demand(by, 'administer');
  const rows = await desk.store.read.loadAudit(before, pageLength + 1);
  return {
    rows: rows.slice(0, pageLength).map(({ id, at, by, what, about }) => ({
      id,
      at: new Date(at).toISOString(),
      by,
      what,
      about: JSON.parse(about) as Record<string, unknown>,
    })),
    next: rows.length > pageLength ? rows[pageLength - 1]!.id : null,
  };
}
