/** Takes one caller's records out of the kept bodies; a body that holds others' too is written again without them. */

import { setImmediate as breathe } from 'node:timers/promises';
import type { Queries } from '@/db/queries';
import type { QuarantineRow } from '@/db/queries/quarantine';
import type { StoredDelivery } from '@/db/queries/records';
import type { CallerNames } from '@/domain/caller-names';
import { grouped } from '@/domain/grouped';
import { deliveredLegs, deliveredRecords } from './delivered-records';
import { wholeBody } from './quarantine';
import type { Desk } from './the-desk';

const deliveriesAtOnce = 100;

/** A record goes that names the caller, or that belongs to one of these calls. */
export async function eraseFromBodies(desk: Desk, names: CallerNames, callIds: Set<string>): Promise<void> {
  for (let after = 0; ; ) {
    const deliveries = await desk.store.read.loadDeliveriesAfter(after, deliveriesAtOnce);
    const last = deliveries.at(-1);
    if (!last) return;
    const named = deliveries.flatMap((delivery) => rewritten(delivery, names, callIds) ?? []);
    if (named.length > 0) await desk.store.write((tx) => save(tx, named));
    after = last.id;
    await breathe();
  }
}

type Rewritten = { id: number; body: Buffer; gone: Set<number> };

/** Null where nothing in it has to go. */
function rewritten(delivery: StoredDelivery, names: CallerNames, callIds: Set<string>): Rewritten | null {
  const { id } = delivery;
  const records = deliveredRecords(delivery);
  const ofCalls = deliveredLegs(delivery).filter(({ leg }) => callIds.has(leg.callId));
  const gone = new Set(ofCalls.map(({ position }) => position));
  for (const [position, record] of records.entries()) if (names.isNamedIn(record)) gone.add(position);
  // What stands around the records, or could not be opened, may name them as well.
  if (gone.size === 0 && !isNamedInBytes(delivery, names)) return null;
  const left = records.filter((_record, position) => !gone.has(position));
  return { id, gone, body: left.length > 0 ? Buffer.from(JSON.stringify(left)) : Buffer.alloc(0) };
}

function isNamedInBytes({ body }: StoredDelivery, names: CallerNames): boolean {
  const text = body.toString('utf8');
  const plain = text.replace(/%([0-9a-f]{2})/gi, (_code, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return names.isNamedIn(text) || names.isNamedIn(plain);
}

async function save(tx: Queries, named: Rewritten[]): Promise<void> {
  const rows = grouped(await tx.loadQuarantineOf(named.map(({ id }) => id)), ({ deliveryId }) => deliveryId);
  for (const { id, body, gone } of named) {
    await tx.saveBody(id, body);
    await tx.replaceQuarantine(id, body.length > 0 ? movedUp(rows.get(id) ?? [], gone) : []);
  }
}

/** The places of the records that are left, now that others before them are gone. */
function movedUp(rows: QuarantineRow[], gone: Set<number>): QuarantineRow[] {
  return rows
    .filter(({ position }) => !gone.has(position))
    .map((row) => ({ ...row, position: row.position === wholeBody ? wholeBody : placeIn(row, gone) }));
}

function placeIn({ position }: QuarantineRow, gone: Set<number>): number {
  return position - [...gone].filter((it) => it < position).length;
}
