/** Whether this thread has had much to do: then whoever can wait does. */

import { performance } from 'node:perf_hooks';

/** The share of its time for which it may be at work before it counts as busy. */
const mostBusy = 0.7;

/** Tells it of the time since it was asked last. */
export function openBusyThread(): () => boolean {
  let last = performance.eventLoopUtilization();
  return () => {
    const before = last;
    last = performance.eventLoopUtilization();
    return performance.eventLoopUtilization(last, before).utilization > mostBusy;
  };
}
