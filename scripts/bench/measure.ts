/** Times an action many times over and tells the median and the 99th percentile. */

export type Figure = { what: string; runs: number; medianMs: number; p99Ms: number };

/** Runs `action` `runs` times, `together` at a time, after a tenth as many runs to warm up. */
export async function measure(
  what: string,
  runs: number,
  action: (run: number) => Promise<number>,
  together = 1,
): Promise<Figure> {
  for (let run = 0; run < runs / 10; run += 1) await action(-run - 1);
  const times: number[] = [];
  let next = 0;
  const worker = async () => {
    while (next < runs) times.push(await action(next++));
  };
  await Promise.all(Array.from({ length: together }, worker));
  return figureOf(what, times);
}

/** What these times say, ms. */
export function figureOf(what: string, times: number[]): Figure {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    Number(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(2));
  return { what, runs: times.length, medianMs: at(0.5), p99Ms: at(0.99) };
}

/** How long `work` takes, ms. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
