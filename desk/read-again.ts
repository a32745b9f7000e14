/** Reads again, once the reader is better, what could not be understood; reading twice doubles nothing. */

import { setImmediate as breathe } from 'node:timers/promises';
import type { Queries } from '@/db/queries';
import type { Place, QuarantinedRow } from '@/db/queries/quarantine';
import { type Read, readCdr } from '@/domain/cdr';
import type { Person } from '@/domain/person';
import type { Opened } from '@/domain/reading';
import type { Refusal } from './decide';
import { demand } from './permission';
import { isWhole, openQuarantined, settledBefore } from './quarantine';
import { refold } from './refold';
import type { Desk } from './the-desk';

const rowsAtOnce = 50;

type Reading = { tx: Queries; desk: Desk; by: Person; now: number };

/** Null when there is none at that place; refused when somebody settled it before. */
export async function readAgain(
  desk: Desk,
  by: Person,
  place: Place,
  now: number,
): Promise<{ is: 'read'; understood: boolean } | { is: 'refused'; refusal: Refusal } | null> {
  demand(by, 'administer');
  const { answer, revision } = await desk.store.write(async (tx) => {
    const row = await tx.loadQuarantinedAt(place);
    const refusal = row && settledBefore(row);
    if (!row) return { answer: null, revision: null };
    if (refusal) return { answer: { is: 'refused', refusal } as const, revision: null };
    const understood = (await readRows({ tx, desk, by, now }, [row])) > 0;
    return { answer: { is: 'read', understood } as const, revision: await tx.raiseRevision(1) };
  });
  if (revision !== null) desk.pulse.announce(revision);
  return answer;
}

/** Reads all of them again, in parts. Tells how many were understood, and how many still wait. */
export async function readAllAgain(
  desk: Desk,
  by: Person,
  now: number,
): Promise<{ read: number; waiting: number }> {
  demand(by, 'administer');
  let read = 0;
  let last: Place | undefined;
  do {
    const part = await desk.store.write(async (tx) => {
      const rows: QuarantinedRow[] = await tx.loadQuarantined(last ?? null, rowsAtOnce);
      // What somebody took away comes back only when it is asked for (`desk/bring-back.ts`).
      const toRead = rows.filter(({ withdrawnBy }) => withdrawnBy === null);
      const understood = await readRows({ tx, desk, by, now }, toRead);
      return { last: rows.at(-1), understood, revision: await tx.raiseRevision(rows.length > 0 ? 1 : 0) };
    });
    desk.pulse.announce(part.revision);
    read += part.understood;
    last = part.last;
    await breathe();
  } while (last);
  return { read, waiting: await desk.store.read.countQuarantined() };
}

/** Runs inside a write. How many of these rows were understood. */
export async function readRows(reading: Reading, rows: QuarantinedRow[]): Promise<number> {
  const { tx, desk } = reading;
  const callIds = new Set<string>();
  let understood = 0;
  for (const row of rows) if (await readRow(reading, row, callIds)) understood += 1;
  await refold(tx, await desk.settings(tx), [...callIds]);
  return understood;
}

/** Keeps the legs that it finds, adds the ids of their calls, and settles the row when nothing of it is left. */
async function readRow(
  { tx, by, now }: Reading,
  row: QuarantinedRow,
  callIds: Set<string>,
): Promise<boolean> {
  const { deliveryId, position, receivedAt } = row;
  const opened = openPlace(row);
  const read: Read[] =
    'reason' in opened ? [opened] : opened.records.map((record) => readCdr(record, receivedAt));
  const legs = read.flatMap((it) => ('leg' in it ? it.leg : []));
  const stored = await tx.loadLegs([...new Set(legs.map(({ callId }) => callId))]);
  const known = new Map(stored.map(({ copy, firstReceivedAt }) => [copy, firstReceivedAt]));
  // Of copies the earliest receipt holds (rules.md 1), and this one may have come before those that were understood.
  const fresh = new Map(
    legs
      .filter((leg) => leg.firstReceivedAt < (known.get(leg.copy) ?? Number.POSITIVE_INFINITY))
      .map((leg) => [leg.copy, { ...leg, deliveryId }]),
  );
  await tx.saveLegs([...fresh.values()]);
  for (const { callId } of fresh.values()) callIds.add(callId);

  const [wrong] = read.flatMap((it) => ('reason' in it ? it.reason : []));
  if (wrong === undefined) {
    const settled = { settledAs: 'read', settledBy: by.name, settledAt: now, note: null } as const;
    return tx.settleQuarantined({ deliveryId, position }, settled);
  }
  if (wrong !== row.reason) await tx.saveReason({ deliveryId, position }, wrong);
  return false;
}

/** A body that could not be opened at all stands as one row: now it may hold many records. */
function openPlace(row: QuarantinedRow): Opened {
  const opened = openQuarantined(row);
  if ('reason' in opened || isWhole(row)) return opened;
  const records = opened.records.slice(row.position, row.position + 1);
  return records.length > 0 ? { records } : { reason: row.reason };
}
