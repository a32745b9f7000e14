/** The intake in a thread of its own: keeping a record holds up neither the next one nor any screen. */

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { TurnsMemory } from '@/db/turns';
import type { Incoming, Settled } from '@/desk/receive';
import type { Desk } from '@/desk/the-desk';
import type { DeskSettings } from '@/domain/settings';

export type IntakeData = {
  url: string;
  directUrl: string | undefined;
  turns: TurnsMemory;
  defaults: DeskSettings;
};
export type ToThread = { id: number; batch: Incoming[] } | 'close';
export type FromThread = { id: number; settled: Settled };

export type IntakeThread = {
  keep(batch: Incoming[]): Promise<Settled>;
  /** Resolves when all that was handed on is kept. */
  close(): Promise<void>;
};

/** A batch is soon forgotten: with little room for what is young its memory is used again at once, MB. */
const resourceLimits = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 256 };

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
  const asked = new Map<number, (settled: Settled) => void>();
  let last = 0;
  let isClosing = false;

  thread.on('message', ({ id, settled }: FromThread) => {
    asked.get(id)!(settled);
    asked.delete(id);
  });
  // What it was keeping is unknown, and its turn may never end: who asked hears nothing, and sends again.
  thread.once('error', (error) => {
    throw error;
  });
  thread.once('exit', () => {
    if (!isClosing) throw new Error('The thread of the intake has ended.');
  });

  return {
    keep(batch) {
      last += 1;
      const id = last;
      thread.postMessage({ id, batch } satisfies ToThread, batch.flatMap(ownMemory));
      return new Promise((resolve) => asked.set(id, resolve));
    },
    async close() {
      isClosing = true;
      thread.postMessage('close' satisfies ToThread);
      await once(thread, 'exit');
    },
  };
}

/** A body that has its memory to itself goes over as it is; small ones share theirs, and are copied. */
function ownMemory({ body }: Incoming): ArrayBuffer[] {
  return body.byteLength === body.buffer.byteLength ? [body.buffer as ArrayBuffer] : [];
}
