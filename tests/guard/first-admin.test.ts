/** Who may make the first admin: somebody at the machine, or who has read the link that its start printed. */

import { describe, expect, test } from 'vitest';
import { greeting } from '@/desk/greeting';
import { firstAdminCode, invite } from '@/desk/people';
import { aDeskWithAsha, aDeskWithout, ask, password } from './doors';

const asha = { name: 'Asha', email: 'asha@example.com', password };
const make = (headers: Record<string, string>, body: object = asha) =>
  ask('POST', '/api/first-admin', { ...headers, body });

describe('without the code', () => {
  test('somebody at the machine makes the first admin', async () => {
    await aDeskWithout();
    expect((await make({ address: '127.0.0.1' })).status).toBe(200);
  });

  test.each([
    ['who asks from another machine', { address: '192.0.2.1' }, {}],
    [
      'who asks for another host',
      { address: '127.0.0.1', host: 'x.example.com', origin: 'http://x.example.com' },
      {},
    ],
    ['whose request was forwarded', { address: '127.0.0.1', forwarded: 'for=unknown' }, {}],
    ['whoever, once a proxy speaks for others', { address: '127.0.0.1' }, { TRUST_PROXY: '1' }],
    [
      'whoever, once the desk has an address',
      { address: '127.0.0.1' },
      { PUBLIC_URL: 'http://localhost:3000' },
    ],
  ])('%s does not', async (_, headers, env) => {
    const desk = await aDeskWithout(env);
    expect((await make(headers)).status).toBe(403);
    expect(await desk.store.read.countPeople()).toBe(0);
    const code = firstAdminCode(desk);
    expect((await make(headers, { ...asha, code })).status, 'control: with it they do').toBe(200);
  });
});

test('the start prints the link with the code for as long as there is nobody', async () => {
  const desk = await aDeskWithout({ PUBLIC_URL: 'https://desk.example.com' });
  const code = firstAdminCode(desk);
  expect(await greeting(desk, 3000)).toContain(`https://desk.example.com/welcome?code=${code}`);
  expect((await make({ origin: 'https://desk.example.com' }, { ...asha, code })).status).toBe(200);
  expect(await greeting(desk, 3000)).not.toContain(code);
});

test('whoever guesses at the code waits, and others do not', async () => {
  await aDeskWithout();
  const guess = (address: string) => make({ address }, { ...asha, code: 'a guess of twenty-two c' });
  for (let n = 0; n < 11; n += 1) expect((await guess('192.0.2.1')).status).toBe(403);
  const answer = await guess('192.0.2.1');
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '2']);
  expect((await guess('192.0.2.2')).status).toBe(403);
});

test('whoever guesses at invitations waits; a whole team that was invited does not', async () => {
  const { desk, asha: admin } = await aDeskWithAsha();
  const accept = (secret: string, n: number, address: string) =>
    ask('POST', '/api/invitations/accept', {
      address,
      body: { secret, name: `Agent ${n}`, email: `agent${n}@example.com`, password },
    });
  for (let n = 0; n < 12; n += 1) {
    const { secret } = await invite(desk, admin, { role: 'agent', dids: null }, desk.clock());
    expect((await accept(secret, n, '198.51.100.7')).status).toBe(200);
  }
  for (let n = 0; n < 11; n += 1) expect((await accept('a guess', n, '192.0.2.1')).status).toBe(409);
  expect((await accept('a guess', 0, '192.0.2.1')).status).toBe(429);
});
