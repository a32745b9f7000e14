/**
 * `node dist/scripts/bench/many-calls.js`: what reading costs at ten thousand calls, at a million and at `--calls`, as a
 * table and as JSON. With `--growing` more callers wait where more have rung. With `--folder` the desks are kept there
 * for the next run; their days grow old, so not for long.
 */

import { parseArgs } from 'node:util';
import { type Reading, readingFigures } from './reading';

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '200' },
    growing: { type: 'boolean', default: false },
    folder: { type: 'string' },
  },
});
const sizes = [...new Set([10_000, 1_000_000, Number(values.calls)])].filter(
  (size) => size <= Number(values.calls),
);
const waiting = values.growing ? 'growing' : 'steady';
const readings = await readingFigures(sizes, Number(values.rounds), waiting, values.folder);
console.table(sideBySide(readings));
console.log(JSON.stringify(readings));

/**
 * A row for each reading, ms, the sizes beside each other, and how many times as much the largest costs: until the answer
 * was there (median, p99), and of the server's processor time (CPU, its median).
 */
function sideBySide(readings: Reading[]) {
  const [least, most] = [readings[0]!, readings.at(-1)!];
  return least.figures.map(({ what }, place) => {
    const columns = readings.flatMap(({ calls, figures }) => [
      [`${calls} median`, figures[place]!.medianMs],
      [`${calls} p99`, figures[place]!.p99Ms],
      [`${calls} CPU`, figures[place]!.processorMs],
    ]);
    const ratio = (of: 'medianMs' | 'p99Ms' | 'processorMs' | 'processorP99Ms') =>
      Number((most.figures[place]![of] / least.figures[place]![of]).toFixed(2));
    return {
      what,
      ...Object.fromEntries(columns),
      'median ×': ratio('medianMs'),
      'p99 ×': ratio('p99Ms'),
      'CPU ×': ratio('processorMs'),
      'CPU p99 ×': ratio('processorP99Ms'),
    };
  });
}
