/** Whether this thread has had much to do: then whoever can wait does. */

import { performance } from 'node:perf_hooks';

/** The share of its time for which it may be at work before it counts as busy. */
const mostBusy = 0.9;

/** Tells it of the time since it was asked the last time but one: one busy moment is none that lasts. */
export function openBusyThread(): () => boolean {
  let before = performance.eventLoopUtilization();
  let last = before;
  return () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    [before, last] = [last, now];
    return utilization > mostBusy;
  };
}
