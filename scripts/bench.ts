/**
 * `npm run bench`: the figures of this machine in one run, as a table and as JSON. With `--postgres postgres://…`, an
 * empty database, the same on both engines, side by side.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDesk } from '@/desk/the-desk';
import { readEnv } from '@/env';
import { aRecord, did, fillDesk, fillInsistent, fillRegular, insistent, regular } from './bench/firm';
import { type Figure, measure, timeOf } from './bench/measure';

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '100000' },
    waiting: { type: 'string', default: '500' },
    postgres: { type: 'string' },
  },
});
const calls = Number(values.calls);
const waiting = Number(values.waiting);
const regularCalls = 10_000;
const port = 4790;
const token = 'a-token-for-the-bench';
const apiToken = 'an-api-token-for-the-bench';
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const folder = mkdtempSync(join(tmpdir(), 'ringback-bench-'));
const settings = {
  WEBHOOK_TOKENS: token,
  API_TOKEN: apiToken,
  PORT: String(port),
};

try {
  const engines = [await benchOn('SQLite', `file:${join(folder, 'ringback.db')}`)];
  if (values.postgres) engines.push(await benchOn('PostgreSQL', values.postgres));
  console.table(sideBySide(engines));
  const machine = `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`;
  console.log(JSON.stringify({ calls, waiting, machine, engines }));
} finally {
  rmSync(folder, { recursive: true });
}

type Engine = { engine: string; filledSeconds: number; memoryMb: number; figures: Figure[] };

async function benchOn(engine: string, url: string): Promise<Engine> {
  const env = { ...settings, DATABASE_URL: url };
  const filledSeconds = await timeOf(async () => {
    const desk = await openDesk(readEnv(env));
    if ((await desk.store.read.revision()) > 0) throw new Error(`The database on ${engine} is not empty.`);
    await fillDesk(desk, calls, waiting);
    await fillRegular(desk, regularCalls);
    await fillInsistent(desk, regularCalls);
    await desk.close();
  }).then((ms) => Math.round(ms / 100) / 10);
  console.log(
    `${engine}: ${calls} calls, ${waiting} open cases, kept in ${filledSeconds} s (arrays of 500).`,
  );
  return withServer(env, async (pid) => {
    const figures = await figuresOf();
    const memory = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return { engine, filledSeconds, memoryMb: Math.round(Number(memory) / 1024), figures };
  });
}

/** A row for each figure, ms, and the engines beside each other. */
function sideBySide(engines: Engine[]) {
  return engines[0]!.figures.map(({ what }, index) => ({
    what,
    ...Object.assign(
      {},
      ...engines.map(({ engine, figures }) => ({
        [`${engine} median`]: figures[index]!.medianMs,
        [`${engine} p99`]: figures[index]!.p99Ms,
      })),
    ),
  }));
}

async function figuresOf() {
  const etag = (await get('/api/cases')).etag;
  let sent = 3e6;
  const postOne = () => ask('POST', `/api/webhook/cdr/${token}`, aRecord(sent++, 'missed', Date.now()));
  /** Calls of half a day ago and a second apart, so that each begins after the one before. */
  const post = (status: 'missed' | 'answered', from: number) => {
    const at = Date.now() - 432e5 + (sent % 1e6) * 1000;
    return ask('POST', `/api/webhook/cdr/${token}`, { ...aRecord(sent++, status, at), from, to: did });
  };
  /** A missed call and, not measured, the answered one that settles it: the caller's history stays as long as it is. */
  const missAndSettle = async (from: number) => {
    const took = await timeOf(() => post('missed', from));
    await post('answered', from);
    return took;
  };
  return [
    await measure('GET /api/cases, nothing changed (304)', 2000, () => timeOf(() => get('/api/cases', etag))),
    await measure('GET /api/cases, built for this revision', 1000, () => timeOf(() => get('/api/cases'))),
    await measure('GET /api/cases after each change', 300, async () => {
      await postOne();
      return timeOf(() => get('/api/cases'));
    }),
    await measure('GET / (the page)', 100, () => timeOf(() => get('/'))),
    await measure('POST a miss of a fresh caller', 300, () => missAndSettle(919700000000 + sent)),
    await measure(`POST a miss of one with ${regularCalls} calls`, 300, () => missAndSettle(regular)),
    await measure(`POST a miss of one with ${regularCalls} in an open case`, 300, () =>
      timeOf(() => post('missed', insistent)),
    ),
    await measure('POST one record, one sender', 500, () => timeOf(postOne)),
    await measure('POST one record, 16 senders', 4000, () => timeOf(postOne), 16),
  ];
}

async function withServer<Result>(
  env: Record<string, string>,
  work: (pid: number) => Promise<Result>,
): Promise<Result> {
  const server = spawn(process.execPath, ['dist/server.js'], {
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  try {
    const deadline = performance.now() + 20_000;
    while (!(await get('/api/health').catch(() => null))) {
      if (performance.now() > deadline) throw new Error('The server does not start.');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return await work(server.pid!);
  } finally {
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
  }
}

function get(path: string, etag?: string) {
  return ask('GET', path, undefined, etag);
}

function ask(method: string, path: string, body?: object, etag?: string): Promise<{ etag?: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${apiToken}`,
      ...(etag ? { 'if-none-match': etag } : {}),
    };
    const asking = request({ host: '127.0.0.1', port, path, method, agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () => {
        const isExpected = (answer.statusCode ?? 500) < 300 || answer.statusCode === 304;
        if (isExpected) resolve({ etag: answer.headers.etag });
        else reject(new Error(`${method} ${path} answered ${answer.statusCode}.`));
      });
    });
    asking.once('error', reject);
    asking.end(body ? JSON.stringify(body) : undefined);
  });
}
