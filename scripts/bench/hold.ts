/** A rate held for minutes while desks watch: the times and the memory, window after window. */

import { ours } from './arms';
import { type Load, runLoad } from './load';
import { memoryOf, sum } from './memory';
import { startWatchers } from './row';

/** `until`: the second in which the window ended; of the whole, the figures of all of it and the most memory. */
type Held = Load & { until: number | 'the whole'; frontMb: number; allMb: number };

const windowSeconds = 10;

const connections = 64;

export async function hold(
  databaseUrl: string,
  rate: number,
  seconds: number,
  desks: number,
): Promise<Held[]> {
  const server = await ours(databaseUrl);
  const windows: Held[] = [];
  try {
    const endWatch = desks > 0 ? await startWatchers(server, desks) : () => {};
    const job = { url: server.url, connections, rate, seconds, warmSeconds: 2 };
    const whole = await runLoad({ ...job, windowSeconds: Math.min(seconds, windowSeconds) }, (load) => {
      const memory = memoryOf(server.pid);
      const until = (windows.length + 1) * windowSeconds;
      const held = { until, ...load, frontMb: memory[server.pid]!, allMb: sum(memory) };
      windows.push(held);
      if (seconds > 60) console.log(JSON.stringify(held));
    });
    const most = (key: 'frontMb' | 'allMb') => Math.max(...windows.map((window) => window[key]));
    windows.push({ until: 'the whole', ...whole, frontMb: most('frontMb'), allMb: most('allMb') });
    endWatch();
  } finally {
    await server.stop();
  }
  return windows;
}
