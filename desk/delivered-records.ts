/** What the kept bytes of a delivery hold, read as the webhook read them. */

import type { QuarantineRow } from '@/db/queries/quarantine';
import type { StoredDelivery } from '@/db/queries/records';
import { readCdr } from '@/domain/cdr';
import type { Leg } from '@/domain/leg';
import { openQuarantined, wholeBody } from './quarantine';

export type Delivered = { position: number; leg: Leg };

/** The records that are legs, by their places; none where the bytes are gone. */
export function deliveredLegs(delivery: StoredDelivery): Delivered[] {
  return deliveredRecords(delivery).flatMap((record, position) => {
    const read = readCdr(record, delivery.receivedAt);
    return 'leg' in read ? [{ position, leg: read.leg }] : [];
  });
}

export function deliveredRecords(delivery: Pick<StoredDelivery, 'body' | 'method'>): unknown[] {
  const opened = delivery.body.length > 0 ? openQuarantined(delivery) : { records: [] };
  return 'reason' in opened ? [] : opened.records;
}

/** Whether quarantine holds the record of that place back: `rows` are those of its delivery. */
export function isHeldBack(position: number, rows: QuarantineRow[]): boolean {
  const row = rows.find((it) => it.position === position) ?? rows.find((it) => it.position === wholeBody);
  return row !== undefined && row.settledAs !== 'read';
}
