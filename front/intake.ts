/** The intake in a thread of its own: keeping a record holds up neither the next one nor any screen. */

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { TurnsMemory } from '@/db/turns';
import { metrics } from '@/desk/metrics';
import type { Incoming, Settled } from '@/desk/receive';
import type { Desk } from '@/desk/the-desk';
import type { DeskSettings } from '@/domain/settings';
import { type PackedBatch, type PackedSettled, packBatch, unpackSettled } from './packing';

export type IntakeData = {
  url: string;
  directUrl: string | undefined;
  turns: TurnsMemory;
  defaults: DeskSettings;
};
/** A group of deliveries; several that lie there at once share a transaction. */
export type Group = { id: number; packed: PackedBatch };
export type ToThread = Group | 'close';
/** What became of some groups, one after the other. */
export type FromThread = { ids: number[]; packed: PackedSettled };

export type IntakeThread = {
  /** May be asked anew before it has answered: what lies there is kept together. */
  keep(group: Incoming[]): Promise<Settled>;
  /** Resolves when all that was handed on is kept. */
  close(): Promise<void>;
};

/** A batch is soon forgotten: with little room for what is young its memory is used again at once, MB. */
const resourceLimits = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 256 };

/** So many are handed on while the thread is at work: it finds them when it is free, and need not wait for the front. */
export const fewAhead = 32;

/** Starts `dist/intake.js` over the same database. */
export function startIntake({
  env,
  turns,
  defaults,
}: Pick<Desk, 'env' | 'turns' | 'defaults'>): IntakeThread {
  const workerData: IntakeData = {
    url: env.DATABASE_URL,
    directUrl: env.DATABASE_DIRECT_URL,
    turns,
    defaults,
  };
  const thread = new Worker(new URL('intake.js', import.meta.url), { workerData, resourceLimits });
  const asked = new Map<number, { many: number; resolve(settled: Settled): void }>();
  let last = 0;
  let isClosing = false;

  thread.on('message', ({ ids, packed }: FromThread) => {
    const { outcomes, revision } = unpackSettled(packed);
    metrics().batch.observe(outcomes.length);
    let told = 0;
    for (const id of ids) {
      const { many, resolve } = asked.get(id)!;
      asked.delete(id);
      resolve({ outcomes: outcomes.slice(told, told + many), revision });
      told += many;
    }
  });
  // What it was keeping is unknown, and its turn may never end: who asked hears nothing, and sends again.
  thread.once('error', (error) => {
    throw error;
  });
  thread.once('exit', () => {
    if (!isClosing) throw new Error('The thread of the intake has ended.');
  });

  return {
    keep(group) {
      last += 1;
      const id = last;
      const packed = packBatch(group);
      thread.postMessage({ id, packed } satisfies ToThread, [packed.bytes.buffer]);
      return new Promise((resolve) => asked.set(id, { many: group.length, resolve }));
    },
    async close() {
      isClosing = true;
      thread.postMessage('close' satisfies ToThread);
      await once(thread, 'exit');
    },
  };
}
