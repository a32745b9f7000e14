/** Each verb asks who may: a door that forgets to ask opens nothing (design.md 9). */

import { beforeAll, describe, expect, test } from 'vitest';
import { loadAudit } from '@/desk/audit';
import { loadCase } from '@/desk/case';
import { changeSettings } from '@/desk/change-settings';
import { decide, undo } from '@/desk/decide';
import { discard } from '@/desk/discard';
import { loadSettings } from '@/desk/load-settings';
import { changePerson, invite, loadPeople } from '@/desk/people';
import { NotPermitted } from '@/desk/permission';
import { listQuarantine } from '@/desk/quarantine';
import { readAgain, readAllAgain } from '@/desk/read-again';
import { rehearse } from '@/desk/rehearse';
import { endSession, loadSessions } from '@/desk/sessions';
import type { Desk } from '@/desk/the-desk';
import { tryRecord } from '@/desk/try-record';
import { unfiltered } from '@/domain/board-query';
import type { Person } from '@/domain/person';
import { didDefaults } from '@/domain/settings';
import { aCaller, aCdr, aDid, aLeg, aPerson, asha, cleo, morning, ravi } from '../builders';
import { aDesk, post, tableOf, withClock } from '../desks';
import { personAt, signIn } from '../signed-in';

const now = morning;
const place = { deliveryId: 1, position: 0 };
const wish = { kind: 'note' as const, note: 'x', until: null };
const change = { scope: 'did' as const, did: '+914442110011', from: now, settings: didDefaults };
const everything = { state: 'all', ...unfiltered, order: 'newest', limit: 50 } as const;
const program = aPerson('API', { id: null });

type Verb = (desk: Desk, by: Person) => Promise<unknown>;
const ofAll: Record<string, Verb> = {
  'see the board': (desk, by) => desk.board.load(by, everything),
  'see a case': (desk, by) => loadCase(desk, by, 'x', now),
  'see where they are signed in': (desk, by) => loadSessions(desk, by, now),
  'end their sessions': (desk, by) => endSession(desk, by, 'x', now),
};
const ofAgents: Record<string, Verb> = {
  decide: (desk, by) => decide(desk, by, ['x'], wish, now),
  'take back': (desk, by) => undo(desk, by, 'x', 'y', now),
};
const ofAdmins: Record<string, Verb> = {
  'read who did what': (desk, by) => loadAudit(desk, by, null),
  'see the settings': (desk, by) => loadSettings(desk, by, now),
  'change the settings': (desk, by) => changeSettings(desk, by, change, now),
  'try a change': (desk, by) => rehearse(desk, by, change, now),
  'see the quarantine': (desk, by) => listQuarantine(desk, by, null, 5),
  'read a record again': (desk, by) => readAgain(desk, by, place, now),
  'read all again': (desk, by) => readAllAgain(desk, by, now),
  'discard a record': (desk, by) => discard(desk, by, place, 'x', now),
  'try a record': (desk, by) => tryRecord(desk, by, '{"type":"cdr"}', now),
  'see the people': (desk, by) => loadPeople(desk, by),
  invite: (desk, by) => invite(desk, by, { role: 'admin', dids: null }, now),
  'change a person': (desk, by) => changePerson(desk, by, 'x', { role: 'admin' }, now),
};

let desk: Desk;
beforeAll(async () => {
  desk = withClock(await aDesk(), () => now);
});

const mayBy = (verb: Verb, by: Person) =>
  verb(desk, by).then(
    () => true,
    (error) => {
      if (error instanceof NotPermitted) return false;
      throw error;
    },
  );
/** Whether an admin, an agent, a program and a viewer may, in this order. */
const mayAll = (verb: Verb) => Promise.all([asha, ravi, program, cleo].map((by) => mayBy(verb, by)));

describe('of admin, agent, program and viewer', () => {
  test.each(Object.entries(ofAll))('all may %s', async (_, verb) => {
    expect(await mayAll(verb)).toEqual([true, true, true, true]);
  });
  test.each(Object.entries(ofAgents))('all but the viewer may %s', async (_, verb) => {
    expect(await mayAll(verb)).toEqual([true, true, true, false]);
  });
  test.each(Object.entries(ofAdmins))('only the admin may %s', async (_, verb) => {
    expect(await mayAll(verb)).toEqual([true, false, false, false]);
  });
});

test('what is refused leaves nothing behind, and what is done is told in the audit', async () => {
  const record = aCdr({ to: aDid(), from: aCaller() });
  await post(desk, record);
  const id = aLeg(record).callId;
  const before = await loadAudit(desk, asha, null);
  await expect(decide(desk, cleo, [id], wish, now)).rejects.toThrow('Viewers can look, and change nothing.');
  await expect(invite(desk, ravi, { role: 'admin', dids: null }, now)).rejects.toThrow('Only admins');
  expect(await loadAudit(desk, asha, null)).toEqual(before);
  expect(await tableOf(desk, 'decisions')).toEqual([]);
  await decide(desk, ravi, [id], wish, now);
  expect((await loadAudit(desk, asha, null)).rows[0]).toMatchObject({
    by: 'Ravi',
    what: 'decided',
    about: { case: id, kind: 'note' },
  });
});

test('nobody is told of, or ends, a session of somebody else', async () => {
  const people = await aDesk();
  const [owner, other] = [await personAt(people, 'Ravi'), await personAt(people, 'Asha')];
  await signIn(people, 'Ravi');
  const [session] = await loadSessions(people, owner, Date.now());
  expect(await loadSessions(people, other, Date.now())).toEqual([]);
  expect(await endSession(people, other, session!.id, Date.now())).toBe(false);
  expect(await endSession(people, owner, session!.id, Date.now())).toBe(true);
});
