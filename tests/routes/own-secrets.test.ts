/** The doors that whoever has no account may knock at: each opens by a secret of its own, and by nothing else. */

import { describe, expect, test } from 'vitest';
import { tableOf } from '../desks';
import { cookieOf, personAt } from '../signed-in';
import { aDeskAtTheDoors, ask, change } from './http';

const apiToken = 'a-token-of-the-api-of-the-tests';
const { desk, missedCall } = await aDeskAtTheDoors({ API_TOKEN: apiToken });
await missedCall();
await personAt(desk, 'Asha');
const admin = { cookie: await cookieOf(desk, 'Asha') };
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('a door with a secret of its own', () => {
  test.each(['/api/webhook/cdr', '/api/webhook/cdr/wrong', '/api/webhook/cdr?token=wrong'])(
    'keeps nothing for whoever does not know it: %s',
    async (address) => {
      const before = await tableOf(desk, 'deliveries');
      for (const headers of [{}, bearer(apiToken), bearer('wrong'), admin]) {
        const answer = await ask(address, { method: 'POST', body: '{}', headers, as: null });
        expect([401, 429]).toContain(answer.status);
      }
      expect(await tableOf(desk, 'deliveries')).toEqual(before);
    },
  );

  const account = { name: 'Eve', email: 'eve@example.com', password: 'a long enough secret' };
  test('makes no first admin on a desk that has its people, whoever asks', async () => {
    for (const as of [null, 'Asha'])
      expect((await change('POST', '/api/first-admin', account, { as })).status).toBe(409);
    const headers = { host: 'desk.example.com', origin: 'http://desk.example.com' };
    const afar = await change('POST', '/api/first-admin', account, { headers, as: null });
    expect(afar.status).toBeGreaterThanOrEqual(400);
    expect(await desk.store.read.loadPersonByEmail(account.email)).toBeUndefined();
  });

  test('makes no account without an invitation', async () => {
    for (const secret of ['x', 'null', apiToken]) {
      const answer = await change('POST', '/api/invitations/accept', { ...account, secret }, { as: null });
      expect(answer.status).toBe(409);
    }
    expect(await desk.store.read.loadPersonByEmail(account.email)).toBeUndefined();
  });

  test.each(['first-admin', 'invitations/accept', 'auth/sign-in/email', 'auth/sign-out'])(
    'takes nothing from another site: %s',
    async (path) => {
      const body = { ...account, secret: 'x', email: 'asha@example.com' };
      for (const origin of ['https://evil.example', 'null', '']) {
        const answer = await ask(`/api/${path}`, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json', origin },
        });
        expect([origin, answer.status]).toEqual([origin, 403]);
      }
      const silent = { method: 'POST', body: JSON.stringify(body) };
      expect((await ask(`/api/${path}`, silent)).status).toBe(403);
    },
  );

  test.each([
    'sign-up/email',
    'update-user',
    'delete-user',
    'change-email',
    'get-session',
    'list-sessions',
    'list-accounts',
    'link-social',
    'get-access-token',
    'reset-password',
    'request-password-reset',
    'two-factor/get-totp-uri',
    'two-factor/send-otp',
    'two-factor/verify-otp',
    '../auth/sign-up/email',
    'sign-in/email/../../sign-up/email',
    'SIGN-UP/email',
    'sign-up%2Femail',
    'ok',
    'error',
  ])('opens no other path of the library: %s', async (path) => {
    for (const as of [null, 'Asha']) {
      expect((await change('POST', `/api/auth/${path}`, account, { as })).status).toBe(404);
      expect((await ask(`/api/auth/${path}`, { as })).status).toBe(404);
    }
    expect(await desk.store.read.loadPersonByEmail(account.email)).toBeUndefined();
  });
});
