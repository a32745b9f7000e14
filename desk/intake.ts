/** The intake of a desk: one queue per process, so that what arrives together is committed together. */

import { StoreUnavailable } from '@/db/store';
import { countBusy, countCommit, metrics } from './metrics';
import { howUnderstood, type Incoming, type Outcome, type Receipt, type Settled } from './receive';
import type { Desk } from './the-desk';

export type Intake = (incoming: Incoming) => Promise<Receipt>;

type Waiting = { incoming: Incoming; resolve(receipt: Receipt): void; reject(error: unknown): void };

/** Deliveries that share a transaction, and what may wait for one. Beyond it the sender is told to come again. */
const mostTogether = 256;
const mostBytesTogether = 4 * 1024 * 1024;
const mostWaiting = 1000;
const mostWaitingBytes = 16 * 1024 * 1024;

/** What keeps a batch: `receive`, here or in a thread of its own (`front/intake.ts`). */
export function openIntake(
  { pulse, store }: Pick<Desk, 'pulse' | 'store'>,
  keep: (batch: Incoming[]) => Promise<Settled>,
): Intake {
  const waiting: Waiting[] = [];
  let bytes = 0;
  let isKeeping = false;
  let isDue = false;
  metrics().queue = () => ({ deliveries: waiting.length, bytes });

  /** Resolves once the delivery is on the disk. Throws StoreUnavailable when it is not, and may be sent again. */
  return function take(incoming) {
    if (waiting.length >= mostWaiting || bytes > mostWaitingBytes) {
      countBusy();
      throw new StoreUnavailable('Too many deliveries are waiting.');
    }
    return new Promise((resolve, reject) => {
      waiting.push({ incoming, resolve, reject });
      bytes += incoming.body.length;
      if (isDue) return;
      isDue = true;
      // Whatever else has come by now belongs to the same batch.
      setImmediate(handOn);
    });
  };

  function handOn(): void {
    isDue = false;
    // One batch at a time: whatever comes meanwhile shares the next one, and its flush to the disk.
    if (isKeeping || waiting.length === 0) return;
    isKeeping = true;
    void settle(waiting.splice(0, roomFor(waiting)));
  }

  async function settle(batch: Waiting[]): Promise<void> {
    for (const { incoming } of batch) bytes -= incoming.body.length;
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
      isKeeping = false;
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

/** How many of those that wait go together; at least one. */
function roomFor(waiting: Waiting[]): number {
  let room = 0;
  for (let bytes = 0; room < waiting.length && room < mostTogether && bytes < mostBytesTogether; room += 1)
    bytes += waiting[room]!.incoming.body.length;
  return room;
}

function tell({ resolve, reject }: Waiting, outcome: Outcome): void {
  if ('receipt' in outcome) resolve(outcome.receipt);
  else if (outcome.trouble === 'unavailable') reject(new StoreUnavailable(outcome.why));
  else reject(new Error(outcome.why));
}
