/** Erases one caller everywhere: their calls and cases, what was said, what was kept, and what the files remember. */

import { setImmediate as breathe } from 'node:timers/promises';
import type { Queries } from '@/db/queries';
import { type CallerNames, namesOf } from '@/domain/caller-names';
import type { Person } from '@/domain/person';
import { partyOf } from '@/domain/phone';
import { auditRow } from './audit';
import { eraseFromBodies } from './erase-bodies';
import { eraseFromTexts } from './erase-texts';
import { removeCalls } from './old-calls';
import { demand } from './permission';
import type { Desk } from './the-desk';

export type Erasure = { calls: number; cases: number; decisions: number };

export type Erased =
  | { is: 'counted'; counts: Erasure }
  /** `isScrubbed` is false where another process kept the file from being cleared of its traces; ask again then. */
  | { is: 'erased'; counts: Erasure; isScrubbed: boolean }
  | { is: 'refused'; error: string; status: 400 | 409 };

const legsAtOnce = 500;
const callsAtOnce = 50;
/** Before every call. */
const ever = -8.64e15;

/** What erasing would take away, taking nothing. */
export async function countErasure(desk: Desk, by: Person, number: string, now: number): Promise<Erased> {
  const caller = await callerOf(desk, by, number, now);
  if ('is' in caller) return caller;
  return { is: 'counted', counts: await counted(desk, await callIdsOf(desk.store.read, caller)) };
}

/** In parts; one that was broken off is completed by asking again. Kept bodies go first: they are found by the calls. */
export async function eraseCaller(desk: Desk, by: Person, number: string, now: number): Promise<Erased> {
  const caller = await callerOf(desk, by, number, now);
  if ('is' in caller) return caller;
  const callIds = await callIdsOf(desk.store.read, caller);
  const counts = await counted(desk, callIds);
  await eraseFromBodies(desk, caller.names, new Set(callIds));
  await eraseFromTexts(desk, caller.names);
  await eraseDescription(desk, caller.key);
  for (let start = 0; start < callIds.length; start += callsAtOnce) {
    await removeCalls(desk, async () => callIds.slice(start, start + callsAtOnce));
    await breathe();
  }
  await desk.store.write(async (tx) => {
    await tx.forgetNumbers([caller.key]);
    await tx.saveAudit(auditRow(by, now, 'erased a caller', counts));
  });
  return { is: 'erased', counts, isScrubbed: await desk.store.scrub(caller.names.isNamedIn) };
}

/** What people said of them: the name, the mark, the notes. */
async function eraseDescription(desk: Desk, key: string): Promise<void> {
  const revision = await desk.store.write(async (tx) => {
    await tx.deleteCaller(key);
    return tx.raiseRevision(1);
  });
  desk.pulse.announce(revision);
}

type Caller = { key: string; names: CallerNames };

async function callerOf(
  desk: Desk,
  by: Person,
  number: string,
  now: number,
): Promise<Caller | Extract<Erased, { is: 'refused' }>> {
  demand(by, 'administer');
  const { read } = desk.store;
  const settings = await desk.settings(read);
  const { country } = settings.desk(now);
  const { key } = partyOf(number, country);
  if (key === null) return { is: 'refused', status: 400, error: '`number` must be a phone number.' };
  if (settings.did(key, now).isOurs || (await read.loadDids()).includes(key))
    return { is: 'refused', status: 409, error: 'That is a number of this desk, not of a caller.' };
  return { key, names: namesOf(key, country) };
}

/** The calls from or to them, and those of which any leg names them. */
async function callIdsOf(read: Queries, { key, names }: Caller): Promise<string[]> {
  const ids = new Set((await read.loadCallsSince(new Map([[key, ever]]))).map(({ id }) => id));
  for (let after = { callId: '', copy: '' }; ; ) {
    const legs = await read.loadLegsAfter(after, legsAtOnce);
    for (const { copy: _copy, id: _id, callId, ...said } of legs) if (names.isNamedIn(said)) ids.add(callId);
    const last = legs.at(-1);
    if (!last) return [...ids];
    after = last;
    await breathe();
  }
}

async function counted({ store: { read } }: Desk, callIds: string[]): Promise<Erasure> {
  const calls = await read.loadCalls(callIds);
  return {
    calls: callIds.length,
    cases: new Set(calls.flatMap(({ caseId }) => caseId ?? [])).size,
    decisions: (await read.loadDecisionsAbout(callIds)).length,
  };
}
