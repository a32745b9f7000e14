/** What people and programs say of a case over HTTP. */

import { beforeEach, describe, expect, test } from 'vitest';
import type { CaseJson } from '@/domain/case-json';
import { decisionKinds } from '@/domain/decision';
import { aCaller, aCdr, aDid, aLeg, aLegB, minute, morning } from '../builders';
import { post } from '../desks';
import { aDeskAtTheDoors, ask, change, getCase, here } from './http';

const apiToken = 'a-token-of-the-api-of-the-tests';
const { desk, clock, missedCall } = await aDeskAtTheDoors({ API_TOKEN: apiToken });

beforeEach(() => {
  clock.now = morning + 10 * minute;
});

const say = (id: string, body: unknown, as?: string) =>
  change('POST', `/api/cases/${id}/decisions`, body, { as });
const undo = (id: string, decision: unknown, as?: string) =>
  change('DELETE', `/api/cases/${id}/decisions/${decision}`, undefined, { as });

describe('a decision', () => {
  test.each(decisionKinds.filter((kind) => kind !== 'reopen'))(
    '%s is answered with the case and its id',
    async (kind) => {
      const { id } = await missedCall();
      const until = kind === 'snooze' ? '2026-11-22T06:00:00Z' : undefined;
      const { status, body } = await say(id, { kind, note: 'on holiday', until });
      expect(status).toBe(200);
      expect(body).toEqual({ case: (await getCase(id)).body, decision: expect.any(String) });
      expect((body.case as CaseJson).decisions).toEqual([
        expect.objectContaining({ id: body.decision, kind, by: 'Asha', note: 'on holiday', undoneAt: null }),
      ]);
    },
  );

  test('is refused to the second with who was first, when and what', async () => {
    const { id } = await missedCall();
    await say(id, { kind: 'called_back' });
    clock.now += minute;
    expect(await say(id, { kind: 'spam' }, 'Ravi')).toMatchObject({
      status: 409,
      body: {
        error: expect.stringMatching(/^.*Asha.*\.$/),
        by: 'Asha',
        at: '2026-11-22T04:40:00.000Z',
        kind: 'called_back',
      },
    });
  });

  test('of a program is by "API"', async () => {
    const { id } = await missedCall();
    const by = (token: string) =>
      change(
        'POST',
        `/api/cases/${id}/decisions`,
        { kind: 'no_need' },
        { headers: { authorization: token } },
      );
    expect((await by('Bearer wrong')).status).toBe(401);
    expect(((await by(`Bearer ${apiToken}`)).body.case as CaseJson).closedBy).toBe('API');
  });

  test('is by who is signed in, whatever name it gives', async () => {
    const { id } = await missedCall();
    const { body } = await say(id, { kind: 'no_need' }, 'Ravi');
    expect((body.case as CaseJson).closedBy).toBe('Ravi');
  });

  test('keeps hostile text as text', async () => {
    const { id } = await missedCall();
    const note = `<script>alert(1)</script>'"; -- ☎ ${'\u202E'}`;
    await say(id, { kind: 'note', note }, "Robert'); drop table cases");
    expect((await getCase(id)).body.decisions[0]).toMatchObject({ by: "Robert'); drop table cases", note });
  });

  test.each([
    ['kind', {}],
    ['kind', { kind: 'shrug' }],
    ['kind', { kind: 7 }],
    ['note', { kind: 'note' }],
    ['note', { kind: 'note', note: '  ' }],
    ['note', { kind: 'spam', note: 7 }],
    ['note', { kind: 'spam', note: 'x'.repeat(2001) }],
    ['until', { kind: 'snooze' }],
    ['until', { kind: 'snooze', until: null }],
    ['until', { kind: 'snooze', until: 'tomorrow' }],
    ['until', { kind: 'snooze', until: '2026-11-22' }],
    ['until', { kind: 'snooze', until: 1_800_000_000_000 }],
    // It is 04:40 at the desk.
    ['until', { kind: 'snooze', until: '2026-11-22T04:40:00Z' }],
    ['until', { kind: 'snooze', until: '2026-11-22T10:09:59+05:30' }],
  ])('with a wrong %s is refused with the field: %j', async (field, wish) => {
    const { id } = await missedCall();
    const expected = {
      status: 400,
      body: { field, error: expect.stringMatching(new RegExp(`^\`${field}\` .+\\.$`)) },
    };
    expect(await say(id, wish)).toMatchObject(expected);
    expect(await change('POST', '/api/cases/decisions', { ids: [id], ...wish })).toMatchObject(expected);
    expect((await getCase(id)).body.decisions).toEqual([]);
  });

  test.each(['', '{', 'null', '[]', '"spam"', '7'])('whose body is %j is refused', async (body) => {
    const { id } = await missedCall();
    expect(await say(id, body)).toMatchObject({ status: 400, body: { error: expect.stringMatching(/\.$/) } });
  });

  test('with a body that is too long is refused', async () => {
    const { id } = await missedCall();
    expect((await say(id, { kind: 'spam', more: 'x'.repeat(256 * 1024) })).status).toBe(413);
  });

  test('about a case that nobody knows, or that is not there yet, is 404', async () => {
    const lone = aLegB(aCdr({ to: aDid(), from: aCaller() }));
    await post(desk, lone);
    for (const id of ['nobody', aLeg(lone).callId]) {
      expect(await say(id, { kind: 'spam' })).toMatchObject({
        status: 404,
        body: { error: expect.stringMatching(/\.$/) },
      });
    }
  });
});

describe('an undo', () => {
  test('gives the case back, and the second is told who undid it', async () => {
    const { id } = await missedCall();
    const { decision } = (await say(id, { kind: 'called_back' })).body;
    const undone = await undo(id, decision, 'Ravi');
    expect(undone).toMatchObject({
      status: 200,
      body: { decision, case: { state: 'open', closedBy: null } },
    });
    expect(undone.body.case).toEqual((await getCase(id)).body);
    expect(await undo(id, decision)).toMatchObject({
      status: 409,
      body: { by: 'Ravi', at: '2026-11-22T04:40:00.000Z', kind: 'called_back' },
    });
  });

  test('needs no body', async () => {
    const { id } = await missedCall();
    const { decision } = (await say(id, { kind: 'spam' })).body;
    const answer = await ask(`/api/cases/${id}/decisions/${decision}`, {
      method: 'DELETE',
      headers: { origin: here },
    });
    expect(answer.status).toBe(200);
  });

  test('of a call that turned out answered is no failure', async () => {
    const { id, record } = await missedCall();
    const { decision } = (await say(id, { kind: 'spam' })).body;
    await post(desk, aLegB(record, { status: 'answered', duration: 9 }));
    expect(await undo(id, decision)).toMatchObject({
      status: 200,
      body: { case: null, decision },
    });
    expect((await getCase(id)).status).toBe(404);
  });

  test('of a decision that nobody knows, or of another case, is 404', async () => {
    const [one, other] = [await missedCall(), await missedCall()];
    const { decision } = (await say(one.id, { kind: 'spam' })).body;
    for (const [id, given] of [
      [one.id, 'nothing'],
      ['nobody', decision],
      [other.id, decision],
    ] as const) {
      expect((await undo(id, given, 'Ravi')).status).toBe(404);
    }
    expect((await getCase(one.id)).body.state).toBe('closed');
  });
});

describe('the same about many', () => {
  const sayOfMany = (ids: unknown, wish = { kind: 'no_need' }) =>
    change('POST', '/api/cases/decisions', { ids, ...wish });

  test('is answered one by one, in the order that was asked, each case once', async () => {
    const [one, two, three] = [await missedCall(), await missedCall(), await missedCall()];
    await say(two.id, { kind: 'spam' }, 'Ravi');
    const { status, body } = await sayOfMany([one.id, two.id, 'nobody', three.id, one.id]);
    expect(status).toBe(200);
    expect(body.results).toMatchObject([
      { id: one.id, status: 200, case: { id: one.id, outcome: 'no_need' }, decision: expect.any(String) },
      { id: two.id, status: 409, by: 'Ravi', kind: 'spam', error: expect.any(String) },
      { id: 'nobody', status: 404, error: expect.any(String) },
      { id: three.id, status: 200, case: { closedBy: 'Asha' } },
    ]);
    expect(body.results).toHaveLength(4);
  });

  test.each([[undefined], ['x'], [[]], [[7]], [Array.from({ length: 201 }, (_, index) => `${index}`)]])(
    'with wrong ids is refused with the field',
    async (ids) => {
      const { status, body } = await sayOfMany(ids);
      expect([status, String(body.field).split('.')[0]]).toEqual([400, 'ids']);
    },
  );
});

describe('taking many back', () => {
  const undoMany = (decisions: unknown, as?: string) =>
    change('DELETE', '/api/cases/decisions', { decisions }, { as });
  const resultsOf = (body: object) => (body as { results: Record<string, unknown>[] }).results;

  test('answers each on its own, in one write', async () => {
    const [one, two, three] = [await missedCall(), await missedCall(), await missedCall()];
    const said = await change('POST', '/api/cases/decisions', {
      ids: [one.id, two.id, three.id],
      kind: 'called_back',
    });
    const taken = resultsOf(said.body).map(({ id, decision }) => ({ case: id, decision }));
    await undo(two.id, taken[1]!.decision, 'Ravi');
    const before = await desk.store.read.revision();
    const { status, body } = await undoMany([...taken, { case: one.id, decision: 'none' }]);
    expect(status).toBe(200);
    expect(resultsOf(body)).toMatchObject([
      { id: one.id, status: 200, case: { state: 'open' } },
      { id: two.id, status: 409, by: 'Ravi' },
      { id: three.id, status: 200, case: { state: 'open' } },
      { id: one.id, status: 404, error: expect.any(String) },
    ]);
    expect(await desk.store.read.revision()).toBe(before + 1);
    expect((await getCase(three.id)).body.decisions[0]).toMatchObject({ undoneBy: 'Asha' });
  });

  test.each([
    [undefined],
    ['x'],
    [[]],
    [[{ case: 'x' }]],
    [[{ case: 7, decision: 'x' }]],
    [Array.from({ length: 201 }, () => ({ case: 'x', decision: 'y' }))],
  ])('that is wrongly named is refused with the field', async (decisions) => {
    const { status, body } = await undoMany(decisions);
    expect([status, String(body.field).split('.')[0]]).toEqual([400, 'decisions']);
  });
});

describe('a change', () => {
  const changes = ['/api/cases/ID/decisions', '/api/cases/decisions', '/api/cases/ID/decisions/DECISION'];

  /** Tries these doors on one open case; answers their statuses, and whether it was left alone. */
  async function tryAll(headers: Record<string, string>, paths = changes) {
    const { id } = await missedCall();
    const body = JSON.stringify({ ids: [id], kind: 'tried', note: 'x' });
    const { decision } = (await say(id, { kind: 'note', note: 'x' })).body;
    const before = (await getCase(id)).body;
    const statuses: number[] = [];
    for (const path of paths) {
      const method = path.endsWith('DECISION') ? 'DELETE' : 'POST';
      const filled = path.replace('ID', id).replace('DECISION', String(decision));
      statuses.push((await ask(filled, { method, body, headers })).status);
    }
    return { statuses, isAlone: JSON.stringify((await getCase(id)).body) === JSON.stringify(before) };
  }

  const json = { 'content-type': 'application/json' };

  test.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:4000' },
    { origin: 'http://localhost:3000.evil.example' },
    { origin: '' },
    { origin: here, 'sec-fetch-site': 'cross-site' },
    { origin: here, 'sec-fetch-site': 'same-site' },
    // It does not say where it comes from.
    {},
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'same-origin' },
  ])('from another site is refused: %j', async (headers) => {
    expect(await tryAll({ ...json, ...headers })).toEqual({ statuses: [403, 403, 403], isAlone: true });
  });

  test.each<Record<string, string>>([
    { origin: here },
    { origin: here, 'sec-fetch-site': 'same-origin' },
    { origin: here, 'sec-fetch-site': 'none' },
    { origin: here, 'content-type': 'Application/JSON; charset=utf-8' },
    { authorization: `Bearer ${apiToken}` },
  ])('from here is done: %j', async (headers) => {
    expect(await tryAll({ ...json, ...headers })).toEqual({ statuses: [200, 200, 200], isAlone: false });
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'that a form of any site could send is refused: %j',
    async (type) => {
      const posts = changes.slice(0, 2);
      expect(await tryAll({ origin: here, 'content-type': type }, posts)).toEqual({
        statuses: [415, 415],
        isAlone: true,
      });
    },
  );
});
