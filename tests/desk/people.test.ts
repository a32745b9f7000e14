/** Who gets in: the first admin once, those who were invited, and nobody whose session has ended. */

import { describe, expect, test } from 'vitest';
import { acceptInvitation, changePerson, invite, makeFirstAdmin } from '@/desk/people';
import type { Desk } from '@/desk/the-desk';
import { whoAsks } from '@/desk/who-asks';
import type { Person } from '@/domain/person';
import { aDesk, engines } from '../desks';

const password = 'a long enough secret';
const anAccount = (name: string) => ({ name, email: `${name.toLowerCase()}@example.com`, password });

/** Signs in by password; the headers of a browser that keeps the cookie. */
async function signIn(desk: Desk, email: string, word = password) {
  const request = new Request('http://localhost:3000/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost:3000' },
    body: JSON.stringify({ email, password: word }),
  });
  const answer = await desk.auth.handler(request);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return { status: answer.status, headers: new Headers({ cookie }), lines: answer.headers.getSetCookie() };
}

async function firstAdmin(desk: Desk): Promise<Person> {
  const made = await makeFirstAdmin(desk, anAccount('Asha'), Date.now());
  if (made.is !== 'made') throw new Error(made.error);
  return made.person;
}

describe.each(engines)('on %s', (engine) => {
  test('the first admin is made once, by whoever is first', async () => {
    const desk = await aDesk(engine);
    const made = await Promise.all(
      ['Asha', 'Ravi', 'Cleo'].map((name) => makeFirstAdmin(desk, anAccount(name), Date.now())),
    );
    expect(made.map(({ is }) => is).sort()).toEqual(['made', 'refused', 'refused']);
    expect(await desk.store.read.countPeople()).toBe(1);
  });

  test('who signs in is known by the session, until it is ended', async () => {
    const desk = await aDesk(engine);
    const asha = await firstAdmin(desk);
    const { status, headers, lines } = await signIn(desk, 'asha@example.com');
    expect(status).toBe(200);
    expect(lines.join('\n')).toMatch(/HttpOnly; SameSite=Lax/i);
    expect((await whoAsks(desk, headers))?.person).toEqual(asha);
    await desk.store.write((tx) => tx.deleteSessions(asha.id!));
    expect(await whoAsks(desk, headers)).toBeNull();
  });

  test('a wrong password and an unknown address get the same answer', async () => {
    const desk = await aDesk(engine);
    await firstAdmin(desk);
    for (const [email, word] of [
      ['asha@example.com', 'not that one at all'],
      ['cleo@example.com', password],
    ]) {
      const { status, headers } = await signIn(desk, email!, word);
      expect(status).toBe(401);
      expect(await whoAsks(desk, headers)).toBeNull();
    }
  });

  test('an invitation makes one account, of its role', async () => {
    const desk = await aDesk(engine);
    const asha = await firstAdmin(desk);
    const { secret } = await invite(desk, asha, { role: 'agent', dids: ['+914442110011'] }, Date.now());
    const both = await Promise.all(
      ['Ravi', 'Cleo'].map((name) => acceptInvitation(desk, secret, anAccount(name), Date.now())),
    );
    expect(both.map(({ is }) => is).sort()).toEqual(['made', 'refused']);
    const made = both.find(({ is }) => is === 'made') as { person: Person };
    expect(made.person).toMatchObject({ role: 'agent', dids: ['+914442110011'] });
  });

  test('whoever is disabled is out at once, and cannot come back', async () => {
    const desk = await aDesk(engine);
    const asha = await firstAdmin(desk);
    const { secret } = await invite(desk, asha, { role: 'viewer', dids: null }, Date.now());
    const made = await acceptInvitation(desk, secret, anAccount('Ravi'), Date.now());
    const ravi = (made as { person: Person }).person;
    const { headers } = await signIn(desk, 'ravi@example.com');
    expect((await whoAsks(desk, headers))?.person).toEqual(ravi);
    expect(await changePerson(desk, asha, ravi.id!, { isDisabled: true }, Date.now())).toEqual({
      is: 'changed',
    });
    expect(await whoAsks(desk, headers)).toBeNull();
    expect((await signIn(desk, 'ravi@example.com')).status).not.toBe(200);
  });
});
