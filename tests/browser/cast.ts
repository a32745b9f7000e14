/** The people of a desk: the first admin on its welcome page's door, the others by invitation. */

import { createHash } from 'node:crypto';
import { expect } from 'playwright/test';

type Role = 'admin' | 'agent' | 'viewer';
type Cookie = { name: string; value: string; url: string };

/** What somebody is, unless a test says otherwise; who is not named here is an agent. */
const roles = new Map<string, Role>([
  ['Asha', 'admin'],
  ['Meera', 'admin'],
  ['Cleo', 'viewer'],
]);

export const password = 'a long enough secret';

/** Of a name that no address could hold, its digest. */
export const emailOf = (name: string) =>
  `${/^\w+$/.test(name) ? name.toLowerCase() : createHash('sha1').update(name).digest('hex')}@example.com`;

export type Cast = ReturnType<typeof theCast>;

/** `urlOf` is the desk's address once it runs. */
export function theCast(urlOf: () => string) {
  const made = new Map<string, Promise<void>>();
  const signedIn = new Map<string, Promise<Cookie[]>>();
  const tokens: string[] = [];
  const once = <Value>(kept: Map<string, Promise<Value>>, name: string, make: () => Promise<Value>) => {
    const value = kept.get(name) ?? make();
    kept.set(name, value);
    return value;
  };

  async function post(path: string, body: object, cookies: Cookie[] = []): Promise<Response> {
    return fetch(`${urlOf()}${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Origin: urlOf(),
        Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      },
      body: JSON.stringify(body),
    });
  }

  async function signIn(name: string): Promise<Cookie[]> {
    const answer = await post('/api/auth/sign-in/email', { email: emailOf(name), password });
    expect(answer.status).toBe(200);
    return answer.headers.getSetCookie().map((line) => {
      const [, cookie, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      tokens.push(decodeURIComponent(value!).split('.')[0]!);
      return { name: cookie!, value: value!, url: urlOf() };
    });
  }

  /** Asha is the first of every desk; she invites the others. */
  function exist(name: string, dids: string[] | null = null): Promise<void> {
    return once(made, name, async () => {
      const account = { name, email: emailOf(name), password };
      if (name === 'Asha') {
        expect((await post('/api/first-admin', account)).status).toBe(200);
        return;
      }
      const { secret } = await invited(roles.get(name) ?? 'agent', dids);
      expect((await post('/api/invitations/accept', { secret, ...account })).status).toBe(200);
    });
  }

  async function invited(role: Role, dids: string[] | null = null): Promise<{ secret: string }> {
    const answer = await post('/api/invitations', { role, dids }, await cookiesOf('Asha'));
    expect(answer.status).toBe(200);
    return (await answer.json()) as { secret: string };
  }

  async function cookiesOf(name: string): Promise<Cookie[]> {
    await exist(name);
    return once(signedIn, name, () => signIn(name));
  }

  return {
    /** What opens this desk, as far as the cast knows it: it must stand in no log. */
    secrets: () => [password, ...tokens],
    exist,
    invited,
    cookiesOf,
    /** Posts as somebody would from the desk's own page. */
    postAs: async (name: string, path: string, body: object) => post(path, body, await cookiesOf(name)),
    /** Asks as somebody's browser would. */
    async getAs(name: string, path: string): Promise<Response> {
      const cookies = await cookiesOf(name);
      const Cookie = cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; ');
      return fetch(`${urlOf()}${path}`, { headers: { Cookie } });
    },
  };
}
