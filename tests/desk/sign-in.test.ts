/** Signing in by password: the session is a new one, and an answer does not tell who has an account. */

import { describe, expect, test } from 'vitest';
import type { Desk } from '@/desk/the-desk';
import { aDesk, engines, tableOf } from '../desks';
import { cookieOf, nameBy, password, personAt, postAuth, signIn } from '../signed-in';

const wrong = 'not that one at all';

describe.each(engines)('on %s', (engine) => {
  test('a cookie from before signing in is not the session after', async () => {
    const desk = await aDesk(engine);
    const planted = await cookieOf(desk, 'Cleo');
    await personAt(desk, 'Asha');
    for (const before of [
      planted,
      'ringback.session_token=planted',
      'ringback.session_token=planted.c2lnbmVk',
    ]) {
      const { status, cookie } = await signIn(desk, 'Asha', password, before);
      expect(status).toBe(200);
      expect(cookie).not.toContain(before);
      expect(await nameBy(desk, cookie)).toBe('Asha');
      expect(await nameBy(desk, before)).not.toBe('Asha');
    }
    expect(await nameBy(desk, planted)).toBe('Cleo');
  });

  test('a session is over for good when its person signs out, and the others of that person are not', async () => {
    const desk = await aDesk(engine);
    const [here, there] = [await cookieOf(desk, 'Asha'), (await signIn(desk, 'Asha')).cookie];
    expect(here).not.toBe(there);
    await postAuth(desk, 'sign-out', {}, here);
    expect([await nameBy(desk, here), await nameBy(desk, there)]).toEqual([null, 'Asha']);
  });

  test('no cookie can be made from what is kept in the database', async () => {
    const desk = await aDesk(engine);
    await cookieOf(desk, 'Asha');
    const [session] = await tableOf(desk, 'session');
    for (const value of [session!.token, `${session!.token}.`, session!.id])
      expect(await nameBy(desk, `ringback.session_token=${value}`)).toBeNull();
  });

  test('a cookie is for the server alone, and goes with no request of another site that changes something', async () => {
    const desk = await aDesk(engine);
    await personAt(desk, 'Asha');
    const { lines } = await signIn(desk, 'Asha');
    for (const line of lines) expect(line).toMatch(/; HttpOnly; SameSite=Lax$/);
  });
});

test('behind TLS the cookie is bound to the host, and sent by no other way', async () => {
  const desk = await aDesk('sqlite', { PUBLIC_URL: 'https://desk.example.com' });
  await personAt(desk, 'Asha');
  const answer = await desk.auth.handler(
    new Request('https://desk.example.com/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://desk.example.com' },
      body: JSON.stringify({ email: 'asha@example.com', password }),
    }),
  );
  const [line] = answer.headers.getSetCookie();
  expect(line).toMatch(/^__Host-ringback\S*=/);
  expect(line).toMatch(/; Path=\/;/);
  expect(line).toMatch(/; Secure/);
  expect(line).not.toMatch(/domain/i);
});

describe('a wrong password and an unknown address', () => {
  test('get the same answer', async () => {
    const desk = await aDesk();
    await personAt(desk, 'Asha');
    const [one, other] = [await signIn(desk, 'Asha', wrong), await signIn(desk, 'Nobody', wrong)];
    expect(one).toEqual(other);
    expect([one.status, one.lines]).toEqual([401, []]);
  });

  test('take as long as each other; control: what is no address does not', async () => {
    const desk = await aDesk();
    await personAt(desk, 'Asha');
    const { known, unknown, none } = await mediansOf(
      {
        known: () => signIn(desk, 'Asha', wrong),
        unknown: () => signIn(desk, 'Nobody', wrong),
        none: () => postAuth(desk, 'sign-in/email', { email: 'x', password: wrong }),
      },
      25,
    );
    // Both hash once. Medians of one run, taken in turn, so that the machine's load is in both.
    expect(unknown / known).toBeGreaterThan(0.6);
    expect(unknown / known).toBeLessThan(1 / 0.6);
    expect(none / known).toBeLessThan(0.6);
  });

  test('and so does somebody who is disabled', async () => {
    const desk = await aDesk();
    await disable(desk, 'Ravi');
    const [right, mistyped] = [await signIn(desk, 'Ravi'), await signIn(desk, 'Ravi', wrong)];
    expect([right.status, right.lines, mistyped.status]).toEqual([401, [], 401]);
  });
});

async function disable(desk: Desk, name: string) {
  const { id } = await personAt(desk, name);
  await desk.store.write((tx) => tx.changePerson(id!, { disabledAt: 1 }));
}

async function mediansOf<Name extends string>(
  ways: Record<Name, () => Promise<unknown>>,
  rounds: number,
): Promise<Record<Name, number>> {
  const names = Object.keys(ways) as Name[];
  const took = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const began = performance.now();
      await ways[name]();
      took[name].push(performance.now() - began);
    }
  }
  const middle = (list: number[]) => list.toSorted((a, b) => a - b)[list.length >> 1]!;
  return Object.fromEntries(names.map((name) => [name, middle(took[name])])) as Record<Name, number>;
}
