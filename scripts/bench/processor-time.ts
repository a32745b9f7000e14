/** How much processor time a process has taken, from /proc. */

import { readdirSync, readFileSync } from 'node:fs';

/** Of Linux's clock of processes, ms. */
const tickMs = 10;

/**
 * Of all threads of `pid`, ms: to the microsecond where the kernel tells what the scheduler gave to each, else in ticks,
 * which are right on the average of many readings.
 */
export function processorTimeOf(pid: number): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return threads.reduce((sum, thread) => sum + scheduledMs(`/proc/${pid}/task/${thread}/sched`), 0);
  } catch {
    return ticksMs(pid);
  }
}

function scheduledMs(path: string): number {
  const [, ms] = /^se\.sum_exec_runtime\s*:\s*([\d.]+)/m.exec(readFileSync(path, 'utf8')) ?? [];
  if (ms === undefined) throw new Error(`${path} does not tell it.`);
  return Number(ms);
}

/** User and system; the name of the program before them may hold anything. */
function ticksMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}
