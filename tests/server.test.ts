/** The built server as people run it: its front door, its stop and its second start. Needs `npm run build`. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { type ClientRequest, type IncomingMessage, type RequestOptions, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BoardJson, CaseJson } from '@/domain/case-json';
import { aCaller, aCdr, aDid, aLeg } from './builders';

const running = new Set<ChildProcess>();
const folders: string[] = [];
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function aFolder(): string {
  folders.push(mkdtempSync(join(tmpdir(), 'ringback-server-')));
  return folders.at(-1)!;
}

function spawnServer(settings: Record<string, string>) {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['dist/server.js'], {
    env: { NODE_ENV: 'production', PATH, HOME, PORT: '0', DESK_TIME_ZONE: 'Asia/Kolkata', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    said.out += text;
  });
  child.stderr.on('data', (text) => {
    said.err += text;
  });
  const exited = once(child, 'close').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  return { child, said, exited };
}

/** Starts a server over the database in `folder`, and waits until it says where it is. */
async function aServer(folder = aFolder()) {
  const server = spawnServer({ DATABASE_URL: `file:${join(folder, 'data', 'ringback.db')}` });
  const { child, said, exited } = server;
  while (!/See README\.md/.test(said.out)) {
    const ended = await Promise.race([
      once(child.stdout!, 'data').then(() => false),
      exited.then(() => true),
    ]);
    if (ended) throw new Error(`The server did not start: ${said.err}`);
  }
  const origin = /The desk: (\S+)/.exec(said.out)![1]!.replace('localhost', '127.0.0.1');
  const webhook = /PIOPIY: \S+?(\/api\S+)/.exec(said.out)![1]!;
  return {
    ...server,
    folder,
    origin,
    webhook,
    post: (body: BodyInit, path = webhook) => fetch(origin + path, { method: 'POST', body }),
    board: async (search = '') => (await (await fetch(`${origin}/api/cases${search}`)).json()) as BoardJson,
    /** A request that is written and read piece by piece. */
    open(path: string, options: RequestOptions = {}) {
      const asked = request(origin + path, { agent: false, ...options });
      const answered = once(asked, 'response').then(([answer]) => answer as IncomingMessage);
      answered.catch(() => {});
      return { asked, answered };
    },
  };
}

async function textOf(answer: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += chunk;
  return text;
}

/** Hears a stream of events; `until` waits for an id. */
function heard(answer: IncomingMessage) {
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

const sent = (asked: ClientRequest, part: string) =>
  new Promise<void>((done) => asked.write(part, () => done()));
const ours = () => aCdr({ to: aDid(), from: aCaller() });

describe('the front door', () => {
  let server: Awaited<ReturnType<typeof aServer>>;
  beforeAll(async () => {
    server = await aServer();
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
    '%s on the webhook is 405 and says what it takes',
    async (method) => {
      for (const path of [server.webhook, '/api/webhook/cdr']) {
        const answer = await fetch(server.origin + path, { method });
        expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST']);
      }
    },
  );

  test('looks at the webhook are 200, and a wrong token is 401', async () => {
    for (const method of ['GET', 'HEAD']) {
      expect((await fetch(server.origin + server.webhook, { method })).status).toBe(200);
      expect((await fetch(`${server.origin}/api/webhook/cdr/wrong`, { method })).status).toBe(401);
    }
  });

  test('300 KiB are 413, with and without their length, and the next post is taken', async () => {
    expect((await server.post('x'.repeat(300 * 1024))).status).toBe(413);
    const { asked, answered } = server.open(server.webhook, { method: 'POST' });
    asked.on('error', () => {});
    for (let part = 0; part < 5; part += 1) asked.write('x'.repeat(60 * 1024));
    asked.end();
    expect((await answered).statusCode).toBe(413);
    expect((await server.post(JSON.stringify(ours()))).status).toBe(200);
  });

  test('the pages come from Next, and what is nowhere is 404', async () => {
    const page = await fetch(server.origin);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('</html>');
    expect((await fetch(`${server.origin}/nowhere`)).status).toBe(404);
    expect((await fetch(`${server.origin}/api/nowhere`)).status).toBe(404);
  });

  test('a missed call is on the page, decided on through Next, and every screen hears of it', async () => {
    const record = ours();
    await server.post(JSON.stringify(record));
    const digits = String(record.from).slice(-5);
    expect(await (await fetch(server.origin)).text()).toContain(digits);
    const events = server.open('/api/events');
    events.asked.end();
    const stream = heard(await events.answered);
    const id = aLeg(record).callId;
    const one = await fetch(`${server.origin}/api/cases/${id}`);
    expect(((await one.json()) as CaseJson).caller.e164).toBe(`+${record.from}`);
    const decided = await fetch(`${server.origin}/api/cases/${id}/decisions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'called_back', by: 'Asha' }),
    });
    expect(decided.status).toBe(200);
    const { revision, cases } = await server.board('?state=closed');
    expect(cases[0]).toMatchObject({ id, closedBy: 'Asha' });
    await stream.until(revision);
  });

  test('a foreign Host sees webhook and health, and nothing else', async () => {
    const record = ours();
    await server.post(JSON.stringify(record));
    async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
      const { asked, answered } = server.open(path, {
        method,
        headers: { host: 'desk.example.com', ...headers },
      });
      asked.end();
      const answer = await answered;
      return { status: answer.statusCode, text: await textOf(answer) };
    }
    const digits = String(record.from).slice(-5);
    expect((await ask('/', { host: 'localhost' })).text).toContain(digits);
    for (const path of ['/', '/?state=all', '//', '/index.rsc', '/index.txt', '/.']) {
      for (const headers of [{}, { rsc: '1' }, { 'x-forwarded-host': 'localhost' }] as Record<
        string,
        string
      >[]) {
        expect((await ask(path, headers)).text, path).not.toContain(digits);
      }
    }
    for (const path of ['/api/cases', '/api/cases/', `/api/cases/${aLeg(record).callId}`, '/api/events']) {
      const { status, text } = await ask(path);
      expect([path, [403, 308].includes(status!), text.includes(digits)]).toEqual([path, true, false]);
    }
    expect((await ask('/api/cases/x/decisions', {}, 'POST')).status).toBe(403);
    expect((await ask(server.webhook)).status).toBe(200);
    expect((await ask('/api/health')).status).toBe(200);
  });
});

test('a stop ends the streams, answers what is under way and is done; a second start has it all', async () => {
  const server = await aServer();
  const [first, second] = [ours(), ours()];
  expect((await server.post(JSON.stringify(first))).status).toBe(200);
  const events = server.open('/api/events');
  events.asked.end();
  const stream = heard(await events.answered);
  await stream.until((await server.board()).revision);

  const body = JSON.stringify(second);
  const { asked, answered } = server.open(server.webhook, { method: 'POST' });
  await sent(asked, body.slice(0, 20));
  const started = performance.now();
  server.child.kill('SIGTERM');
  await stream.ended;
  asked.end(body.slice(20));
  const answer = await answered;
  expect([answer.statusCode, answer.headers.connection]).toEqual([200, 'close']);
  expect(JSON.parse(await textOf(answer))).toEqual({ received: 1, new: 1, quarantined: 0 });
  expect(await server.exited).toBe(0);
  expect(performance.now() - started).toBeLessThan(10_000);

  const again = await aServer(server.folder);
  expect(again.webhook).toBe(server.webhook);
  const token = join(server.folder, 'data', 'webhook-token');
  expect(readFileSync(token, 'utf8').trim()).toBe(again.webhook.split('/').at(-1));
  expect(statSync(token).mode & 0o777).toBe(0o600);
  const callers = (await again.board()).cases.map(({ caller }) => caller.e164);
  expect(callers.sort()).toEqual([`+${first.from}`, `+${second.from}`].sort());
  again.child.kill('SIGINT');
  expect(await again.exited).toBe(0);
});

test('a post that never ends does not hold up a stop for more than its ten seconds', async () => {
  const server = await aServer();
  await server.board();
  const { asked } = server.open(server.webhook, { method: 'POST' });
  asked.on('error', () => {});
  await sent(asked, '{');
  const started = performance.now();
  server.child.kill('SIGTERM');
  expect(await server.exited).toBe(0);
  expect(performance.now() - started).toBeLessThan(11_000);
});

test('a wrong setting stops the start with one sentence that names it', async () => {
  const { said, exited } = spawnServer({ PORT: 'http', DATABASE_URL: `file:${join(aFolder(), 'x.db')}` });
  expect(await exited).toBe(1);
  expect(said.err).toMatch(/^[^\n]*PORT [^\n]+\.\n$/);
  expect(said.out).toBe('');
});

test('a port that is taken stops the start with one sentence that names it', async () => {
  const server = await aServer();
  const port = new URL(server.origin).port;
  const { said, exited } = spawnServer({ PORT: port, DATABASE_URL: `file:${join(aFolder(), 'x.db')}` });
  expect(await exited).toBe(1);
  expect(said.err).toMatch(new RegExp(`^[^\\n]*${port}[^\\n]*PORT[^\\n]*\\.\\n$`));
});
