/** Takes in what reached the webhook: kept, understood and folded in one transaction, answered after it. */

import type { Queries } from '@/db/queries';
import type { Delivery, StoredLeg } from '@/db/queries/records';
import { StoreUnavailable } from '@/db/store';
import { readCdr } from '@/domain/cdr';
import type { Leg } from '@/domain/leg';
import { type Opened, openBody } from '@/domain/reading';
import { wholeBody } from './quarantine';
import { foldLegs } from './refold';
import type { Desk } from './the-desk';

/** What came in over HTTP, with a valid token. */
export type Incoming = {
  body: Buffer;
  method: string;
  contentType: string | null;
  /** A fingerprint of the token, never the token. */
  token: string;
  receivedAt: number;
  /** For a GET whose query is the record: the query, opened. */
  opened?: Opened;
};

export type Receipt = { received: number; new: number; quarantined: number };

/** What one delivery holds, in our words. */
type Understood = {
  incoming: Incoming;
  legs: Leg[];
  received: number;
  quarantined: { position: number; reason: string }[];
};

/** What became of each delivery of a batch: kept, or why not; and the revision that it raised, if any. */
export type Settled = { outcomes: Outcome[]; revision: number | null };

export type Outcome = { receipt: Receipt } | { trouble: 'unavailable' | 'broken'; why: string };

/** Keeps a batch. One delivery that cannot be saved must not take the others with it: then each is saved alone. */
export async function receive(desk: Pick<Desk, 'store' | 'settings'>, batch: Incoming[]): Promise<Settled> {
  const understood = batch.map(understand);
  try {
    return await commit(desk, understood);
  } catch (error) {
    if (error instanceof StoreUnavailable)
      return allIn(batch, { trouble: 'unavailable', why: error.message });
    if (batch.length === 1) return allIn(batch, { trouble: 'broken', why: whole(error) });
    const alone = [];
    for (const one of batch) alone.push(await receive(desk, [one]));
    return {
      outcomes: alone.flatMap(({ outcomes }) => outcomes),
      revision: alone.findLast(({ revision }) => revision !== null)?.revision ?? null,
    };
  }
}

/** With its stack, for the outcome may go to another thread. */
function whole(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function allIn(batch: Incoming[], outcome: Outcome): Settled {
  return { outcomes: batch.map(() => outcome), revision: null };
}

async function commit(
  { store, settings }: Pick<Desk, 'store' | 'settings'>,
  batch: Understood[],
): Promise<Settled> {
  return store.write(async (tx) => {
    const { legs, receipts } = await keep(tx, batch);
    await foldLegs(tx, await settings(tx), legs);
    const isNews = legs.length > 0 || receipts.some(({ quarantined }) => quarantined > 0);
    const revision = isNews ? await tx.raiseRevision(1) : null;
    return { outcomes: receipts.map((receipt) => ({ receipt })), revision };
  });
}

/** Reads a delivery; never throws, whatever its bytes. */
function understand(incoming: Incoming): Understood {
  const opened = incoming.opened ?? openBody(incoming.body.toString('utf8'));
  if ('reason' in opened) {
    return { incoming, legs: [], received: 1, quarantined: [{ position: wholeBody, reason: opened.reason }] };
  }
  const understood: Understood = { incoming, legs: [], received: opened.records.length, quarantined: [] };
  for (const [position, record] of opened.records.entries()) {
    const read = readCdr(record, incoming.receivedAt);
    if ('leg' in read) understood.legs.push(read.leg);
    if ('reason' in read) understood.quarantined.push({ position, reason: read.reason });
  }
  return understood;
}

/**
 * Saves deliveries, what could not be read of them, and the copies of legs that nobody has seen yet. Returns every copy
 * that is now kept of the calls of which one is new.
 */
async function keep(tx: Queries, batch: Understood[]): Promise<{ legs: Leg[]; receipts: Receipt[] }> {
  const deliveryIds = await tx.saveDeliveries(batch.map(deliveryOf));
  const at = (index: number) => ({ deliveryId: deliveryIds[index]!, at: batch[index]!.incoming.receivedAt });
  await tx.saveQuarantined(
    batch.flatMap(({ quarantined }, index) => quarantined.map((it) => ({ ...it, ...at(index) }))),
  );

  const callIds = new Set(batch.flatMap(({ legs }) => legs.map(({ callId }) => callId)));
  const known = new Map((await tx.loadLegs([...callIds])).map((leg) => [leg.copy, leg]));
  const fresh = new Map<string, StoredLeg>();
  const receipts = batch.map(({ legs, received, quarantined }, index) => {
    const receipt = { received, new: 0, quarantined: quarantined.length };
    for (const leg of legs) {
      const before = fresh.get(leg.copy) ?? known.get(leg.copy);
      if (!before) receipt.new += 1;
      else if (before.firstReceivedAt <= leg.firstReceivedAt) continue;
      // Written into the leg itself, which nobody else has: a copy of so many fields costs more than it looks.
      fresh.set(leg.copy, Object.assign(leg, { deliveryId: deliveryIds[index]! }));
    }
    return receipt;
  });
  await tx.saveLegs([...fresh.values()]);

  const changed = new Set<string>();
  for (const [copy, leg] of fresh) {
    changed.add(leg.callId);
    known.set(copy, leg);
  }
  return { legs: [...known.values()].filter(({ callId }) => changed.has(callId)), receipts };
}

function deliveryOf({ incoming, ...receipt }: Understood): Delivery {
  const { receivedAt, token, method, contentType, body } = incoming;
  return {
    receivedAt,
    token,
    method,
    contentType,
    body,
    outcome: howUnderstood({ ...receipt, quarantined: receipt.quarantined.length }),
  };
}

export function howUnderstood({
  received,
  quarantined,
}: Pick<Receipt, 'received' | 'quarantined'>): Delivery['outcome'] {
  if (quarantined === 0) return 'understood';
  return quarantined < received ? 'partly' : 'quarantined';
}
