/** The desk as Vercel runs it: Next alone, several cold processes at once, no disk and no stream. Needs `npm run build`. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import type { BoardJson } from '@/domain/case-json';
import { aCaller, aCdr, aDid, aLegB } from './builders';
import { aPostgresUrl, webhookToken } from './desks';
import { freePort } from './postgres';

const secrets = {
  AUTH_SECRET: 'the same secret on every function',
  CRON_SECRET: 'the secret of the cron',
  API_TOKEN: 'a-token-of-the-api-of-the-tests',
};
const program = { authorization: `Bearer ${secrets.API_TOKEN}` };

const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** Next's own server as a process of its own, with Vercel's environment. */
async function aFunction(settings: Record<string, string>) {
  const port = await freePort();
  const { PATH, HOME } = process.env;
  const next = ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)];
  const child = spawn(process.execPath, next, {
    env: { NODE_ENV: 'production', PATH, HOME, VERCEL: '1', DESK_TIME_ZONE: 'Asia/Kolkata', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let said = '';
  const output = new PassThrough();
  child.stdout.pipe(output, { end: false });
  child.stderr.pipe(output, { end: false });
  output.on('data', (text) => {
    said += text;
  });
  child.once('close', () => running.delete(child));
  return {
    origin: `http://127.0.0.1:${port}`,
    async saying(pattern: RegExp) {
      while (!pattern.test(said)) await once(output, 'data');
    },
  };
}

test('several cold functions make the tables once, and fold the legs that reach different ones', async () => {
  const address = { VERCEL_ENV: 'production', VERCEL_PROJECT_PRODUCTION_URL: 'desk.example.com' };
  const settings = {
    ...secrets,
    ...address,
    DATABASE_URL: await aPostgresUrl(),
    WEBHOOK_TOKENS: webhookToken,
  };
  const functions = await Promise.all([1, 2, 3].map(() => aFunction(settings)));
  await Promise.all(functions.map((one) => one.saying(/Ready in/)));
  const did = aDid();
  const calls = Array.from({ length: 6 }, () => aCdr({ to: did, from: aCaller(), time: Date.now() }));
  const post = (index: number, record: object) =>
    fetch(`${functions[index % 3]!.origin}/api/webhook/cdr/${webhookToken}`, {
      method: 'POST',
      body: JSON.stringify(record),
    });
  const answers = await Promise.all(
    calls.flatMap((call, index) => [
      post(index, call),
      post(index + 1, aLegB(call, { status: index < 2 ? 'answered' : 'missed' })),
    ]),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));

  for (const { origin } of functions) {
    const board = (await (await fetch(`${origin}/api/cases`, { headers: program })).json()) as BoardJson;
    expect(board.counts.open).toBe(4);
    expect(board.cases.every(({ calls: [call] }) => call!.legs.length === 2)).toBe(true);
    expect((await fetch(`${origin}/api/events`, { headers: program })).status).toBe(204);
    expect((await fetch(`${origin}/sign-in`)).status).toBe(200);
  }
  for (const one of functions)
    await one.saying(/Make the first admin, once: https:\/\/desk\.example\.com\/welcome\?code=/);
  const daily = (origin: string, word: string) =>
    fetch(`${origin}/api/daily`, { headers: { authorization: `Bearer ${word}` } });
  expect((await daily(functions[0]!.origin, 'wrong')).status).toBe(401);
  const done = await Promise.all(
    functions.map(async ({ origin }) => (await (await daily(origin, secrets.CRON_SECRET)).json()).removed),
  );
  expect(done.filter((removed) => removed !== null)).toHaveLength(1);
});

test('a page is kept from the machine, and what is of the API is no page', async () => {
  const { origin, saying } = await aFunction({ ...secrets, DATABASE_URL: await aPostgresUrl() });
  await saying(/Ready in/);
  const headersOf = async (path: string) =>
    Object.fromEntries((await fetch(origin + path, { redirect: 'manual' })).headers);
  for (const page of ['/', '/sign-in', '/icon.svg']) {
    expect(await headersOf(page), page).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
  }
  const ofApi = await headersOf('/api/health');
  expect(ofApi).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  });
  expect(ofApi).not.toHaveProperty('permissions-policy');
});

describe('without what has to be given', () => {
  test.each([
    ['a database', { AUTH_SECRET: secrets.AUTH_SECRET }, /DATABASE_URL must be postgres:/],
    ['a secret', { DATABASE_URL: 'postgres://desk@127.0.0.1:1/none' }, /AUTH_SECRET must be set on Vercel/],
  ])('%s, it answers nobody, and says why in a sentence', async (_, settings, sentence) => {
    const refused = await aFunction(settings);
    await refused.saying(/Ready in/);
    for (const path of ['/sign-in', '/api/health']) {
      expect((await fetch(refused.origin + path)).status).toBe(500);
    }
    await refused.saying(sentence);
  });
});
