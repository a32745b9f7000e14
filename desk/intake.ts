/** The intake of a desk: one queue per process, so that what arrives together is committed together. */

import { StoreUnavailable } from '@/db/store';
import { countBusy, countCommit, metrics } from './metrics';
import { howUnderstood, type Incoming, type Outcome, type Receipt, type Settled } from './receive';
import type { Desk } from './the-desk';

export type Intake = (incoming: Incoming) => Promise<Receipt>;

type Waiting = { incoming: Incoming; resolve(receipt: Receipt): void; reject(error: unknown): void };

/** Deliveries that share a transaction, and what may be on its way to one. Beyond it the sender is told to come again. */
const mostTogether = 256;
const mostBytesTogether = 4 * 1024 * 1024;
const mostWaiting = 1000;
const mostWaitingBytes = 16 * 1024 * 1024;

/**
 * `keep` keeps a batch: `receive`, here or in a thread of its own (`front/intake.ts`). While it is at work, so many as
 * `ahead` wait before they are handed on: what keeps them must then take together what lies there.
 */
export function openIntake(
  { pulse, store }: Pick<Desk, 'pulse' | 'store'>,
  keep: (batch: Incoming[]) => Promise<Settled>,
  ahead = Number.POSITIVE_INFINITY,
): Intake {
  const waiting: Waiting[] = [];
  /** Of all that is not settled yet, handed on or not. */
  const held = { deliveries: 0, bytes: 0 };
  let underWay = 0;
  let isDue = false;
  metrics().queue = () => held;

  /** Resolves once the delivery is on the disk. Throws StoreUnavailable when it is not, and may be sent again. */
  return function take(incoming) {
    if (held.deliveries >= mostWaiting || held.bytes > mostWaitingBytes) {
      countBusy();
      throw new StoreUnavailable('Too many deliveries are waiting.');
    }
    return new Promise((resolve, reject) => {
      waiting.push({ incoming, resolve, reject });
      held.deliveries += 1;
      held.bytes += incoming.body.length;
      if (isDue) return;
      isDue = true;
      // Whatever else has come by now belongs to the same batch.
      setImmediate(handOn);
    });
  };

  function handOn(): void {
    isDue = false;
    // Few that come meanwhile share the next batch, and its flush to the disk.
    if (waiting.length === 0 || (underWay > 0 && waiting.length < ahead)) return;
    underWay += 1;
    void settle(waiting.splice(0, roomFor(waiting, sizeOfOne)));
  }

  async function settle(batch: Waiting[]): Promise<void> {
    try {
      const { outcomes, revision } = await kept(batch);
      for (const [index, one] of batch.entries()) tell(one, outcomes[index]!);
      if (revision !== null) pulse.announce(revision, batch.length);
      note(batch, outcomes);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  /** Who keeps them goes on with the next ones while these are told. */
  async function kept(batch: Waiting[]): Promise<Settled> {
    try {
      return await keep(batch.map(({ incoming }) => incoming));
    } finally {
      underWay -= 1;
      held.deliveries -= batch.length;
      for (const { incoming } of batch) held.bytes -= incoming.body.length;
      handOn();
    }
  }

  /** What was kept, for who watches: the thread that kept it is watched by nobody. */
  function note(batch: Waiting[], outcomes: Outcome[]): void {
    const receipts = outcomes.flatMap((outcome) => ('receipt' in outcome ? [outcome.receipt] : []));
    store.lastWrite = { at: performance.now(), isSaved: receipts.length > 0 };
    countCommit(
      batch.flatMap(({ incoming: { receivedAt } }, index) => {
        const outcome = outcomes[index]!;
        return 'receipt' in outcome ? [{ receivedAt, outcome: howUnderstood(outcome.receipt) }] : [];
      }),
      receipts,
    );
  }
}

type Size = { deliveries: number; bytes: number };

/** How many of those that wait go together; at least one. */
export function roomFor<It>(waiting: It[], sizeOf: (it: It) => Size): number {
  const taken = { deliveries: 0, bytes: 0 };
  const beyond = waiting.findIndex((it) => {
    const { deliveries, bytes } = sizeOf(it);
    const isFull = taken.deliveries + deliveries > mostTogether || taken.bytes >= mostBytesTogether;
    taken.deliveries += deliveries;
    taken.bytes += bytes;
    return isFull;
  });
  return beyond < 0 ? waiting.length : Math.max(beyond, 1);
}

function sizeOfOne({ incoming }: Waiting): Size {
  return { deliveries: 1, bytes: incoming.body.length };
}

function tell({ resolve, reject }: Waiting, outcome: Outcome): void {
  if ('receipt' in outcome) resolve(outcome.receipt);
  else if (outcome.trouble === 'unavailable') reject(new StoreUnavailable(outcome.why));
  else reject(new Error(outcome.why));
}
