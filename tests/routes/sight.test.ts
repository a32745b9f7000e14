/** Whoever is limited to some numbers is told nothing of the others, and viewers see no number of a caller whole. */

import { beforeEach, describe, expect, test } from 'vitest';
import type { BoardJson } from '@/domain/case-json';
import { aCaller, aConversation, aDid, aLegB, minute, morning } from '../builders';
import { post } from '../desks';
import { personAt } from '../signed-in';
import { aDeskAtTheDoors, ask, askJson, change, getBoard, getCase } from './http';

const { desk, clock, missedCall } = await aDeskAtTheDoors();
const [sales, support] = [aDid(), aDid()];
await personAt(desk, 'Ravi', { role: 'agent', dids: [`+${sales}`] });
await personAt(desk, 'Lata', { role: 'agent', dids: [] });

beforeEach(() => {
  clock.now = morning + 40 * minute;
});

const views = ['open', 'snoozed', 'closed', 'uncallable', 'all'];
const boardOf = async (as: string, search = '') => (await getBoard(search, { as })).body;
const digitsOf = (caller: string) => caller.slice(-8);

/** A case of each kind on a number: as many as every count of the board has. */
async function aCaseOfEachKind(did: number) {
  const calls = [];
  for (let call = 0; call < 4; call += 1) calls.push(await missedCall({ to: did }));
  calls.push(await missedCall({ to: did, from: null }));
  const [, tried, snoozed, settled] = calls;
  const wishes = [
    [tried, { kind: 'tried' }],
    [snoozed, { kind: 'snooze', until: new Date(clock.now + 60 * minute) }],
    [settled, { kind: 'no_need' }],
  ] as const;
  for (const [call, wish] of wishes) await change('POST', `/api/cases/${call!.id}/decisions`, wish);
  return calls;
}

describe('an agent of Sales', async () => {
  clock.now = morning + 40 * minute;
  const ours = await aCaseOfEachKind(sales);
  const before = await boardOf('Ravi');
  const theirs = await aCaseOfEachKind(support);

  test('counts as if Support were not there', async () => {
    const counts = await boardOf('Ravi').then((board) => board.counts);
    expect(counts).toMatchObject({ overdue: 2, attempted: 1, snoozed: 1, uncallable: 1, closedToday: 1 });
    expect(counts.byDid).toEqual({ [`+${sales}`]: 2 });
    const all = await boardOf('Asha').then((board) => board.counts);
    expect(all).toMatchObject({ overdue: 4, attempted: 2, snoozed: 2, uncallable: 2, closedToday: 2 });
  });

  test('has the board that was there before Support had a call, but for its revision', async () => {
    const { revision: _, ...now } = await boardOf('Ravi');
    const { revision: __, ...then } = before;
    expect(now).toEqual(then);
    expect(now.dids.map(({ key }) => key)).toEqual([`+${sales}`]);
  });

  test.each(views)('finds no case of Support in the view %s, whatever is asked for', async (state) => {
    for (const given of [
      {},
      { did: `+${support}` },
      { q: theirs[0]!.caller.slice(1) },
      { order: 'newest' },
    ]) {
      const search = `?${new URLSearchParams({ state, ...(given as Record<string, string>), limit: '200' })}`;
      const text = await (await ask(`/api/cases${search}`, { as: 'Ravi' })).text();
      for (const { id, caller, did } of theirs) {
        expect(text).not.toContain(id);
        expect(text).not.toContain(did);
        if (!caller.includes('null')) expect(text).not.toContain(digitsOf(caller));
      }
    }
  });

  test('control: the admin finds them all', async () => {
    const { cases } = await boardOf('Asha', `?${new URLSearchParams({ state: 'all', did: `+${support}` })}`);
    expect(cases.map(({ id }) => id).sort()).toEqual(theirs.map(({ id }) => id).sort());
  });

  test('gets 404 for a case of Support, and for what they say of it, as of one that never was', async () => {
    const { id, caller } = theirs[0]!;
    const before = (await getCase(id)).body;
    const { decision } = (await change('POST', `/api/cases/${id}/decisions`, { kind: 'note', note: 'x' }))
      .body;
    const noted = (await getCase(id)).body;
    const never = await getCase('nobody', { as: 'Ravi' });
    const asked = await getCase(id, { as: 'Ravi' });
    expect([asked.status, asked.body]).toEqual([404, never.body]);
    for (const kind of ['called_back', 'tried', 'claim', 'note', 'reopen'])
      expect(
        await change('POST', `/api/cases/${id}/decisions`, { kind, note: 'x' }, { as: 'Ravi' }),
      ).toMatchObject({ status: 404, body: { error: expect.not.stringContaining(caller) } });
    const path = `/api/cases/${id}/decisions/${decision}`;
    expect((await change('DELETE', path, undefined, { as: 'Ravi' })).status).toBe(404);
    const { body } = await change(
      'POST',
      '/api/cases/decisions',
      { ids: [id, ours[0]!.id], kind: 'note', note: 'x' },
      { as: 'Ravi' },
    );
    expect(body.results).toMatchObject([{ status: 404 }, { status: 200 }]);
    expect((await getCase(id)).body).toEqual(noted);
    expect(noted.decisions).toHaveLength(before.decisions.length + 1);
  });

  test('is not told that a caller of theirs was reached through Support', async () => {
    const from = aCaller();
    const { id } = await missedCall({ to: sales, from });
    const conversation = aConversation();
    const answered = { status: 'answered', duration: 60, time: morning + minute };
    await missedCall({
      to: support,
      from,
      conversation_uuid: conversation,
      cmiuuid: conversation,
      start_time: (morning + minute) / 1000,
      end_time: (morning + 2 * minute) / 1000,
      ...answered,
    });
    expect((await getCase(id)).body.contacts).toHaveLength(1);
    const seen = await getCase(id, { as: 'Ravi' });
    expect(seen.body.contacts).toEqual([]);
    expect(JSON.stringify(seen.body)).not.toContain(conversation);
  });

  test('gets no answer that was kept for somebody who sees more', async () => {
    const known = (await ask('/api/cases')).headers.get('etag')!;
    const answer = await ask('/api/cases', { as: 'Ravi', headers: { 'if-none-match': known } });
    expect(answer.status).toBe(200);
  });

  test('of no number at all sees an empty desk', async () => {
    const { counts, cases, dids } = await boardOf('Lata', '?state=all');
    const { byDid, overdueByDid, byPerson, ...numbers } = counts;
    expect([cases, dids, byDid, overdueByDid, byPerson]).toEqual([[], [], {}, {}, {}]);
    expect(Object.values(numbers).filter(Boolean)).toEqual([]);
  });

  test('sees a number from the next request on, once it is theirs', async () => {
    const { id: personId } = await personAt(desk, 'Mala', { role: 'agent', dids: [`+${sales}`] });
    const [call] = theirs;
    expect((await getCase(call!.id, { as: 'Mala' })).status).toBe(404);
    await change('PATCH', `/api/people/${personId}`, { dids: [`+${support}`] });
    expect((await getCase(call!.id, { as: 'Mala' })).status).toBe(200);
    expect((await getCase(ours[0]!.id, { as: 'Mala' })).status).toBe(404);
  });
});

describe('a viewer', () => {
  test('sees of a caller the country and the end, and in no answer the whole number', async () => {
    const { id, caller, record, did } = await missedCall();
    await post(desk, aLegB(record));
    const paths = [
      ...views.map((state) => `/api/cases?${new URLSearchParams({ state, did, limit: '200' })}`),
      `/api/cases/${id}`,
    ];
    for (const path of paths) {
      const text = await (await ask(path, { as: 'Cleo' })).text();
      expect(text.replace(/[^\d"]/g, ''), path).not.toContain(digitsOf(caller));
    }
    const { body } = await getCase(id, { as: 'Cleo' });
    const inPart = `+91 ••••• •••${caller.slice(-2)}`;
    expect(body.caller).toEqual({ e164: null, display: inPart, name: null, isSpam: false, key: null });
    expect((await getCase(id, { as: 'Ravi' })).status).toBe(404);
    expect((await getCase(id)).body.caller.e164).toBe(caller);
  });

  test('learns no number by searching for parts of it', async () => {
    const { caller, did } = await missedCall();
    const found = (q: string, as: string) =>
      askJson<BoardJson>(`/api/cases?${new URLSearchParams({ did, q })}`, { as }).then(
        ({ body }) => body.cases,
      );
    const right = await found(caller.slice(-6), 'Cleo');
    const wrong = await found('555555555', 'Cleo');
    expect(right).toEqual(wrong);
    expect([await found(caller.slice(-6), 'Asha'), await found('555555555', 'Asha')]).toMatchObject([
      [{}],
      [],
    ]);
  });
});
