/** A rate held for minutes while desks watch: the times and the memory, window after window. */

import { ours } from './arms';
import { type Load, runLoad } from './load';
import { memoryOf, sum } from './memory';
import { startWatchers } from './row';

type Held = Load & { frontMb: number; allMb: number };

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
    await runLoad({ ...job, windowSeconds: Math.min(seconds, 10) }, (load) => {
      const memory = memoryOf(server.pid);
      const held = { ...load, frontMb: memory[server.pid]!, allMb: sum(memory) };
      windows.push(held);
      if (seconds > 60) console.log(JSON.stringify(held));
    });
    endWatch();
  } finally {
    await server.stop();
  }
  return windows;
}
