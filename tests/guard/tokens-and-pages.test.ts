/** Wrong tokens are slowed down by address, further pages by person; right tokens never are. */

import { expect, test } from 'vitest';
import { cursorText } from '@/domain/board-query';
import { webhookToken } from '../desks';
import { aDeskWithAsha, ask, cookieOf, password, signIn } from './doors';

test('whoever tries webhook tokens waits after thirty, and a right token from there is taken at once', async () => {
  await aDeskWithAsha();
  const look = (token: string) => ask('GET', `/api/webhook/cdr/${token}`);
  for (let n = 0; n < 31; n += 1) expect((await look(`guess-${n}`)).status).toBe(401);
  const answer = await look('guess');
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '2']);
  for (let n = 0; n < 100; n += 1) expect((await look(webhookToken)).status).toBe(200);
});

test('whoever tries API tokens waits after thirty, and a right token from there is taken at once', async () => {
  const API_TOKEN = 'a-token-for-programs';
  await aDeskWithAsha({ API_TOKEN });
  const read = (token: string) => ask('GET', '/api/cases', { authorization: `Bearer ${token}` });
  for (let n = 0; n < 31; n += 1) expect((await read(`guess-${n}`)).status).toBe(401);
  expect((await read('guess')).status).toBe(429);
  expect((await read(API_TOKEN)).status).toBe(200);
});

test('three hundred further pages a minute are one person’s; the board itself is never held up', async () => {
  const API_TOKEN = 'a-token-for-programs';
  const { desk } = await aDeskWithAsha({ API_TOKEN });
  const cookie = cookieOf(await signIn(password));
  for (let n = 0; n < 301; n += 1) expect(await desk.limits.furtherPages.take('API')).toBe(0);
  const program = { authorization: `Bearer ${API_TOKEN}` };
  const further = `/api/cases?limit=200&cursor=${cursorText({ asOf: 1, rank: 0, at: 1, id: 'a' })}`;
  expect((await ask('GET', further, program)).status).toBe(429);
  expect((await ask('GET', '/api/cases?limit=200', program)).status).toBe(200);
  expect((await ask('GET', further, { cookie })).status).toBe(200);
});
