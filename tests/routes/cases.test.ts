/** The board over HTTP: its shape, its views, its ETag, and who may ask for it. */

import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { aConversation, aDial, aLeg, aLegB, minute, morning, second } from '../builders';
import { post } from '../desks';
import { aDeskAtTheDoors, ask, change, getBoard, getCase, postCdr } from './http';

const apiToken = 'a-token-of-the-api-of-the-tests';
const day = 24 * 60 * minute;
const { desk, clock, missedCall } = await aDeskAtTheDoors({ API_TOKEN: apiToken });

beforeEach(() => {
  clock.now = morning;
});

const etagOf = async (search = '') => (await ask(`/api/cases${search}`)).headers.get('etag')!;
const close = (id: string) => change('POST', `/api/cases/${id}/decisions`, { kind: 'called_back' });
const ids = async (search: string) => (await getBoard(search)).body.cases.map(({ id }) => id);
const path = (search: Record<string, string>) => `?${new URLSearchParams(search)}`;

describe('the board', () => {
  test('is plain JSON of the shape that programs build on', async () => {
    const { id, record, did, caller } = await missedCall();
    const { status, headers, body } = await getBoard(path({ did }));
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(body.revision).toBe(await desk.store.read.revision());
    expect(body.counts.byDid[did]).toBe(1);
    for (const name of ['open', 'overdue', 'attempted', 'snoozed', 'uncallable', 'closedToday'] as const) {
      expect(body.counts[name], name).toBeTypeOf('number');
    }
    expect(body.next).toBeNull();
    expect(body.cases).toEqual([
      expect.objectContaining({
        id,
        caller: {
          e164: caller,
          display: expect.stringMatching(/^\+91 \d{5} \d{5}$/),
          name: null,
          isSpam: false,
          key: caller,
        },
        did: { e164: did, display: expect.stringMatching(/^\+91 44 \d{4} \d{4}$/), label: null },
        state: 'open',
        outcome: null,
        missedCount: 1,
        firstMissedAt: '2026-11-22T04:30:00.000Z',
        lastMissedAt: '2026-11-22T04:30:00.000Z',
        dueAt: '2026-11-22T05:00:00.000Z',
        overdue: false,
        attempts: 0,
        lastAttemptAt: null,
        claimedBy: null,
        closedBy: null,
        closedAt: null,
        callsTotal: 1,
        calls: [
          expect.objectContaining({
            conversation: record.conversation_uuid,
            verdict: 'missed',
            startedAt: '2026-11-22T04:30:00.000Z',
            ringMs: 5000,
            rule: 9,
            legs: [
              {
                leg: 'a',
                status: 'missed',
                startedAt: '2026-11-22T04:30:00.000Z',
                endedAt: '2026-11-22T04:30:05.000Z',
                durationSeconds: 0,
              },
            ],
          }),
        ],
      }),
    ]);
  });

  test('tells nothing of what is for admins, nor of what came in', async () => {
    const { did } = await missedCall({
      balance: '8765.4321',
      call_rate: '1.2345',
      extra_params: 'our-own-param',
    });
    const text = await (await ask(`/api/cases${path({ did })}`)).text();
    for (const secret of ['8765.4321', '1.2345', 'our-own-param', 'fingerprint'])
      expect(text).not.toContain(secret);
  });

  test('shows in a list the newest twenty calls of a case, and the case alone shows all', async () => {
    const { id, record, did } = await missedCall();
    for (let call = 1; call < 25; call += 1) await missedCall({ ...record, ...again(call) });
    const [row] = (await getBoard(path({ did }))).body.cases;
    expect(row).toMatchObject({ id, missedCount: 25, callsTotal: 25 });
    const starts = row!.calls.map(({ startedAt }) => startedAt);
    expect(starts).toHaveLength(20);
    expect(starts).toEqual(starts.toSorted().reverse());
    expect(starts[0]).toBe(row!.lastMissedAt);
    expect((await getCase(id)).body.calls).toHaveLength(25);
  });

  test('counts what was closed today, in the zone of the desk', async () => {
    const before = (await getBoard()).body.counts.closedToday;
    const { id } = await missedCall();
    clock.now = Date.UTC(2026, 10, 22, 18, 29);
    await close(id);
    expect((await getBoard()).body.counts.closedToday).toBe(before + 1);
    clock.now = Date.UTC(2026, 10, 22, 18, 30);
    expect((await getBoard()).body.counts.closedToday).toBe(0);
  });
});

/** A further call of a caller, some seconds later. */
function again(call: number) {
  const conversation = aConversation();
  const at = morning / 1000 + call;
  return { conversation_uuid: conversation, cmiuuid: conversation, start_time: at, end_time: at + 3 };
}

describe('a view', () => {
  test('holds the cases of its state', async () => {
    const [open, closed, tried] = [await missedCall(), await missedCall(), await missedCall()];
    const hidden = await missedCall({ from: 'anonymous' });
    await close(closed.id);
    await change('POST', `/api/cases/${tried.id}/decisions`, { kind: 'tried' });
    const all = [open, closed, tried, hidden].map(({ id }) => id);
    const holds = async (state: string) =>
      (await ids(path({ state, limit: '200' }))).filter((id) => all.includes(id));
    expect(new Set(await ids('?limit=200'))).toEqual(new Set(await ids('?state=open&limit=200')));
    expect(new Set(await holds('open'))).toEqual(new Set([open.id, tried.id]));
    expect(await holds('closed')).toEqual([closed.id]);
    expect(await holds('uncallable')).toEqual([hidden.id]);
    expect(await holds('snoozed')).toEqual([]);
    expect(new Set(await holds('all'))).toEqual(new Set(all));
    expect((await getCase(tried.id)).body.state).toBe('attempted');
  });

  test('holds those of one DID, also where nobody encoded its plus', async () => {
    const { id, did } = await missedCall();
    await missedCall();
    expect(await ids(path({ did }))).toEqual([id]);
    expect(await ids(`?did=${did}`)).toEqual([id]);
    expect(await ids(path({ did: '+910000000000' }))).toEqual([]);
    expect((await getBoard()).body.dids).toContainEqual(
      expect.objectContaining({ key: did, e164: did, label: null }),
    );
  });

  test('finds a caller by any part of the number, however it is written', async () => {
    const { id, caller } = await missedCall();
    for (const q of [
      caller,
      caller.slice(5),
      caller.slice(3, 11),
      `0${caller.slice(3, 8)}-${caller.slice(8)}`,
    ]) {
      expect(await ids(path({ q })), q).toContain(id);
    }
    expect(await ids(path({ q: '999999999999' }))).toEqual([]);
  });

  test.each([
    ['waiting', (a: string, b: string) => (a < b ? -1 : 1)],
    ['newest', (a: string, b: string) => (a > b ? -1 : 1)],
  ])('in the order %s covers every case once, page by page', async (order, by) => {
    const { record } = await missedCall();
    for (let call = 1; call < 12; call += 1) {
      await missedCall({ to: record.to, start_time: morning / 1000 - (call >> 1) });
    }
    const search = { did: `+${record.to}`, order, limit: '5' };
    const pages = [(await getBoard(path(search))).body];
    while (pages.at(-1)?.next)
      pages.push((await getBoard(path({ ...search, cursor: pages.at(-1)!.next! }))).body);
    const found = pages.flatMap(({ cases }) => cases);
    expect(pages.map(({ cases }) => cases.length)).toEqual([5, 5, 2]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(12);
    const instants = found.map(({ firstMissedAt }) => firstMissedAt);
    expect(instants).toEqual(instants.toSorted(by));
  });

  test.each([
    ['state', 'gone'],
    ['state', ''],
    ['order', 'random'],
    ['limit', '0'],
    ['limit', '201'],
    ['limit', '1.5'],
    ['limit', 'many'],
    ['limit', ''],
    ['cursor', 'x'],
    ['cursor', '12.a b'],
    ['q', '9'.repeat(101)],
  ])('with a wrong %s (%j) is refused with the field', async (field, value) => {
    const { status, body } = await getBoard(path({ [field]: value }));
    expect(status).toBe(400);
    expect(body).toEqual({ field, error: expect.stringMatching(new RegExp(`^\`${field}\` .+\\.$`)) });
  });
});

describe('the ETag', () => {
  test('spares an asker what is known, also in a list, and when it was made weak on the way', async () => {
    await missedCall();
    const etag = await etagOf();
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, `"a",W/${etag} , "b"`]) {
      const answer = await ask('/api/cases', { headers: { 'if-none-match': known } });
      expect(answer.status, known).toBe(304);
      expect(answer.headers.get('etag')).toBe(etag);
      expect(await answer.text()).toBe('');
    }
    for (const known of ['"other"', etag.slice(1, -1), '']) {
      expect((await ask('/api/cases', { headers: { 'if-none-match': known } })).status).toBe(200);
    }
  });

  test('stands for the same board compressed, for whoever takes it so', async () => {
    await missedCall();
    const asked = (coding: string, known = '') =>
      ask('/api/cases', { headers: { 'accept-encoding': coding, 'if-none-match': known } });
    const plain = await asked('identity');
    const text = await plain.text();
    expect((await asked('gzip')).headers.get('content-encoding')).toBeNull();
    desk.isAtFrontDoor = true;
    for (const coding of ['gzip', 'br, GZIP;q=0.5', 'deflate,gzip ; q=1.0']) {
      const answer = await asked(coding);
      expect(answer.headers.get('content-encoding'), coding).toBe('gzip');
      expect(answer.headers.get('vary')).toBe('accept-encoding');
      expect(answer.headers.get('etag')).toBe(plain.headers.get('etag'));
      expect(gunzipSync(await answer.arrayBuffer()).toString()).toBe(text);
    }
    for (const coding of ['', 'br', 'gzip;q=0', 'x-gzipped', 'gzip; q=0.000']) {
      const answer = await asked(coding);
      expect(answer.headers.get('content-encoding'), coding).toBeNull();
      expect(await answer.text()).toBe(text);
    }
    expect((await asked('gzip', plain.headers.get('etag')!)).status).toBe(304);
    desk.isAtFrontDoor = false;
  });

  test('is another after every change, and for every view', async () => {
    const { id, record } = await missedCall();
    const seen = [await etagOf(), await etagOf('?state=closed'), await etagOf('?limit=7')];
    await post(desk, aLegB(record));
    seen.push(await etagOf());
    await close(id);
    seen.push(await etagOf());
    expect(new Set(seen).size).toBe(seen.length);
    await post(desk, record);
    expect(await etagOf()).toBe(seen.at(-1));
  });

  test('is another when time alone makes a case overdue', async () => {
    const { id, did } = await missedCall();
    clock.now = morning + 30 * minute - 1;
    const before = await etagOf(path({ did }));
    expect((await getBoard(path({ did }))).body.cases).toMatchObject([{ id, overdue: false }]);
    clock.now += 1;
    expect(await etagOf(path({ did }))).not.toBe(before);
    const { counts, cases } = (await getBoard(path({ did }), { headers: { 'if-none-match': before } })).body;
    expect(cases).toMatchObject([{ id, overdue: true }]);
    expect(counts.overdue).toBeGreaterThan(0);
  });

  test('is another when time alone decides a call, of a new case or of an open one', async () => {
    const { did, record } = await missedCall();
    await post(desk, aLegB({ ...record, ...again(second) }));
    const lone = aLegB({
      ...record,
      from: 919_000_000_000 + Number(String(record.from).slice(-6)),
      ...again(1),
    });
    await post(desk, lone);
    const view = path({ did });
    clock.now = morning + 3 * minute - 1;
    const before = await etagOf(view);
    expect((await getBoard(view)).body.cases).toMatchObject([{ missedCount: 1, callsTotal: 1 }]);
    expect((await getCase(aLeg(lone).callId)).status).toBe(404);
    clock.now += 1;
    const { cases } = (await getBoard(view, { headers: { 'if-none-match': before } })).body;
    expect(cases.map(({ missedCount }) => missedCount).sort()).toEqual([1, 2]);
    expect((await getCase(aLeg(lone).callId)).status).toBe(200);
  });

  test('is another when time alone expires a case, which is lost and not closed today', async () => {
    const { id, did } = await missedCall();
    const view = path({ did });
    clock.now = morning + 7 * day - 1;
    const before = await etagOf(view);
    const { closedToday } = (await getBoard(view)).body.counts;
    expect((await getBoard(view)).body.cases).toMatchObject([{ id, expiresAt: '2026-11-29T04:30:00.000Z' }]);
    clock.now += 1;
    expect(await etagOf(view)).not.toBe(before);
    const board = (await getBoard(view, { headers: { 'if-none-match': before } })).body;
    expect(board).toMatchObject({ cases: [], counts: { closedToday } });
    expect((await getBoard(path({ did, state: 'closed' }))).body.cases).toMatchObject([
      { id, state: 'closed', outcome: 'expired', closedAt: '2026-11-29T04:30:00.000Z', expiresAt: null },
    ]);
  });

  test('stays the same while nothing happens, and spares the asker', async () => {
    const { did } = await missedCall();
    clock.now = morning + 8 * 60 * minute;
    const before = await etagOf(path({ did }));
    clock.now += 29 * minute;
    const answer = await ask(`/api/cases${path({ did })}`, { headers: { 'if-none-match': before } });
    expect(answer.status).toBe(304);
  });

  test('is another when the day ends', async () => {
    clock.now = Date.UTC(2026, 10, 22, 18, 29, 59);
    const before = await etagOf();
    clock.now += second;
    expect(await etagOf()).not.toBe(before);
  });
});

describe('a case', () => {
  test('is found by the id of any of its missed calls, with the rule behind each verdict', async () => {
    const first = await missedCall();
    const busy = await missedCall({ ...first.record, ...again(10), status: 'ringing' });
    const earliest = await missedCall({ ...first.record, ...again(-10) });
    const bodies = await Promise.all([first, busy, earliest].map(async ({ id }) => (await getCase(id)).body));
    expect(bodies[0]).toMatchObject({ id: earliest.id, missedCount: 3, decisions: [] });
    expect(bodies[0]?.calls.map(({ rule, mark }) => [rule, mark])).toEqual([
      [4, 'ringing'],
      [9, null],
      [9, null],
    ]);
    for (const body of bodies) expect(body).toEqual(bodies[0]);
  });

  test('tells all of its calls with their legs, what people said, and the calls that settled it', async () => {
    const { id, record, caller } = await missedCall();
    await post(desk, aLegB(record));
    const second = await missedCall({ ...record, ...again(10) });
    clock.now = morning + minute;
    await change('POST', `/api/cases/${id}/decisions`, { kind: 'note', note: 'Ask for Cleo.' });
    clock.now = morning + 30 * minute;
    const [tried, reached] = [aDial(5, {}, { status: 'missed' }), aDial(20, { user: 'ravi' })].map((legs) =>
      legs.map((leg) => ({ ...leg, from: record.to, ...(leg.leg === 'b' ? { to: record.from } : {}) })),
    );
    for (const leg of [...tried!, ...reached!]) await post(desk, leg);

    const { body } = await getCase(second.id);
    expect(body).toMatchObject({
      id,
      caller: { e164: caller },
      state: 'closed',
      outcome: 'reached_by_us',
      closedBy: 'ravi',
      closedAt: '2026-11-22T04:50:00.000Z',
      closedByCall: aLeg(reached![0]).callId,
      attempts: 1,
      lastAttemptAt: '2026-11-22T04:35:00.000Z',
      callsTotal: 2,
      decisions: [{ kind: 'note', by: 'Asha', note: 'Ask for Cleo.', at: '2026-11-22T04:31:00.000Z' }],
    });
    expect(body.calls.map(({ id, rule, legs }) => [id, rule, legs.map(({ leg }) => leg)])).toEqual([
      [second.id, 9, ['a']],
      [id, 9, ['a', 'b']],
    ]);
    expect(body.contacts).toMatchObject([
      { id: body.closedByCall, effect: 'reached_by_us', rule: 18, staff: 'ravi', talkSeconds: 60 },
      { id: aLeg(tried![0]).callId, effect: 'attempt', rule: 17, staff: null },
    ]);
    expect(body.contacts?.map(({ legs }) => legs.map(({ leg }) => leg))).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  test('that the caller settled tells that call of theirs, and a new one points at it', async () => {
    const { id, record } = await missedCall();
    clock.now = morning + 30 * minute;
    const theirs = { ...record, ...again(600), status: 'answered', duration: 40 };
    await post(desk, theirs);
    expect((await getCase(id)).body).toMatchObject({
      outcome: 'reached_by_them',
      closedByCall: aLeg(theirs).callId,
      contacts: [{ effect: 'reached_by_them', rule: 8, verdict: 'answered' }],
    });
    await post(desk, { ...theirs, ...again(800) });
    const next = await missedCall({ ...record, ...again(900) });
    expect((await getCase(next.id)).body).toMatchObject({ id: next.id, previous: id, contacts: [] });
    expect((await getCase(id)).body.contacts).toHaveLength(1);
  });

  test('that nobody knows is 404', async () => {
    for (const id of ['nobody', '\0', '%00', 'a'.repeat(5000), "'"]) {
      const { status, body } = await getCase(encodeURIComponent(id));
      expect([status, body]).toEqual([404, { error: expect.stringMatching(/\.$/) }]);
    }
  });
});

describe('who may ask', () => {
  test('nobody who is not signed in; health and webhook alone answer everybody', async () => {
    for (const door of ['/api/cases', '/api/cases/nobody', '/api/events'])
      expect((await ask(door, { as: null })).status, door).toBe(401);
    for (const [method, door] of [
      ['POST', '/api/cases/x/decisions'],
      ['POST', '/api/cases/decisions'],
      ['DELETE', '/api/cases/x/decisions/y'],
    ] as const)
      expect((await change(method, door, undefined, { as: null })).status, door).toBe(401);
    expect((await postCdr('?')).status).toBe(202);
    const health = await ask('/api/health', { as: null });
    expect(health.status).toBe(200);
    expect(await health.json()).toEqual({
      status: 'ok',
      revision: await desk.store.read.revision(),
      lastDeliveryAt: expect.stringMatching(/^2026-.*Z$/),
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
  });

  test('a program with the token of the API, and none with another', async () => {
    const as = (token: string) => ask('/api/cases', { headers: { authorization: `Bearer ${token}` } });
    expect((await as(apiToken)).status).toBe(200);
    expect((await as('wrong')).status).toBe(401);
    expect((await as(apiToken.slice(0, -1))).status).toBe(401);
  });
});
