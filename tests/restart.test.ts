/**
 * A restart loses no call: under 50 posts a second the server is stopped again and again, and the port is held for it as systemd
 * does with `deploy/ringback.socket` (promises.md). Needs `npm run build`.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, get, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { afterTheFile } from './after-the-file';
import { aLeg } from './builders';
import { aFolder, ours, program, spawnServer, until } from './built-server';
import { freePort } from './postgres';
import { nothingAmiss, reconciled } from './reconcile';

const token = 'a-token-for-the-restarts';
const everyMs = 20;

const settingsIn = (folder: string) => ({
  DATABASE_URL: `file:${join(folder, 'ringback.db')}`,
  WEBHOOK_TOKENS: token,
  API_TOKEN: program.authorization.replace('Bearer ', ''),
});

/**
 * In the place of systemd: holds the socket as fd 3, starts the server with it whenever none runs, and goes with all that
 * it started once its standard input ends.
 */
const supervisor = `
  (while :; do
    sh -c 'echo "pid $$"; export LISTEN_PID=$$ LISTEN_FDS=1; exec "$0" dist/server.js' "$0"
    echo "left with $?"
  done) &
  cat >/dev/null
  kill -9 0`;

async function aServerOnAHeldPort(folder: string) {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  const held = (listener as unknown as { _handle: { fd: number } })._handle.fd;
  const { PATH, HOME } = process.env;
  const child = spawn('sh', ['-c', supervisor, process.execPath], {
    detached: true,
    env: { NODE_ENV: 'production', PATH, HOME, DESK_TIME_ZONE: 'Asia/Kolkata', ...settingsIn(folder) },
    stdio: ['pipe', 'pipe', 'inherit', held],
  });
  afterTheFile(() => child.stdin!.end());
  listener.close();
  let said = '';
  child.stdout!.on('data', (text) => {
    said += text;
  });
  const matches = (pattern: RegExp) => [...said.matchAll(pattern)];
  const times = async (pattern: RegExp, count: number) => {
    while (matches(pattern).length < count) await once(child.stdout!, 'data');
  };
  let starts = 1;
  await times(/The desk:/g, starts);
  return {
    port,
    /** Ends it by SIGTERM; when this resolves the next one answers. Gives its exit code, and how long it took to leave, ms. */
    async restart() {
      const [, pid] = matches(/^pid (\d+)$/gm).at(-1)!;
      const began = performance.now();
      process.kill(Number(pid), 'SIGTERM');
      await times(/^left with/gm, starts);
      const left = performance.now() - began;
      starts += 1;
      await times(/The desk:/g, starts);
      return { code: Number(matches(/^left with (\d+)$/gm).at(-1)![1]), left };
    },
  };
}

/** 50 records a second, each on a connection of its own, until it is over. */
function postsTo(port: number) {
  const sent = new Set<string>();
  const taken = new Set<string>();
  const failed: string[] = [];
  const underWay: Promise<void>[] = [];
  const posting = setInterval(() => {
    const record = ours();
    const { callId } = aLeg(record);
    sent.add(callId);
    const done = answered(port, JSON.stringify(record)).then((status) => {
      if (status === 200) taken.add(callId);
      else failed.push(String(status));
    });
    underWay.push(done);
  }, everyMs);
  return {
    sent,
    taken,
    failed,
    async more(count: number) {
      const enough = taken.size + count;
      while (taken.size < enough) await setTimeout(everyMs);
    },
    async over() {
      clearInterval(posting);
      await Promise.all(underWay);
    },
  };
}

async function answered(port: number, body: string): Promise<unknown> {
  const path = `/api/webhook/cdr/${token}`;
  const asked = request({ host: '127.0.0.1', port, path, method: 'POST', agent: false });
  asked.end(body);
  try {
    const [answer] = await once(asked, 'response');
    for await (const _ of answer);
    return answer.statusCode;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  }
}

/** A stream of events that is open; `ended` when it ends. */
async function anOpenStream(port: number): Promise<{ ended: Promise<unknown> }> {
  const headers = program;
  const asked = get({ host: '127.0.0.1', port, path: '/api/events', headers, agent: false });
  const [answer] = await once(asked, 'response');
  expect(answer.statusCode).toBe(200);
  return { ended: once(answer.resume(), 'end') };
}

test('five restarts under load fail no post and lose no record, and end every stream within ten seconds', async () => {
  const folder = aFolder();
  const server = await aServerOnAHeldPort(folder);
  const posts = postsTo(server.port);
  for (let round = 0; round < 5; round += 1) {
    const streams = await Promise.all([1, 2, 3].map(() => anOpenStream(server.port)));
    await posts.more(25);
    const { code, left } = await server.restart();
    expect(code).toBe(0);
    expect(left).toBeLessThan(11_000);
    await Promise.all(streams.map(({ ended }) => ended));
  }
  await posts.more(25);
  await posts.over();
  expect(posts.failed).toEqual([]);
  const file = new Database(join(folder, 'ringback.db'), { readonly: true });
  const kept = file.prepare('select call_id from legs').pluck().all() as string[];
  file.close();
  expect(reconciled({ ...posts, kept })).toEqual(nothingAmiss);
  expect(posts.taken.size).toBe(posts.sent.size);
});

test('control: where nobody holds the port, a restart fails posts', async () => {
  const folder = aFolder();
  const port = await freePort();
  const start = async () => {
    const server = spawnServer({ ...settingsIn(folder), PORT: String(port) });
    await until(server, /The desk: (\S+)/);
    return server;
  };
  const server = await start();
  const posts = postsTo(port);
  await posts.more(5);
  server.child.kill('SIGTERM');
  expect(await server.exited).toBe(0);
  while (posts.failed.length === 0) await setTimeout(everyMs);
  await start();
  await posts.more(5);
  await posts.over();
  expect(posts.failed).toContain('ECONNREFUSED');
});

test('a LISTEN_PID of somebody else is not believed: the desk listens on its own port', async () => {
  const server = spawnServer({ ...settingsIn(aFolder()), LISTEN_PID: '1', LISTEN_FDS: '1' });
  const origin = await until(server, /The desk: (\S+)/);
  expect((await fetch(`${origin.replace('localhost', '127.0.0.1')}/api/health`)).status).toBe(200);
});
