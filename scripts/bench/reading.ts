/** Reading over HTTP at few calls and at many, interleaved in one run: what must cost the same, side by side. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDesk } from '@/desk/the-desk';
import { readEnv } from '@/env';
import { aRecord } from './firm';
import { ourNumbers, regular, writeHistory } from './history';
import { type Figure, figureOf, timeOf } from './measure';
import { processorTimeOf } from './processor-time';
import { letWait } from './waiting';

export type Reading = {
  calls: number;
  waiting: number;
  figures: ReadingFigure[];
};

/** Beside the time until the answer was there, which is noisy on a busy machine, what it cost the server. */
type ReadingFigure = Figure & { processorMs: number; processorP99Ms: number };

/** How many wait on a desk with so many calls in a year, one tenth of them missed. */
const waits = {
  /** The same whatever the calls. */
  steady: () => 500,
  /** Besides, one in a hundred of the misses of the last thirty days: a large firm has more. */
  growing: (calls: number) => 500 + Math.round((((calls / 10) * 30) / 365) * 0.01),
};

const token = 'a-token-for-the-bench';
const apiToken = 'an-api-token-for-the-bench';
const agent = new Agent({ keepAlive: true });

/**
 * Fills a desk of each size in a folder of its own and reads them in turn, `rounds` times over, by the built server;
 * all is gone afterwards. In a folder that is `kept` the desks stay, and those of a run before are read as they are.
 * The figures stand in the order of the sizes, each with the same readings.
 */
export async function readingFigures(
  sizes: number[],
  rounds: number,
  waiting: keyof typeof waits = 'steady',
  kept?: string,
): Promise<Reading[]> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'ringback-many-calls-'));
  const servers: Server[] = [];
  try {
    for (const calls of sizes) {
      const waitingHere = waits[waiting](calls);
      const desk = join(folder, String(calls));
      const env = envOf(desk);
      const took = existsSync(desk) ? 0 : await timeOf(() => fill(env, calls, waitingHere));
      console.log(`${calls} calls, ${waitingHere} open cases: written in ${Math.round(took / 1000)} s.`);
      servers.push({
        calls,
        waiting: waitingHere,
        ...(await start(env)),
        times: new Map(),
        costs: new Map(),
      });
    }
    for (let round = -Math.ceil(rounds / 10); round < rounds; round += 1) {
      for (const server of servers) await readAll(server, round);
    }
    return servers.map(({ calls, waiting, times, costs }) => ({
      calls,
      waiting,
      figures: [...times].map(([what, took]) => {
        const { medianMs: processorMs, p99Ms: processorP99Ms } = figureOf(what, costs.get(what)!);
        return { ...figureOf(what, took), processorMs, processorP99Ms };
      }),
    }));
  } finally {
    for (const { child } of servers) {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    }
    if (kept === undefined) rmSync(folder, { recursive: true });
  }
}

function envOf(folder: string): Record<string, string> {
  return {
    DATABASE_URL: `file:${join(folder, 'ringback.db')}`,
    WEBHOOK_TOKENS: token,
    API_TOKEN: apiToken,
    DESK_COUNTRY: 'IN',
    DESK_TIME_ZONE: 'Asia/Kolkata',
    PORT: '0',
  };
}

async function fill(env: Record<string, string>, calls: number, waiting: number): Promise<void> {
  const empty = await openDesk(readEnv(env));
  await empty.close();
  writeHistory(env.DATABASE_URL!.slice('file:'.length), calls, Date.now());
  const desk = await openDesk(readEnv(env));
  await letWait(desk, waiting);
  await desk.close();
}

type Server = {
  calls: number;
  waiting: number;
  child: ChildProcess;
  port: number;
  /** Of each reading, ms: until the answer was there, and of the server's processor. */
  times: Map<string, number[]>;
  costs: Map<string, number[]>;
};

const one = `%2B${ourNumbers[0]}`;

/** What is asked for after a change, by how many calls the desk has. */
function askedOf(calls: number): Record<string, string> {
  // Whose place in the order of callers is a quarter has rung ten times, whatever the size; nobody else ends so.
  const tenTimes = 919840000000 + calls / 40;
  const eightDigits = String(tenTimes).slice(-8);
  const views = {
    'one number': `?did=${one}`,
    overdue: '?state=overdue',
    tried: '?state=attempted',
    snoozed: '?state=snoozed',
    'without a number': '?state=uncallable',
    closed: '?state=closed',
    'closed, one number': `?state=closed&did=${one}`,
    'all cases': '?state=all',
    'all cases by eight digits': `?state=all&q=${eightDigits}`,
  };
  return {
    ...Object.fromEntries(
      Object.entries(views).map(([what, search]) => [`${what}, built anew`, `/api/cases${search}`]),
    ),
    'calls, first page': '/api/calls',
    'calls, one number': `/api/calls?did=${one}`,
    'calls, missed': '/api/calls?verdict=missed',
    'calls, ours': '/api/calls?direction=outbound',
    'calls by eight digits': `/api/calls?q=${eightDigits}`,
    'calls, 300 days deep': `/api/calls?cursor=${Date.now() - 300 * 864e5}.0`,
    'a caller with 10,000 calls': `/api/callers/%2B${regular}`,
    'a caller with 10 calls': `/api/callers/%2B${tenTimes}`,
    'the figures of today': '/api/figures',
  };
}

async function readAll(server: Server, round: number): Promise<void> {
  const { port, child, times, costs } = server;
  const keep = (figures: Map<string, number[]>, what: string, ms: number) => {
    if (round >= 0) figures.set(what, [...(figures.get(what) ?? []), ms]);
  };
  const read = async (what: string, path: string, etag?: string) => {
    const before = processorTimeOf(child.pid!);
    const started = performance.now();
    const answer = await ask(port, 'GET', path, { etag });
    keep(times, what, performance.now() - started);
    keep(costs, what, processorTimeOf(child.pid!) - before);
    return answer;
  };
  const change = { ...aRecord(4e6 + round, 'answered', Date.now()), from: 919870000000 + Math.abs(round) };
  await ask(port, 'POST', `/api/webhook/cdr/${token}`, { body: change });
  // The first view counts for all of them.
  const { etag } = await read('the board, built anew', '/api/cases');
  await read('the board, kept', '/api/cases');
  await read('the board, known (304)', '/api/cases', etag);
  // Each round begins with another, else what the memory is cleaned for in every round would always fall to the same.
  const asked = Object.entries(askedOf(server.calls));
  const first = Math.abs(round) % asked.length;
  for (const [what, path] of [...asked.slice(first), ...asked.slice(0, first)]) await read(what, path);
}

async function start(env: Record<string, string>): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, ['dist/server.js'], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const text of child.stdout!.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    said += text;
    const port = /The desk: \S+?:(\d+)/.exec(said)?.[1];
    if (port) {
      child.stdout!.resume();
      return { child, port: Number(port) };
    }
  }
  throw new Error(`The server does not start: ${said}`);
}

function ask(
  port: number,
  method: string,
  path: string,
  { body, etag }: { body?: object; etag?: string },
): Promise<{ etag?: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'accept-encoding': 'gzip',
      authorization: `Bearer ${apiToken}`,
      ...(etag ? { 'if-none-match': etag } : {}),
    };
    const asking = request({ host: '127.0.0.1', port, path, method, agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () => {
        const isExpected = answer.statusCode === (etag ? 304 : 200);
        if (isExpected) resolve({ etag: answer.headers.etag });
        else reject(new Error(`${method} ${path} answered ${answer.statusCode}.`));
      });
    });
    asking.once('error', reject);
    asking.end(body ? JSON.stringify(body) : undefined);
  });
}
