/** The people of a desk under test, with accounts of their own, and the cookies of their browsers. */

import { acceptInvitation, invite, type Made, makeFirstAdmin, type Refused } from '@/desk/people';
import type { Desk } from '@/desk/the-desk';
import type { Person, Role } from '@/domain/person';

export const password = 'a long enough secret';
export const emailOf = (name: string) => `${name.toLowerCase().replace(/\W+/g, '-')}@example.com`;
export const anAccount = (name: string) => ({ name, email: emailOf(name), password });

/** Asha looks after the desk, Ravi works on it, as does whoever else is named, and Cleo may only look. */
const roleOf = (name: string): Role => (name === 'Asha' ? 'admin' : name === 'Cleo' ? 'viewer' : 'agent');

const people = new WeakMap<Desk, Map<string, Promise<Person>>>();
const cookies = new WeakMap<Desk, Map<string, Promise<string>>>();

/** Somebody of that name, who comes to the desk at the first call: by an invitation of Asha, who was there first. */
export function personAt(
  desk: Desk,
  name: string,
  given: { role?: Role; dids?: string[] | null } = {},
): Promise<Person> {
  return onceFor(people, desk, name, async () => {
    if (name === 'Asha') return made(await makeFirstAdmin(desk, anAccount(name), Date.now()));
    const asha = await personAt(desk, 'Asha');
    const offer = { role: given.role ?? roleOf(name), dids: given.dids ?? null };
    const { secret } = await invite(desk, asha, offer, Date.now());
    return made(await acceptInvitation(desk, secret, anAccount(name), Date.now()));
  });
}

/** The cookie of a browser in which they are signed in. */
export function cookieOf(desk: Desk, name: string): Promise<string> {
  return onceFor(cookies, desk, name, async () => {
    await personAt(desk, name);
    return (await signIn(desk, name)).cookie;
  });
}

/** Signs in by password, in a browser that has `cookie` already. */
export async function signIn(desk: Desk, name: string, word = password, cookie = '') {
  const answer = await desk.auth.handler(
    new Request(`http://localhost:${desk.env.PORT}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: `http://localhost:${desk.env.PORT}`, cookie },
      body: JSON.stringify({ email: emailOf(name), password: word }),
    }),
  );
  const lines = answer.headers.getSetCookie();
  return { status: answer.status, lines, cookie: cookieIn(lines), body: await answer.text() };
}

/** What a browser sends back of the cookies that it was given. */
export function cookieIn(lines: string[]): string {
  return lines
    .filter((line) => !/max-age=0/i.test(line))
    .map((line) => line.split(';')[0])
    .join('; ');
}

function made(answer: Made | Refused): Person {
  if (answer.is !== 'made') throw new Error(answer.error);
  return answer.person;
}

function onceFor<Kept>(
  all: WeakMap<Desk, Map<string, Promise<Kept>>>,
  desk: Desk,
  name: string,
  make: () => Promise<Kept>,
): Promise<Kept> {
  const ofDesk = all.get(desk) ?? new Map<string, Promise<Kept>>();
  all.set(desk, ofDesk);
  const kept = ofDesk.get(name) ?? make();
  ofDesk.set(name, kept);
  return kept;
}
