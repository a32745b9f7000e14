/** What could not be understood, as people are shown it. */

import type { Place, QuarantinedRow } from '@/db/queries/quarantine';
import type { Person } from '@/domain/person';
import { type Opened, openBody, openQuery } from '@/domain/reading';
import type { Refusal } from './decide';
import { demand } from './permission';
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
  by: Person,
  after: Place | null,
  limit: number,
): Promise<{ waiting: number; records: QuarantinedJson[]; next: string | null }> {
  demand(by, 'administer');
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

/** An expected "no": somebody settled this one before. */
export function settledBefore({ settledAt, settledBy, settledAs }: QuarantinedRow): Refusal | null {
  if (settledAt === null) return null;
  const error = `Somebody was first (${settledBy}).`;
  return { error, by: settledBy, at: new Date(settledAt).toISOString(), kind: settledAs };
}

/** Opens the body that holds the record, as the webhook did. */
export function openQuarantined({ body, method }: Pick<QuarantinedRow, 'body' | 'method'>): Opened {
  const text = body.toString('utf8');
  return (method === 'POST' ? undefined : openQuery(new URLSearchParams(text))) ?? openBody(text);
}

function recordAt(row: QuarantinedRow): unknown {
  const opened = openQuarantined(row);
  return 'reason' in opened || isWhole(row) ? undefined : opened.records[row.position];
}

export function isWhole({ position }: QuarantinedRow): boolean {
  return position === wholeBody;
}
