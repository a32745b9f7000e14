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
/** A batch whose bodies lie one after the other in one piece of memory, which goes over as it is. */
export type Packed = {
  bytes: Uint8Array<ArrayBuffer>;
  parts: (Omit<Incoming, 'body'> & { length: number })[];
};
export type ToThread = ({ id: number } & Packed) | 'close';
export type FromThread = { id: number; settled: Settled };

export type IntakeThread = {
  keep(batch: Incoming[]): Promise<Settled>;
  /** Resolves when all that was handed on is kept. */
  close(): Promise<void>;
};

/** A batch is soon forgotten: with little room for what is young its memory is used again at once, MB. */
const resourceLimits = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 256 };

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
      const packed = pack(batch);
      thread.postMessage({ id, ...packed } satisfies ToThread, [packed.bytes.buffer]);
      return new Promise((resolve) => asked.set(id, resolve));
    },
    async close() {
      isClosing = true;
      thread.postMessage('close' satisfies ToThread);
      await once(thread, 'exit');
    },
  };
}

function pack(batch: Incoming[]): Packed {
  const bytes = new Uint8Array(batch.reduce((length, { body }) => length + body.length, 0));
  let end = 0;
  const parts = batch.map(({ body, ...rest }) => {
    bytes.set(body, end);
    end += body.length;
    return { ...rest, length: body.length };
  });
  return { bytes, parts };
}

export function unpack({ bytes, parts }: Packed): Incoming[] {
  let end = 0;
  return parts.map(({ length, ...rest }) => {
    end += length;
    return { ...rest, body: Buffer.from(bytes.buffer, end - length, length) };
  });
}
