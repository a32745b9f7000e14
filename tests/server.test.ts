/** The built server as people run it: its front door, its stop and its second start. Needs `npm run build`. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CaseJson } from '@/domain/case-json';
import { aLeg } from './builders';
import { aFolder, aServer, heard, ours, program, sent, spawnServer, textOf } from './built-server';

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

  test.runIf(process.platform === 'linux')('the thread that folds the log gives way, and no other', () => {
    const tasks = `/proc/${server.child.pid}/task`;
    // Of the fields after the name in brackets, the 17th (proc_pid_stat(5)).
    const niceness = readdirSync(tasks).map((id) =>
      Number(readFileSync(`${tasks}/${id}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[16]),
    );
    const [usual] = niceness;
    expect(niceness.filter((nice) => nice !== usual)).toEqual([10]);
  });

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
    const page = await fetch(server.origin, { headers: program });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('</html>');
    expect((await fetch(`${server.origin}/nowhere`)).status).toBe(404);
    expect((await fetch(`${server.origin}/api/nowhere`)).status).toBe(404);
  });

  test('a missed call is on the page, decided on through Next, and every screen hears of it', async () => {
    const record = ours();
    await server.post(JSON.stringify(record));
    const digits = String(record.from).slice(-5);
    expect(await (await fetch(server.origin, { headers: program })).text()).toContain(digits);
    const events = server.open('/api/events', { headers: program });
    events.asked.end();
    const stream = heard(await events.answered);
    const id = aLeg(record).callId;
    const one = await fetch(`${server.origin}/api/cases/${id}`, { headers: program });
    expect(((await one.json()) as CaseJson).caller.e164).toBe(`+${record.from}`);
    const decided = await fetch(`${server.origin}/api/cases/${id}/decisions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...program },
      body: JSON.stringify({ kind: 'called_back' }),
    });
    expect(decided.status).toBe(200);
    const { revision, cases } = await server.board('?state=closed');
    expect(cases[0]).toMatchObject({ id, closedBy: 'API' });
    await stream.until(revision);
  });
});

test('a stop ends the streams, answers what is under way and is done; a second start has it all', async () => {
  const server = await aServer();
  const [first, second] = [ours(), ours()];
  expect((await server.post(JSON.stringify(first))).status).toBe(200);
  const events = server.open('/api/events', { headers: program });
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
