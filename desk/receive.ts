/** Takes in what reached the webhook: kept, understood and folded in one transaction, answered after it. */

import type { Queries } from '@/db/queries';
import type { Delivery } from '@/db/queries/records';
import { StoreUnavailable } from '@/db/store';
import { readCdr } from '@/domain/cdr';
import type { Leg } from '@/domain/leg';
import { type Opened, openBody } from '@/domain/reading';
import { countBusy, countCommit, metrics } from './metrics';
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

type Waiting = {
  understood: Understood;
  resolve: (receipt: Receipt) => void;
  reject: (error: unknown) => void;
};

/** Deliveries that share a transaction, and what may wait for one. Beyond it the sender is told to come again. */
const mostTogether = 256;
const mostWaiting = 2000;
const mostWaitingBytes = 32 * 1024 * 1024;

/** Opens the intake of a desk: one queue per process, so that what arrives together is committed together. */
export function openIntake({ store, settings, pulse }: Pick<Desk, 'store' | 'settings' | 'pulse'>) {
  let waiting: Waiting[] = [];
  let waitingBytes = 0;
  let isRunning = false;
  metrics().queue = () => ({ deliveries: waiting.length, bytes: waitingBytes });

  /** Resolves once the delivery is on the disk. Throws StoreUnavailable when it is not, and may be sent again. */
  return function receive(incoming: Incoming): Promise<Receipt> {
    if (waiting.length >= mostWaiting || waitingBytes > mostWaitingBytes) {
      countBusy();
      throw new StoreUnavailable('Too many deliveries are waiting.');
    }
    return new Promise((resolve, reject) => {
      waiting.push({ understood: understand(incoming), resolve, reject });
      waitingBytes += incoming.body.length;
      if (!isRunning) {
        isRunning = true;
        setImmediate(run);
      }
    });
  };

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, mostTogether);
      waiting = waiting.slice(mostTogether);
      for (const { understood } of batch) waitingBytes -= understood.incoming.body.length;
      await settle(batch);
    }
    isRunning = false;
  }

  /** One delivery that cannot be saved must not take the others with it: then each is saved alone. */
  async function settle(batch: Waiting[]): Promise<void> {
    try {
      const receipts = await commit(batch.map(({ understood }) => understood));
      for (const [index, { resolve }] of batch.entries()) resolve(receipts[index]!);
    } catch (error) {
      if (batch.length === 1 || error instanceof StoreUnavailable) {
        for (const { reject } of batch) reject(error);
      } else {
        for (const one of batch) await settle([one]);
      }
    }
  }

  async function commit(batch: Understood[]): Promise<Receipt[]> {
    const { receipts, revision } = await store.write(async (tx) => {
      const { fresh, receipts } = await keep(tx, batch);
      await foldLegs(tx, await settings(tx), [...new Set(fresh.map((leg) => leg.callId))]);
      const isNews = fresh.length > 0 || receipts.some(({ quarantined }) => quarantined > 0);
      return { receipts, revision: isNews ? await tx.raiseRevision(1) : null };
    });
    countCommit(batch.map(deliveryOf), receipts);
    if (revision !== null) pulse.announce(revision);
    return receipts;
  }
}

/** Reads a delivery; never throws, whatever its bytes. */
function understand(incoming: Incoming): Understood {
  const opened = incoming.opened ?? openBody(incoming.body.toString('utf8').replace(/^\uFEFF/, ''));
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

/** Saves deliveries, what could not be read of them, and the copies of legs that nobody has seen yet. */
async function keep(tx: Queries, batch: Understood[]): Promise<{ fresh: Leg[]; receipts: Receipt[] }> {
  const deliveryIds = await tx.saveDeliveries(batch.map(deliveryOf));
  const at = (index: number) => ({ deliveryId: deliveryIds[index]!, at: batch[index]!.incoming.receivedAt });
  await tx.saveQuarantined(
    batch.flatMap(({ quarantined }, index) => quarantined.map((it) => ({ ...it, ...at(index) }))),
  );

  const known = await tx.loadReceipts([...new Set(batch.flatMap(({ legs }) => legs.map((leg) => leg.copy)))]);
  const fresh = new Map<string, Leg & { deliveryId: number }>();
  const receipts = batch.map(({ legs, received, quarantined }, index) => {
    const receipt = { received, new: 0, quarantined: quarantined.length };
    for (const leg of legs) {
      const firstReceivedAt = fresh.get(leg.copy)?.firstReceivedAt ?? known.get(leg.copy);
      if (firstReceivedAt === undefined) receipt.new += 1;
      if (firstReceivedAt !== undefined && firstReceivedAt <= leg.firstReceivedAt) continue;
      fresh.set(leg.copy, { ...leg, deliveryId: deliveryIds[index]! });
    }
    return receipt;
  });
  await tx.saveLegs([...fresh.values()]);
  return { fresh: [...fresh.values()], receipts };
}

function deliveryOf({ incoming, received, quarantined }: Understood): Delivery {
  const { receivedAt, token, method, contentType, body } = incoming;
  const outcome =
    quarantined.length === 0 ? 'understood' : quarantined.length < received ? 'partly' : 'quarantined';
  return { receivedAt, token, method, contentType, body, outcome };
}
