/** Who gets in: the first admin once, those who were invited, and nobody whose session has ended. */

import { describe, expect, test } from 'vitest';
import { acceptInvitation, changePerson, invite, loadInvitation, makeFirstAdmin } from '@/desk/people';
import type { Desk } from '@/desk/the-desk';
import { whoAsks } from '@/desk/who-asks';
import type { Person } from '@/domain/person';
import { aDesk, engines } from '../desks';
import { anAccount, personAt, signIn } from '../signed-in';

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
    const { status, cookie } = await signIn(desk, 'Asha');
    const headers = new Headers({ cookie });
    expect(status).toBe(200);
    expect((await whoAsks(desk, headers))?.person).toEqual(asha);
    await desk.store.write((tx) => tx.deleteSessions(asha.id!));
    expect(await whoAsks(desk, headers)).toBeNull();
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

  test('of two admins who put each other out at once, one stays', async () => {
    const desk = await aDesk(engine);
    const [asha, ravi] = [await personAt(desk, 'Asha'), await personAt(desk, 'Ravi', { role: 'admin' })];
    const answers = await Promise.all([
      changePerson(desk, asha, ravi.id!, { isDisabled: true }, Date.now()),
      changePerson(desk, ravi, asha.id!, { role: 'viewer' }, Date.now()),
    ]);
    expect(answers.map((answer) => answer?.is).sort()).toEqual(['changed', 'refused']);
    expect(await desk.store.read.countAdmins()).toBe(1);
  });

  test('an admin who is put out comes back by no invitation of their own', async () => {
    for (const change of [{ isDisabled: true }, { role: 'agent' as const }]) {
      const desk = await aDesk(engine);
      const [asha, ravi] = [await personAt(desk, 'Asha'), await personAt(desk, 'Ravi', { role: 'admin' })];
      const [his, hers] = [
        await invite(desk, ravi, { role: 'admin', dids: null }, Date.now()),
        await invite(desk, asha, { role: 'agent', dids: null }, Date.now()),
      ];
      await changePerson(desk, asha, ravi.id!, change, Date.now());
      expect(await loadInvitation(desk, his.secret, Date.now())).toBeNull();
      const back = await acceptInvitation(desk, his.secret, anAccount('Mala'), Date.now());
      expect(back.is).toBe('refused');
      expect(await loadInvitation(desk, hers.secret, Date.now())).toMatchObject({ by: 'Asha' });
    }
  });

  test('nobody takes the name of somebody else, or that of programs', async () => {
    const desk = await aDesk(engine);
    const { secret } = await invite(
      desk,
      await personAt(desk, 'Asha'),
      { role: 'agent', dids: null },
      Date.now(),
    );
    for (const name of ['Asha', 'ASHA', 'API', 'api']) {
      const account = { ...anAccount('Ravi'), name };
      expect(await acceptInvitation(desk, secret, account, Date.now())).toMatchObject({ field: 'name' });
    }
    expect((await acceptInvitation(desk, secret, anAccount('Ravi'), Date.now())).is).toBe('made');
  });

  test('an invitation is good for seven days', async () => {
    const desk = await aDesk(engine);
    const { secret } = await invite(desk, await personAt(desk, 'Asha'), { role: 'agent', dids: null }, 0);
    const week = 7 * 24 * 60 * 60_000;
    expect(await loadInvitation(desk, secret, week - 1)).not.toBeNull();
    expect(await acceptInvitation(desk, secret, anAccount('Ravi'), week)).toMatchObject({ is: 'refused' });
  });

  test('whoever is disabled is out at once, and cannot come back', async () => {
    const desk = await aDesk(engine);
    const asha = await firstAdmin(desk);
    const { secret } = await invite(desk, asha, { role: 'viewer', dids: null }, Date.now());
    const made = await acceptInvitation(desk, secret, anAccount('Ravi'), Date.now());
    const ravi = (made as { person: Person }).person;
    const headers = new Headers({ cookie: (await signIn(desk, 'Ravi')).cookie });
    expect((await whoAsks(desk, headers))?.person).toEqual(ravi);
    expect(await changePerson(desk, asha, ravi.id!, { isDisabled: true }, Date.now())).toEqual({
      is: 'changed',
    });
    expect(await whoAsks(desk, headers)).toBeNull();
    expect((await signIn(desk, 'Ravi')).status).not.toBe(200);
  });
});
