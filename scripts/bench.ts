/**
 * `npm run bench`: the figures of this machine in one run, as tables and as JSON (docs/benchmarks.md).
 * `npm run bench -- hold` holds 1,500 records a second for ten minutes while 200 desks watch.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ours } from './bench/arms';
import { deskCalls, deskWaiting, engineFigures } from './bench/engine-figures';
import { hold } from './bench/hold';
import { memoryOf, sum } from './bench/memory';
import { withDatabase } from './bench/postgres-database';
import { readingFigures } from './bench/reading';
import { postToRow } from './bench/row';
import { letters, type Rows, sideBySide } from './bench/side-by-side';
import { asMarkdown, type Table } from './bench/tables';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Letters of what is to be measured side by side; the rest of the run is left out then. */
    only: { type: 'string' },
    /** Of each arm in each round; in `hold`, of the whole. */
    seconds: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    /** Of the sender, side by side: thousands of records a second come over hundreds. */
    connections: { type: 'string', default: '512' },
    /** A server on which databases may be made: ours is measured on it, too. */
    postgres: { type: 'string' },
    /** Reading is measured at 10 thousand calls and at so many. */
    calls: { type: 'string', default: '1000000' },
    markdown: { type: 'boolean', default: false },
  },
});
const heldPerSecond = 1500;
const desks = 200;
const rowsPerSecond = 50;
const readingRounds = 100;

const folder = mkdtempSync(join(tmpdir(), 'ringback-bench-'));
const fileUrl = (name: string) => `file:${join(folder, `${name}.db`)}`;

try {
  const tables = positionals[0] === 'hold' ? [await held(Number(values.seconds ?? 600), desks)] : await all();
  const machine = `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  const date = new Date().toISOString().slice(0, 10);
  if (values.markdown) console.log(asMarkdown(tables, machine, date));
  else for (const table of tables) show(table);
  console.log(JSON.stringify({ date, machine, tables }));
} finally {
  rmSync(folder, { recursive: true });
}

function show({ title, rows }: Table): void {
  console.log(`\n${title}`);
  console.table(rows);
}

async function all(): Promise<Table[]> {
  const only = letters.filter((letter) => (values.only ?? letters.join()).includes(letter));
  const { postgres } = values;
  const connections = Number(values.connections);
  const plan = {
    only,
    connections,
    rounds: Number(values.rounds),
    seconds: Number(values.seconds ?? 5),
    folder,
  };
  const rows = postgres
    ? await withDatabase(postgres, (url) => sideBySide({ ...plan, postgres: url }))
    : await sideBySide(plan);
  const receiving = [
    { title: `Receiving: ${connections} connections, as fast as each answers`, rows: Object.values(rows) },
    { title: 'How they compare', rows: comparedRows(rows) },
  ];
  if (values.only) return receiving;
  return [...receiving, await held(10, 0), await watched(), ...(await engines()), await reading()];
}

function comparedRows({ a, c, d }: Rows): Table['rows'] {
  const ratio = (what: string, over = 0, under = 0) => ({ what, ratio: Number((over / under).toFixed(2)) });
  return [
    ...(a && d ? [ratio('records a second: this server / Express', a.perSecond, d.perSecond)] : []),
    ...(a && c ? [ratio('records a second: this server / empty Next route', a.perSecond, c.perSecond)] : []),
    ...(a && c ? [ratio('p99: this server / empty Next route', a.p99!, c.p99!)] : []),
  ];
}

async function held(seconds: number, desks: number): Promise<Table> {
  const windows = await hold(fileUrl(`held-${desks}`), heldPerSecond, seconds, desks);
  const rows = windows.map(({ answers, ...figures }) => ({ ...figures, answers: JSON.stringify(answers) }));
  return { title: `${heldPerSecond} records a second for ${seconds} s, ${desks} desks watching; ms`, rows };
}

async function watched(): Promise<Table> {
  const server = await ours(fileUrl('watched'));
  try {
    const figure = await postToRow(server, 100, rowsPerSecond, desks);
    const memory = memoryOf(server.pid);
    return {
      title: 'From the post to the row in a browser, ms; memory of the server, MB',
      rows: [{ ...figure, frontMb: memory[server.pid]!, allMb: sum(memory) }],
    };
  } finally {
    await server.stop();
  }
}

/** Each engine's figures beside the other's. */
async function engines(): Promise<Table[]> {
  const sqlite = await engineFigures(fileUrl('read'));
  const postgres = values.postgres ? await withDatabase(values.postgres, (url) => engineFigures(url)) : [];
  const rows = sqlite.map(({ what, medianMs, p99Ms }, index) => ({
    what,
    median: medianMs,
    p99: p99Ms,
    ...(postgres[index] && {
      'PostgreSQL median': postgres[index].medianMs,
      'PostgreSQL p99': postgres[index].p99Ms,
    }),
  }));
  return [{ title: `Reading and folding at ${deskCalls} calls, ${deskWaiting} of them open; ms`, rows }];
}

/** The same readings with few calls and with many, a column each. */
async function reading(): Promise<Table> {
  const sizes = [10_000, Number(values.calls)];
  const [few, many] = await readingFigures(sizes, readingRounds);
  const rows = few!.figures.map(({ what, medianMs, p99Ms }, index) => {
    const { medianMs: median, p99Ms: p99 } = many!.figures[index]!;
    return {
      what,
      [`median at ${sizes[0]}`]: medianMs,
      [`at ${sizes[1]}`]: median,
      [`p99 at ${sizes[0]}`]: p99Ms,
      [`p99 at ${sizes[1]}`]: p99,
      'ratio of medians': Number((median / medianMs).toFixed(2)),
    };
  });
  return { title: `Reading over HTTP at ${sizes.join(' and ')} calls; ms`, rows };
}
