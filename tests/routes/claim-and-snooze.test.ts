/** Claim and snooze over HTTP, as the clock of the desk moves on (rules.md 22). */

import { beforeEach, describe, expect, test } from 'vitest';
import { aCaller, aCdr, aConversation, aDid, aLeg, aLegB, type CdrJson, minute, morning } from '../builders';
import { post } from '../desks';
import { aDeskAtTheDoors, ask, change, getBoard, getCase } from './http';

const { desk, clock, missedCall } = await aDeskAtTheDoors();
beforeEach(() => {
  clock.now = morning + minute;
});

const say = (id: string, kind: string, by = 'Asha', until?: number) =>
  change(
    'POST',
    `/api/cases/${id}/decisions`,
    { kind, until: until && new Date(until).toISOString() },
    { as: by },
  );
const stateOf = async (id: string) => (await getCase(id)).body;
const holds = async (state: string, did: string) =>
  (await getBoard(`?${new URLSearchParams({ state, did })}`)).body.cases.map(({ id }) => id);
const etagOf = async (search: string) => (await ask(`/api/cases${search}`)).headers.get('etag');
/** The same caller rings again. */
const ringsAgain = (record: CdrJson, at: number, given: CdrJson = {}) => {
  const conversation = aConversation();
  const ids = { cmiuuid: conversation, conversation_uuid: conversation };
  const times = { time: at, start_time: at / 1000, end_time: at / 1000 + 5 };
  return post(desk, { ...record, ...ids, ...times, ...given });
};

describe('a claim', () => {
  test('says who is on it and until when, and leaves the case where it is', async () => {
    const { id, did } = await missedCall();
    expect(await say(id, 'claim')).toMatchObject({
      status: 200,
      body: { case: { state: 'open', claimedBy: 'Asha', claimLapsesAt: '2026-11-22T04:46:00.000Z' } },
    });
    expect((await getBoard(`?${new URLSearchParams({ did })}`)).body.cases).toMatchObject([
      { id, claimedBy: 'Asha' },
    ]);
  });

  test('of the second is refused with who was first, and when', async () => {
    const { id } = await missedCall();
    await say(id, 'claim');
    clock.now += 5 * minute;
    expect(await say(id, 'claim', 'Ravi')).toMatchObject({
      status: 409,
      body: {
        error: 'Somebody is on it (Asha).',
        by: 'Asha',
        at: '2026-11-22T04:31:00.000Z',
        kind: 'claim',
      },
    });
    expect(await stateOf(id)).toMatchObject({ claimedBy: 'Asha', decisions: [{ by: 'Asha' }] });
  });

  test('of twenty who claim at once one is on it, and the others are told who', async () => {
    const { id } = await missedCall();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, who) => say(id, 'claim', `Person ${who}`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(409)]);
    const { claimedBy } = await stateOf(id);
    for (const { status, body } of answers) if (status === 409) expect(body.by).toBe(claimedBy);
  });

  test('lapses by itself after 15 minutes, and then somebody else may have it', async () => {
    const { id, did } = await missedCall();
    await say(id, 'claim');
    const search = `?${new URLSearchParams({ did })}`;
    clock.now = morning + 16 * minute - 1;
    expect((await stateOf(id)).claimedBy).toBe('Asha');
    const before = await etagOf(search);
    clock.now += 1;
    expect(await stateOf(id)).toMatchObject({ claimedBy: null, claimLapsesAt: null });
    expect(await etagOf(search)).not.toBe(before);
    expect((await getBoard(search)).body.cases).toMatchObject([{ claimedBy: null }]);
    expect(await say(id, 'claim', 'Ravi')).toMatchObject({
      status: 200,
      body: { case: { claimedBy: 'Ravi' } },
    });
  });

  test('of the same person counts anew', async () => {
    const { id } = await missedCall();
    await say(id, 'claim');
    clock.now += 10 * minute;
    expect((await say(id, 'claim')).status).toBe(200);
    clock.now += 10 * minute;
    expect((await stateOf(id)).claimedBy).toBe('Asha');
    expect((await say(id, 'claim', 'Ravi')).body.at).toBe('2026-11-22T04:41:00.000Z');
  });

  test('is let go by a release, and by an undo', async () => {
    const { id } = await missedCall();
    await say(id, 'claim');
    expect((await say(id, 'release')).body.case).toMatchObject({ claimedBy: null, claimLapsesAt: null });
    const { decision } = (await say(id, 'claim', 'Ravi')).body;
    await change('DELETE', `/api/cases/${id}/decisions/${decision}`, undefined, { as: 'Ravi' });
    expect((await stateOf(id)).claimedBy).toBeNull();
  });

  test('keeps nobody from settling the case, which ends it', async () => {
    const { id } = await missedCall();
    await say(id, 'claim');
    expect((await say(id, 'called_back', 'Ravi')).body.case).toMatchObject({
      state: 'closed',
      closedBy: 'Ravi',
      claimedBy: null,
    });
    expect(await say(id, 'claim')).toMatchObject({ status: 409, body: { by: 'Ravi', kind: 'called_back' } });
  });
});

describe('a snooze', () => {
  const nine = morning + 60 * minute;

  test('hides the case until its time, in a view of its own; the clock runs on', async () => {
    const { id, did } = await missedCall();
    const { snoozed, open } = (await getBoard()).body.counts;
    expect((await say(id, 'snooze', 'Asha', nine)).body.case).toMatchObject({
      state: 'snoozed',
      wakesAt: '2026-11-22T05:30:00.000Z',
      dueAt: '2026-11-22T05:00:00.000Z',
    });
    expect((await getBoard()).body.counts).toMatchObject({ snoozed: snoozed + 1, open: open - 1 });
    expect([await holds('open', did), await holds('snoozed', did)]).toEqual([[], [id]]);

    const search = `?${new URLSearchParams({ did })}`;
    clock.now = nine - 1;
    const before = await etagOf(search);
    expect(await holds('open', did)).toEqual([]);
    clock.now = nine;
    expect(await etagOf(search)).not.toBe(before);
    expect([await holds('open', did), await holds('snoozed', did)]).toEqual([[id], []]);
    expect(await stateOf(id)).toMatchObject({ state: 'open', wakesAt: null, overdue: true });
  });

  test('may be said anew for another time', async () => {
    const { id } = await missedCall();
    await say(id, 'snooze', 'Asha', nine);
    await say(id, 'snooze', 'Ravi', nine - 30 * minute);
    clock.now = nine - 30 * minute;
    expect((await stateOf(id)).state).toBe('open');
  });

  test('is ended by a new missed call of that caller, also on another number of ours', async () => {
    const [here, elsewhere] = [await missedCall(), await missedCall()];
    for (const { id } of [here, elsewhere]) await say(id, 'snooze', 'Asha', nine);
    await ringsAgain(here.record, morning + 2 * minute);
    await ringsAgain(elsewhere.record, morning + 2 * minute, { to: aDid() });
    expect(await stateOf(here.id)).toMatchObject({ state: 'open', wakesAt: null, missedCount: 2 });
    expect(await stateOf(elsewhere.id)).toMatchObject({ state: 'open', wakesAt: null, missedCount: 1 });
  });

  test('ends when the case is woken, and when it is undone', async () => {
    const { id } = await missedCall();
    const { decision } = (await say(id, 'snooze', 'Asha', nine)).body;
    await change('DELETE', `/api/cases/${id}/decisions/${decision}`);
    expect((await stateOf(id)).state).toBe('open');
    await say(id, 'snooze', 'Asha', nine);
    expect((await say(id, 'reopen')).body.case).toMatchObject({ state: 'open', wakesAt: null });
    expect((await say(id, 'reopen')).status).toBe(409);
  });

  test('does not keep the caller’s own call from settling the case', async () => {
    const { id, record, did } = await missedCall();
    await say(id, 'snooze', 'Asha', nine);
    const at = morning + 5 * minute;
    await ringsAgain(record, at, { status: 'answered', duration: 40 });
    expect(await stateOf(id)).toMatchObject({ state: 'closed', outcome: 'reached_by_them' });
    expect(await holds('snoozed', did)).toEqual([]);
  });

  test('of many is answered one by one, and needs an instant ahead', async () => {
    const [one, other] = [await missedCall(), await missedCall()];
    const ids = [one.id, other.id];
    const ofMany = (until?: string) => change('POST', '/api/cases/decisions', { ids, kind: 'snooze', until });
    for (const until of [undefined, 'soon', new Date(clock.now).toISOString()])
      expect(await ofMany(until)).toMatchObject({ status: 400, body: { field: 'until' } });
    const { body } = await ofMany(new Date(nine).toISOString());
    expect(body.results).toMatchObject([{ case: { state: 'snoozed' } }, { case: { state: 'snoozed' } }]);
  });
});

test('a caller without a number is in no queue: neither claimed nor snoozed', async () => {
  const { id, did } = await missedCall({ from: 'anonymous' });
  const nine = morning + 60 * minute;
  for (const answer of [await say(id, 'claim'), await say(id, 'snooze', 'Asha', nine)]) {
    expect(answer).toMatchObject({
      status: 409,
      body: { error: expect.stringMatching(/without a number.*\.$/) },
    });
  }
  expect(await stateOf(id)).toMatchObject({ state: 'uncallable', claimedBy: null, decisions: [] });
  expect(await holds('uncallable', did)).toEqual([id]);
  expect((await say(id, 'no_need')).body.case).toMatchObject({ state: 'closed', outcome: 'no_need' });
});

test('a claim and a snooze of a case that nobody sees yet are 404', async () => {
  const lone = aLegB(aCdr({ to: aDid(), from: aCaller() }));
  await post(desk, lone);
  for (const kind of ['claim', 'snooze'])
    expect((await say(aLeg(lone).callId, kind, 'Asha', morning + 60 * minute)).status).toBe(404);
});
