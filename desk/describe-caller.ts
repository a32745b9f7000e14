/** People say who a caller is: a name, the mark of spam, notes. Every open desk shows it. */

import { randomUUID } from 'node:crypto';
import type { Queries } from '@/db/queries';
import { isCallerKey } from '@/domain/caller-key';
import { mayDo, type Person, sightOf } from '@/domain/person';
import { displayOf, maskedOf } from '@/domain/phone';
import { auditRow } from './audit';
import { mayKnow } from './caller';
import { demand } from './permission';
import type { Desk } from './the-desk';

/** What is not given stays as it is; a name of null is taken away. */
export type Description = { name?: string | null; isSpam?: boolean };

/** False where there is no such caller for this person. Whoever sees every DID may name a number before it rings. */
export async function describeCaller(
  desk: Desk,
  by: Person,
  key: string,
  given: Description,
  now: number,
): Promise<boolean> {
  return describing(desk, by, key, async (tx) => {
    const [before] = await tx.loadCallers([key]);
    const was = { name: before?.name ?? null, isSpam: before?.isSpam ?? false };
    const is = { name: given.name === undefined ? was.name : given.name, isSpam: given.isSpam ?? was.isSpam };
    if (is.name === was.name && is.isSpam === was.isSpam) return null;
    await tx.saveCallers([{ caller: key, ...is, savedAt: now, by: by.name }]);
    const about = { caller: inPart(key), ...changesOf(was, is) };
    await tx.saveAudit(auditRow(by, now, 'described a caller', about));
    return true;
  });
}

/** The id of the note, or null where there is no such caller for this person. */
export async function addCallerNote(
  desk: Desk,
  by: Person,
  key: string,
  text: string,
  now: number,
): Promise<string | null> {
  const id = randomUUID();
  const isThere = await describing(desk, by, key, async (tx) => {
    await tx.saveCallerNote({
      id,
      caller: key,
      at: now,
      by: by.name,
      text,
      removedAt: null,
      removedBy: null,
    });
    await tx.saveAudit(auditRow(by, now, 'wrote about a caller', { caller: inPart(key), note: id }));
    return true;
  });
  return isThere ? id : null;
}

/** For good. One's own, or as an admin anybody's. */
export async function removeCallerNote(
  desk: Desk,
  by: Person,
  key: string,
  id: string,
  now: number,
): Promise<'removed' | 'unknown' | 'not theirs'> {
  let answer: 'removed' | 'unknown' | 'not theirs' = 'unknown';
  await describing(desk, by, key, async (tx) => {
    const note = (await tx.loadCallerNotes(key)).find((one) => one.id === id);
    if (!note) return null;
    if (note.by !== by.name && !mayDo(by, 'administer')) {
      answer = 'not theirs';
      return null;
    }
    if (!(await tx.removeCallerNote(id, now, by.name))) return null;
    await tx.saveAudit(auditRow(by, now, 'removed a note', { caller: inPart(key), note: id, of: note.by }));
    answer = 'removed';
    return true;
  });
  return answer;
}

/** One write; the revision rises in it where `work` changed something. False where nobody of that key may be known. */
async function describing(
  desk: Desk,
  by: Person,
  key: string,
  work: (tx: Queries) => Promise<true | null>,
): Promise<boolean> {
  demand(by, 'know callers');
  const sight = sightOf(by);
  if (!isCallerKey(key)) return false;
  if (sight.dids !== null && !(await mayKnow(desk, sight, key))) return false;
  const revision = await desk.store.write(async (tx) => ((await work(tx)) ? tx.raiseRevision(1) : null));
  if (revision !== null) desk.pulse.announce(revision);
  return true;
}

/** The audit holds no number, and no name that erasing the caller would leave there. */
function inPart(key: string): string {
  return maskedOf(displayOf({ key, raw: key }));
}

type Described = { name: string | null; isSpam: boolean };

function changesOf(was: Described, is: Described): object {
  const named = was.name === null ? 'given' : is.name === null ? 'taken away' : 'changed';
  return {
    ...(is.name !== was.name && { name: named }),
    ...(is.isSpam !== was.isSpam && { isSpam: is.isSpam }),
  };
}
