/** The built desk as a process of its own, over an empty database. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect } from 'playwright/test';
import type { CdrJson } from '../builders';
import { type Cast, theCast } from './cast';
import { type Database, type Databases, sqliteFiles } from './database';
import { leaksIn, notJson, withoutGreeting } from './leaks';

export type Desk = {
  /** `http://127.0.0.1:<port>`; the port stays the same over a restart. */
  url: string;
  start(): Promise<void>;
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Holds the process still, so that it neither answers nor closes anything, until the returned function is called. */
  freeze(): () => void;
  /** Posts a record to the webhook, as PIOPIY would, and waits until it is kept. */
  post(cdr: CdrJson): Promise<void>;
  /** The people of this desk, each made when a test first asks for them. */
  cast: Cast;
  /** The address of the board that shows one DID only. */
  board(did: number, more?: Record<string, string>): string;
  /** Changes its database behind its back. */
  runSql(statement: string): Promise<void>;
};

/** The desks that run, the one that started last at the end: people sign in there. */
export const desksRunning: Desk[] = [];

/** Runs a desk for as long as it is used; `given` goes into its environment. */
export async function running(
  use: (desk: Desk) => Promise<void>,
  given: Record<string, string> = {},
  databases: Databases = sqliteFiles(),
): Promise<void> {
  const database = await databases.make();
  const desk = aDesk(database, given);
  try {
    await desk.start();
    desksRunning.push(desk);
    await use(desk);
  } finally {
    desksRunning.splice(desksRunning.indexOf(desk) >>> 0, 1);
    await desk.stop();
    await database.remove();
  }
}

export const token = 'a-token-for-the-browser-tests';

function aDesk(database: Database, given: Record<string, string>): Desk {
  let child: ChildProcess | undefined;
  let port = '0';
  let log = '';
  let told = '';
  const desk: Desk = {
    url: '',
    cast: theCast(() => desk.url),
    async start() {
      child = spawn(process.execPath, ['dist/server.js'], {
        env: {
          PATH: process.env.PATH,
          PORT: port,
          DATABASE_URL: database.url,
          WEBHOOK_TOKENS: token,
          DESK_TIME_ZONE: 'Asia/Kolkata',
          ...given,
        } as unknown as NodeJS.ProcessEnv,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      for (const stream of [child.stdout!, child.stderr!]) {
        stream.on('data', (bytes) => {
          log += bytes;
        });
      }
      child.stderr!.on('data', (bytes) => {
        told += bytes;
      });
      port = await portOf(child);
      desk.url = `http://127.0.0.1:${port}`;
    },
    async stop(signal = 'SIGTERM') {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, 'close');
      expect(notJson(told)).toEqual([]);
      expect(leaksIn(withoutGreeting(log), [token, ...desk.cast.secrets()])).toEqual([]);
    },
    freeze() {
      child!.kill('SIGSTOP');
      return () => void child!.kill('SIGCONT');
    },
    async post(cdr) {
      const answer = await fetch(`${desk.url}/api/webhook/cdr/${token}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(cdr),
      });
      expect(answer.status).toBe(200);
    },
    board(did, more = {}) {
      return `${desk.url}/?${new URLSearchParams({ ...more, did: `+${did}` })}`;
    },
    runSql: database.run,
  };
  return desk;
}

/** The port that the start prints. */
async function portOf(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) {
    const port = /The desk: http:\/\/localhost:(\d+)/.exec(line)?.[1];
    if (port) {
      child.stdout!.resume();
      return port;
    }
  }
  throw new Error('The desk does not start. Is it built (npm run build)?');
}
