/** Signing in by an identity provider: it lets in who has an account here, by a verified address, and makes none. */

import { beforeEach, expect, test } from 'vitest';
import { changePerson } from '@/desk/people';
import { anIdentityProvider } from '../identity-provider';
import { cookieIn, emailOf, nameBy, personAt } from '../signed-in';
import { aDeskAtTheDoors, ask, change, here } from './http';

const callback = `${here}/api/auth/callback/oidc`;
const provider = await anIdentityProvider(callback);
const { desk } = await aDeskAtTheDoors({
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: provider.client.id,
  OIDC_CLIENT_SECRET: provider.client.secret,
});
for (const name of ['Asha', 'Ravi', 'Cleo', 'Mala']) await personAt(desk, name);

let people: unknown;
beforeEach(async () => {
  people = await namesAndRoles();
});
const namesAndRoles = async () =>
  (await desk.store.read.loadPeople()).map(({ id, name, email, role, dids }) => ({
    id,
    name,
    email,
    role,
    dids,
  }));

/** Begins at the desk, signs in at the provider and comes back, all in one browser unless it is said otherwise. */
async function signInThere({ changed = (address: string) => address, isSameBrowser = true } = {}) {
  const wish = { provider: 'oidc', callbackURL: '/', errorCallbackURL: '/sign-in' };
  const { status, headers, body } = await change('POST', '/api/auth/sign-in/social', wish, { as: null });
  expect(status).toBe(200);
  const back = changed(await provider.walk(String(body.url)));
  const cookie = isSameBrowser ? cookieIn(headers.getSetCookie()) : '';
  const answer = await ask(back, { as: null, headers: { cookie } });
  const session = cookieIn(answer.headers.getSetCookie());
  return {
    status: answer.status,
    to: answer.headers.get('location'),
    name: await nameBy(desk, session),
    back,
  };
}

const claimsOf = (name: string) => ({ email: emailOf(name), email_verified: true, name: 'Somebody Else' });

test('a person with an account gets in by the verified address, as who they are here', async () => {
  provider.atTheKeyboard('subject-of-ravi', claimsOf('Ravi'));
  for (let time = 0; time < 2; time += 1)
    expect(await signInThere()).toMatchObject({ status: 302, to: '/', name: 'Ravi' });
  expect(await namesAndRoles()).toEqual(people);
});

test('an address that Microsoft says is verified is one', async () => {
  provider.atTheKeyboard('subject-of-cleo', { email: emailOf('Cleo'), xms_edov: true });
  expect(await signInThere()).toMatchObject({ status: 302, to: '/', name: 'Cleo' });
  expect(await namesAndRoles()).toEqual(people);
});

test.each([
  ['an address that Microsoft says is not', 'subject-4', { email: emailOf('Asha'), xms_edov: false }],
  ['a stranger', 'subject-of-eve', { email: 'eve@example.com', email_verified: true }],
  ['an address that is not verified', 'subject-1', { email: emailOf('Asha'), email_verified: false }],
  ['an address of which nobody says that it is', 'subject-2', { email: emailOf('Asha') }],
  ['no address', 'subject-3', { email: '', email_verified: true }],
])('%s gets no session and makes no account', async (_, subject, claims) => {
  provider.atTheKeyboard(subject, claims);
  const { status, to, name } = await signInThere();
  expect([status, name]).toEqual([302, null]);
  expect(to).toMatch(/^\/sign-in\?error=\w+/);
  expect(await namesAndRoles()).toEqual(people);
});

test('who is disabled stays out, by an account that was linked before as well', async () => {
  const [asha, mala] = [await personAt(desk, 'Asha'), await personAt(desk, 'Mala')];
  provider.atTheKeyboard('subject-of-mala', claimsOf('Mala'));
  expect((await signInThere()).name).toBe('Mala');
  await changePerson(desk, asha, mala.id!, { isDisabled: true }, Date.now());
  const { status, to, name } = await signInThere();
  expect([status, name]).toEqual([302, null]);
  expect(to).toMatch(/^\/sign-in\?error=\w+/);
});

test('what came back is good once, for the browser that began', async () => {
  provider.atTheKeyboard('subject-of-ravi', claimsOf('Ravi'));
  const { back, name } = await signInThere();
  expect(name).toBe('Ravi');
  const stolen = await ask(back, { as: null });
  expect(await nameBy(desk, cookieIn(stolen.headers.getSetCookie()))).toBeNull();
  const forged = await signInThere({
    changed: (address) => address.replace(/state=[^&]+/, 'state=forged'),
  });
  expect(forged.name).toBeNull();
  // Somebody who is lured to where another one signed in does not become that one.
  expect((await signInThere({ isSameBrowser: false })).name).toBeNull();
});

test.each(['https://evil.example/', '//evil.example', '/\\evil.example'])(
  'nobody is sent on to another site: %s',
  async (callbackURL) => {
    provider.atTheKeyboard('subject-of-ravi', claimsOf('Ravi'));
    const { status } = await change(
      'POST',
      '/api/auth/sign-in/social',
      { provider: 'oidc', callbackURL },
      { as: null },
    );
    expect(status).toBe(403);
  },
);
