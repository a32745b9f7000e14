/** A batch and what became of it, packed for their way between two threads, which costs as much as it has objects. */

import type { Incoming, Outcome, Receipt, Settled } from '@/desk/receive';

type Sender = Pick<Incoming, 'method' | 'contentType' | 'token'>;

/** Bodies one after the other in one piece of memory, which goes over as it is; by their places what belongs to each. */
export type PackedBatch = {
  bytes: Uint8Array<ArrayBuffer>;
  /** Where each body ends. */
  ends: Uint32Array;
  /** ms */
  receivedAt: Float64Array;
  /** Few: mostly all come in the same way. */
  senders: Sender[];
  senderOf: Uint16Array;
  /** Of those that were opened before. */
  opened: Map<number, Incoming['opened']>;
};

export function packBatch(batch: Incoming[]): PackedBatch {
  const bytes = new Uint8Array(batch.reduce((length, { body }) => length + body.length, 0));
  const packed: PackedBatch = {
    bytes,
    ends: new Uint32Array(batch.length),
    receivedAt: new Float64Array(batch.length),
    senders: [],
    senderOf: new Uint16Array(batch.length),
    opened: new Map(),
  };
  let end = 0;
  for (const [index, incoming] of batch.entries()) {
    bytes.set(incoming.body, end);
    end += incoming.body.length;
    packed.ends[index] = end;
    packed.receivedAt[index] = incoming.receivedAt;
    packed.senderOf[index] = placeOf(incoming, packed.senders);
    if (incoming.opened) packed.opened.set(index, incoming.opened);
  }
  return packed;
}

function placeOf({ method, contentType, token }: Sender, senders: Sender[]): number {
  const place = senders.findLastIndex(
    (known) => known.token === token && known.contentType === contentType && known.method === method,
  );
  return place < 0 ? senders.push({ method, contentType, token }) - 1 : place;
}

export function sizeOf({ bytes, ends }: PackedBatch) {
  return { deliveries: ends.length, bytes: bytes.length };
}

export function unpackBatch({ bytes, ends, receivedAt, senders, senderOf, opened }: PackedBatch): Incoming[] {
  return Array.from(ends, (end, index) => {
    const from = ends[index - 1] ?? 0;
    const { method, contentType, token } = senders[senderOf[index]!]!;
    return {
      body: Buffer.from(bytes.buffer, from, end - from),
      method,
      contentType,
      token,
      receivedAt: receivedAt[index]!,
      opened: opened.get(index),
    };
  });
}

export type PackedSettled = {
  /** Of each its receipt, as three numbers; zeros where there is none. */
  receipts: Uint32Array;
  troubles: Map<number, Exclude<Outcome, { receipt: Receipt }>>;
  revision: Settled['revision'];
};

export function packSettled({ outcomes, revision }: Settled): PackedSettled {
  const receipts = new Uint32Array(3 * outcomes.length);
  const troubles: PackedSettled['troubles'] = new Map();
  for (const [index, outcome] of outcomes.entries()) {
    if (!('receipt' in outcome)) troubles.set(index, outcome);
    else {
      receipts[3 * index] = outcome.receipt.received;
      receipts[3 * index + 1] = outcome.receipt.new;
      receipts[3 * index + 2] = outcome.receipt.quarantined;
    }
  }
  return { receipts, troubles, revision };
}

export function unpackSettled({ receipts, troubles, revision }: PackedSettled): Settled {
  const outcomes = Array.from({ length: receipts.length / 3 }, (_, index): Outcome => {
    const receipt = {
      received: receipts[3 * index]!,
      new: receipts[3 * index + 1]!,
      quarantined: receipts[3 * index + 2]!,
    };
    return troubles.get(index) ?? { receipt };
  });
  return { outcomes, revision };
}
