/** Who asks is looked up at every request, cheaply: what any server ends or changes counts at the next one on all. */

import { expect, test } from 'vitest';
import { changePerson } from '@/desk/people';
import { endSession } from '@/desk/sessions';
import type { Desk } from '@/desk/the-desk';
import { whoAsks } from '@/desk/who-asks';
import { aDesk, engines, letSessionsExpire } from '../desks';
import { cookieOf, personAt, postAuth } from '../signed-in';

async function twoServers(engine: (typeof engines)[number]): Promise<[Desk, Desk]> {
  const one = await aDesk(engine, { AUTH_SECRET: 'one and the same secret on every server' });
  const { DATABASE_URL, AUTH_SECRET } = one.env;
  return [one, await aDesk(engine, { DATABASE_URL, AUTH_SECRET: AUTH_SECRET! })];
}

/** How somebody is put out, on the server given. */
const waysOut: Record<string, (server: Desk, id: string, cookie: string) => Promise<unknown>> = {
  'signed out': (server, _, cookie) => postAuth(server, 'sign-out', {}, cookie),
  'ended that session': async (server, id, cookie) => {
    const { person, sessionId } = (await whoAsks(server, new Headers({ cookie })))!;
    expect(person.id).toBe(id);
    return endSession(server, person, sessionId!, Date.now());
  },
  'was disabled': async (server, id) =>
    changePerson(server, await personAt(server, 'Asha'), id, { isDisabled: true }, Date.now()),
  'stayed for two weeks': (server, id) => letSessionsExpire(server, id),
};

/** Who of those, each put out in another way on one server, still counts as signed in on the other. */
async function stillIn(one: Desk, other: Desk): Promise<string[]> {
  const left: string[] = [];
  for (const [way, putOut] of Object.entries(waysOut)) {
    const name = `Ravi ${way}`;
    const { id } = await personAt(one, name);
    const cookie = await cookieOf(one, name);
    const asked = async () => (await whoAsks(other, new Headers({ cookie })))?.person.name ?? null;
    expect(await asked()).toBe(name);
    await putOut(one, id!, cookie);
    if ((await asked()) !== null) left.push(way);
  }
  return left;
}

test.each(engines)(
  'whoever is put out is out at once, on this server and on another one (%s)',
  async (engine) => {
    const [one, other] = await twoServers(engine);
    expect(await stillIn(one, other)).toEqual([]);
    const alone = await aDesk(engine);
    expect(await stillIn(alone, alone)).toEqual([]);
  },
);

test('control: a server that remembered who asked would be found out', async () => {
  const [one, other] = await twoServers('sqlite');
  const remembered = new Map<string, ReturnType<Desk['store']['read']['loadPersonOfSession']>>();
  const read = {
    ...other.store.read,
    loadPersonOfSession(id: string, now: Date) {
      const known = remembered.get(id) ?? other.store.read.loadPersonOfSession(id, now);
      remembered.set(id, known);
      return known;
    },
  };
  expect(await stillIn(one, { ...other, store: { ...other.store, read } })).toEqual(Object.keys(waysOut));
});

test.each(engines)('another role and other numbers count at once, too (%s)', async (engine) => {
  const [one, other] = await twoServers(engine);
  const asha = await personAt(one, 'Asha');
  const { id } = await personAt(one, 'Ravi');
  const headers = new Headers({ cookie: await cookieOf(one, 'Ravi') });
  expect((await whoAsks(other, headers))?.person).toMatchObject({ role: 'agent', dids: null });
  await changePerson(one, asha, id!, { role: 'viewer', dids: ['+914471000000'] }, Date.now());
  expect((await whoAsks(other, headers))?.person).toMatchObject({ role: 'viewer', dids: ['+914471000000'] });
});

test.each(engines)(
  'the library is asked about a cookie once: a look-up costs less than its own (%s)',
  async (engine) => {
    const desk = await aDesk(engine);
    const headers = new Headers({ cookie: await cookieOf(desk, 'Asha') });
    const took = { ours: 0, library: 0 };
    const rounds = 100;
    // Taken in turn, so that the machine's load is in both.
    for (let round = -10; round < rounds; round += 1) {
      const began = performance.now();
      await whoAsks(desk, headers);
      const between = performance.now();
      await desk.auth.api.getSession({ headers });
      if (round < 0) continue;
      took.ours += between - began;
      took.library += performance.now() - between;
    }
    console.log(
      `Who asks, on ${engine}: ${(took.library / took.ours).toFixed(1)} times cheaper than the library.`,
    );
    expect(took.ours).toBeLessThan(took.library);
  },
);

test('a signature of another secret proves nothing, however often it is shown', async () => {
  const [desk, stranger] = [await aDesk('sqlite'), await aDesk('sqlite')];
  await personAt(desk, 'Asha');
  const headers = new Headers({ cookie: await cookieOf(stranger, 'Asha') });
  for (let time = 0; time < 3; time += 1) expect(await whoAsks(desk, headers)).toBeNull();
});
