/** One job of the sender (`sender.ts`), and what came of it. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export type Job = {
  url: string;
  connections: number;
  /** Measured, after `warmSeconds` that are not. */
  seconds: number;
  warmSeconds: number;
  /** Posts a second, each at its planned time whatever became of those before; without, each connection posts on and on. */
  rate?: number;
  /** How long one figure reaches back; without, all of the time. */
  windowSeconds?: number;
};

/** Times of the posts that were answered 2xx, ms; at a rate they count from the planned time. */
export type Load = {
  perSecond: number;
  p50: number;
  p99: number;
  max: number;
  /** How often each status was answered; 0 where the line broke, `unsent` what was still due when time was up. */
  answers: Record<string, number>;
};

export function startSender(job: Job): ChildProcess {
  return spawn(process.execPath, ['dist/scripts/bench/sender.js', JSON.stringify(job)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Runs the job to its end; `heard` gets the figures of each window as it ends. Gives those of the whole. */
export async function runLoad(job: Job, heard?: (load: Load) => void): Promise<Load> {
  const sender = startSender(job);
  const exited = once(sender, 'exit');
  const windows = job.windowSeconds ? Math.ceil(job.seconds / job.windowSeconds) : 0;
  let lines = 0;
  let last: Load | undefined;
  for await (const line of createInterface({ input: sender.stdout! })) {
    last = JSON.parse(line) as Load;
    lines += 1;
    if (lines <= windows) heard?.(last);
  }
  const [code] = await exited;
  if (code !== 0 || !last) throw new Error(`The sender to ${job.url} ended with ${code}.`);
  return last;
}
