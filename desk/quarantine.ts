/** What could not be understood: listed, read again once the reader is better, or discarded with a note. */

import type { Queries } from '@/db/queries';
import type { Place, QuarantinedRow } from '@/db/queries/quarantine';
import { readCdr } from '@/domain/cdr';
import { type Opened, openBody, openQuery } from '@/domain/reading';
import { refold } from './refold';
import type { Desk } from './the-desk';

export type { Place };

export type QuarantinedJson = {
  delivery: number;
  position: number;
  reason: string;
  receivedAt: string;
  /** The record by itself where the body could be opened, else the body as it came; long ones are cut. */
  text: string;
};

const longestText = 4000;

/** The place of a body that could not be opened at all. */
export const wholeBody = -1;

export async function listQuarantine(
  desk: Desk,
  after: Place | null,
  limit: number,
): Promise<{ waiting: number; records: QuarantinedJson[]; next: string | null }> {
  const rows = await desk.store.read.loadQuarantined(after, limit + 1);
  const last = rows[limit - 1];
  return {
    waiting: await desk.store.read.countQuarantined(),
    records: rows.slice(0, limit).map(quarantinedJson),
    next: rows.length > limit && last ? `${last.deliveryId}.${last.position}` : null,
  };
}

function quarantinedJson(row: QuarantinedRow): QuarantinedJson {
  const record = recordAt(row);
  const text = record === undefined ? row.body.toString('utf8') : JSON.stringify(record, null, 2);
  return {
    delivery: row.deliveryId,
    position: row.position,
    reason: row.reason,
    receivedAt: new Date(row.receivedAt).toISOString(),
    text: text.length > longestText ? `${text.slice(0, longestText)} …` : text,
  };
}

/** Reads one again. True when it was understood now, or had been settled before; reading twice doubles nothing. */
export async function readAgain(desk: Desk, place: Place, by: string, now: number): Promise<boolean | null> {
  const { wasRead, revision } = await desk.store.write(async (tx) => {
    const row = await tx.loadQuarantinedAt(place);
    if (!row) return { wasRead: null, revision: null };
    if (row.settledAt !== null) return { wasRead: true, revision: null };
    const wasRead = await readRow(tx, desk, row, by, now);
    return { wasRead, revision: await tx.raiseRevision(1) };
  });
  if (revision !== null) desk.pulse.announce(revision);
  return wasRead;
}

/** Reads all of them again, in parts. Tells how many were understood, and how many still wait. */
export async function readAllAgain(
  desk: Desk,
  by: string,
  now: number,
): Promise<{ read: number; waiting: number }> {
  let read = 0;
  let after: Place | null = null;
  for (;;) {
    const rows = await desk.store.read.loadQuarantined(after, 100);
    for (const row of rows) if (await readAgain(desk, row, by, now)) read += 1;
    const last = rows.at(-1);
    if (!last) return { read, waiting: await desk.store.read.countQuarantined() };
    after = { deliveryId: last.deliveryId, position: last.position };
  }
}

/** Takes one off the list with a note. False when somebody had settled it before; null when there is none. */
export async function discard(
  desk: Desk,
  place: Place,
  by: string,
  note: string,
  now: number,
): Promise<boolean | null> {
  const { isFirst, revision } = await desk.store.write(async (tx) => {
    if (!(await tx.loadQuarantinedAt(place))) return { isFirst: null, revision: null };
    const isFirst = await tx.settleQuarantined(place, {
      settledAs: 'discarded',
      settledBy: by,
      settledAt: now,
      note,
    });
    return { isFirst, revision: isFirst ? await tx.raiseRevision(1) : null };
  });
  if (revision !== null) desk.pulse.announce(revision);
  return isFirst;
}

async function readRow(
  tx: Queries,
  desk: Desk,
  row: QuarantinedRow,
  by: string,
  now: number,
): Promise<boolean> {
  const place = { deliveryId: row.deliveryId, position: row.position };
  const opened = open(row);
  // A body that could not be opened at all stands as one row: now it may hold many records.
  const records =
    'reason' in opened
      ? []
      : isWhole(row)
        ? opened.records
        : opened.records.slice(row.position, row.position + 1);
  const read = records.map((record) => readCdr(record, row.receivedAt));
  const wrong =
    'reason' in opened ? opened.reason : read.flatMap((it) => ('reason' in it ? it.reason : []))[0];
  const legs = read.flatMap((it) => ('leg' in it ? it.leg : []));
  const known = await tx.loadReceipts(legs.map((leg) => leg.copy));
  const fresh = new Map(legs.filter((leg) => !known.has(leg.copy)).map((leg) => [leg.copy, leg]));
  await tx.saveLegs([...fresh.values()].map((leg) => ({ ...leg, deliveryId: row.deliveryId })));
  await refold(tx, await desk.settings(tx), [...new Set([...fresh.values()].map((leg) => leg.callId))]);
  if (wrong !== undefined) {
    await tx.saveReason(place, wrong);
    return false;
  }
  return tx.settleQuarantined(place, { settledAs: 'read', settledBy: by, settledAt: now, note: null });
}

function recordAt(row: QuarantinedRow): unknown {
  const opened = open(row);
  return 'reason' in opened || isWhole(row) ? undefined : opened.records[row.position];
}

function open({ body, method }: QuarantinedRow): Opened {
  const text = body.toString('utf8').replace(/^\uFEFF/, '');
  return (method === 'POST' ? undefined : openQuery(new URLSearchParams(text))) ?? openBody(text);
}

function isWhole({ position }: QuarantinedRow): boolean {
  return position === wholeBody;
}
