/** The log of the built server, its pages included, after everything has failed once. Needs `npm run build`. */

import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { leaksIn, notJson } from './browser/leaks';
import { aServer, ours } from './built-server';
import { anAccount, cookieIn, password } from './signed-in';

const name = 'Meenakshi of the mill';

test('every line is one JSON object, and none tells of a caller, a person or a secret', async () => {
  const server = await aServer();
  const { origin, folder, said } = server;
  const call = ours();
  await server.post(JSON.stringify(call));
  const account = anAccount('Asha');
  const post = (path: string, body: object, cookie = '') =>
    fetch(origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, cookie },
      body: JSON.stringify(body),
    });
  await post('/api/first-admin', account);
  const cookie = cookieIn((await post('/api/auth/sign-in/email', account)).headers.getSetCookie());
  const caller = encodeURIComponent(`+${call.from}`);
  expect((await post(`/api/callers/${caller}/notes`, { text: name }, cookie)).status).toBe(201);

  const file = new Database(join(folder, 'data', 'ringback.db'));
  for (const table of ['caller_notes', 'callers', 'cases', 'legs']) file.exec(`drop table ${table}`);
  file.close();
  const failed = [
    await fetch(`${origin}/`, { headers: { cookie } }),
    await fetch(`${origin}/callers/${caller}`, { headers: { cookie } }),
    await post(`/api/callers/${caller}/notes`, { text: name }, cookie),
    await fetch(`${origin}/api/callers?q=${encodeURIComponent(name)}`, { headers: { cookie } }),
    await server.post(JSON.stringify(ours())),
  ].map(({ status }) => status);
  expect(failed).toEqual(failed.map(() => 500));
  expect((await server.post(JSON.stringify(call), '/api/webhook/cdr/a-token-of-nobody')).status).toBe(401);
  server.child.kill('SIGTERM');
  expect(await server.exited).toBe(0);

  expect(notJson(said.err)).toEqual([]);
  const secrets = [
    name,
    password,
    account.email,
    'a-token-of-nobody',
    server.webhook.split('/').at(-1)!,
    cookie,
  ];
  expect(leaksIn(said.err, secrets)).toEqual([]);
  // Control: the log was written, by the doors and by the pages.
  const told = said.err.split('\n').filter((line) => line.includes('no such table'));
  expect(told.length).toBeGreaterThanOrEqual(failed.length);
});
