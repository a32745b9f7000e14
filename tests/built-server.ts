/** The built server (`npm run build`) as people run it, in a folder of its own, spoken to over the wire. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type ClientRequest, type IncomingMessage, type RequestOptions, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BoardJson } from '@/domain/case-json';
import { afterTheFile } from './after-the-file';
import { aCaller, aCdr, aDid } from './builders';

export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-server-'));
  afterTheFile(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function spawnServer(settings: Record<string, string>, file = 'dist/server.js') {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [file], {
    env: { NODE_ENV: 'production', PATH, HOME, PORT: '0', DESK_TIME_ZONE: 'Asia/Kolkata', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  afterTheFile(() => child.kill('SIGKILL'));
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    said.out += text;
  });
  child.stderr.on('data', (text) => {
    said.err += text;
  });
  const exited = once(child, 'close').then(([code]) => code as number | null);
  return { child, said, exited };
}

/** Whom the tests ask as, where nobody else is said. */
export const program = { authorization: 'Bearer a-token-of-the-api-of-the-tests' };

/** Starts a server over the database in `folder`, and waits until it says where it is. */
export async function aServer(folder = aFolder()) {
  const server = spawnServer({
    DATABASE_URL: `file:${join(folder, 'data', 'ringback.db')}`,
    API_TOKEN: program.authorization.replace('Bearer ', ''),
  });
  const { said } = server;
  await until(server, /See README\.md/);
  const origin = /The desk: (\S+)/.exec(said.out)![1]!.replace('localhost', '127.0.0.1');
  const webhook = /PIOPIY: \S+?(\/api\S+)/.exec(said.out)![1]!;
  return {
    ...server,
    folder,
    origin,
    webhook,
    post: (body: BodyInit, path = webhook) => fetch(origin + path, { method: 'POST', body }),
    board: async (search = '') =>
      (await (await fetch(`${origin}/api/cases${search}`, { headers: program })).json()) as BoardJson,
    /** A request that is written and read piece by piece. */
    open(path: string, options: RequestOptions = {}) {
      const { hostname, port } = new URL(origin);
      // The path goes out as it is written.
      const asked = request({ hostname, port, path, agent: false, ...options });
      const answered = once(asked, 'response').then(([answer]) => answer as IncomingMessage);
      answered.catch(() => {});
      return { asked, answered };
    },
  };
}

/** Waits until the server says something that matches; gives the first group of it. */
export async function until(
  { child, said, exited }: ReturnType<typeof spawnServer>,
  pattern: RegExp,
): Promise<string> {
  for (;;) {
    const found = pattern.exec(said.out);
    if (found) return found[1] ?? '';
    const isOver = await Promise.race([
      once(child.stdout, 'data').then(() => false),
      exited.then(() => true),
    ]);
    if (isOver) throw new Error(`The server did not start: ${said.err}`);
  }
}

export async function textOf(answer: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += chunk;
  return text;
}

/** Hears a stream of events; `until` waits for an id. */
export function heard(answer: IncomingMessage) {
  let text = '';
  answer.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const ended = once(answer, 'end');
  ended.catch(() => {});
  return {
    ended,
    async until(revision: number) {
      while (!text.includes(`id: ${revision}\n`)) await once(answer, 'data');
    },
  };
}

export const sent = (asked: ClientRequest, part: string) =>
  new Promise<void>((done) => asked.write(part, () => done()));
export const ours = () => aCdr({ to: aDid(), from: aCaller() });
