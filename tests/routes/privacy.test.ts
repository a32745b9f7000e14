/** Withdrawing, keeping, erasing and revealing over HTTP: who may, what is refused, and what the audit says of it. */

import { describe, expect, test } from 'vitest';
import { aCaller, aCdr, aDid, minute, morning } from '../builders';
import { post, tableOf } from '../desks';
import { personAt } from '../signed-in';
import { aDeskAtTheDoors, change, getCase } from './http';

const { desk, clock, missedCall } = await aDeskAtTheDoors();
clock.now = morning + 60 * minute;

const audit = async () =>
  (await tableOf(desk, 'audit')).map(({ by, what, about }) => `${by} ${what} ${about}`);
const range = { token: 'cccccccccccc', from: '2026-11-22T00:00:00Z', to: '2026-11-23T00:00:00Z' };
const keep = { deliveriesDays: null, callsDays: null, auditDays: null };

describe.each([
  ['/api/withdrawals', { action: 'withdraw', ...range }],
  ['/api/retention', keep],
  ['/api/retention/application', undefined],
  ['/api/erasures', { action: 'erase', number: '+919884000001' }],
  ['/api/costs', { lowBalance: '1' }],
])('%s', (path, body) => {
  test('is for admins, from a page of the desk', async () => {
    const before = (await audit()).length;
    expect((await change('POST', path, body, { as: null })).status).toBe(401);
    for (const as of ['Ravi', 'Cleo']) expect((await change('POST', path, body, { as })).status).toBe(403);
    const elsewhere = { headers: { origin: 'https://elsewhere.example' } };
    expect((await change('POST', path, body, elsewhere)).status).toBe(403);
    const signIns = (await audit()).slice(before).filter((row) => !/invit|first admin|signed in/.test(row));
    expect(signIns).toEqual([]);
  });
});

describe('withdrawing', () => {
  test('counts first, takes out, brings back, and the audit tells of it', async () => {
    await post(desk, aCdr({ to: aDid(), from: aCaller() }), morning, range.token);
    const ask = async (action: string) =>
      (await change('POST', '/api/withdrawals', { action, ...range })).body;
    const counts = { deliveries: 1, records: 1, calls: 1 };
    expect(await ask('count')).toEqual(counts);
    expect(await ask('withdraw')).toEqual(counts);
    expect(await ask('count')).toEqual({ deliveries: 0, records: 0, calls: 0 });
    expect(await ask('bring_back')).toEqual({ records: 1 });
    expect(await ask('count')).toEqual(counts);
    const said = (await audit()).filter((row) => row.includes(range.token));
    expect(said.map((row) => row.split(' {')[0])).toEqual([
      'Asha withdrew what came by a token',
      'Asha brought back what came by a token',
    ]);
  });

  test.each([
    [{ action: 'shred' }, 'action'],
    [{ token: 'a secret in full' }, 'token'],
    [{ from: 'yesterday' }, 'from'],
    [{ from: range.to, to: range.from }, 'to'],
  ])('refuses %j', async (wrong, field) => {
    const wish = { action: 'count', ...range, ...wrong };
    expect(await change('POST', '/api/withdrawals', wish)).toMatchObject({ status: 400, body: { field } });
  });
});

describe('keeping', () => {
  test('is changed and applied, and a second at once is refused', async () => {
    const changed = await change('POST', '/api/retention', { ...keep, callsDays: 30 });
    expect(changed.body).toMatchObject({ callsDays: 30, auditDays: null });
    expect((await change('POST', '/api/retention/application')).body).toEqual({
      removed: { calls: 0, deliveries: 0, audit: 0 },
    });
    await desk.store.write((tx) => tx.takeJob('retention', clock.now, minute));
    expect((await change('POST', '/api/retention/application')).status).toBe(409);
    await desk.store.write((tx) => tx.finishJob('retention', clock.now, clock.now));
    expect(await audit()).toContain(
      'Asha changed how long rows are kept {"deliveriesDays":null,"callsDays":30,"auditDays":null}',
    );
  });

  test.each([
    [{ callsDays: 0 }, 'callsDays'],
    [{ callsDays: 1.5 }, 'callsDays'],
    [{ auditDays: '7' }, 'auditDays'],
    [{ deliveriesDays: undefined }, 'deliveriesDays'],
  ])('refuses %j', async (wrong, field) => {
    const { status, body } = await change('POST', '/api/retention', { ...keep, ...wrong });
    expect([status, body.field]).toEqual([400, field]);
  });
});

describe('erasing', () => {
  test('counts first, erases, and the audit has no number', async () => {
    const { id, caller } = await missedCall();
    const number = caller.slice(3);
    const ask = (action: string) => change('POST', '/api/erasures', { action, number });
    expect((await ask('count')).body).toEqual({ calls: 1, cases: 1, decisions: 0 });
    expect((await getCase(id)).status).toBe(200);
    expect((await ask('erase')).body).toMatchObject({ calls: 1, isScrubbed: true });
    expect((await getCase(id)).status).toBe(404);
    const said = await audit();
    expect(said.at(-1)).toBe('Asha erased a caller {"calls":1,"cases":1,"decisions":0}');
    expect(said.join('\n')).not.toContain(number);
  });

  test('refuses what is no number, and a number of the desk', async () => {
    const { did } = await missedCall();
    const ask = (number: unknown) => change('POST', '/api/erasures', { action: 'erase', number });
    expect(await ask('anonymous')).toMatchObject({ status: 400, body: { field: 'number' } });
    expect(await ask(7)).toMatchObject({ status: 400, body: { field: 'number' } });
    expect(await ask(did)).toMatchObject({ status: 409, body: { field: 'number' } });
  });
});

describe('revealing', () => {
  test('shows a viewer the whole number once they ask; the audit says who and which case, not the number', async () => {
    const { id, caller } = await missedCall();
    expect(JSON.stringify((await getCase(id, { as: 'Cleo' })).body)).not.toContain(caller.slice(3));
    const { status, body } = await change('POST', `/api/cases/${id}/reveal`, undefined, { as: 'Cleo' });
    expect([status, body.caller]).toMatchObject([200, { e164: caller }]);
    const said = await audit();
    expect(said.at(-1)).toBe(`Cleo revealed a number {"case":"${id}"}`);
    expect(said.join('\n')).not.toContain(caller.slice(3));
    expect(JSON.stringify((await getCase(id, { as: 'Cleo' })).body)).not.toContain(caller.slice(3));
  });

  test('is not for nobody, for programs, or about what somebody may not see', async () => {
    const { id } = await missedCall();
    const path = `/api/cases/${id}/reveal`;
    expect((await change('POST', path, undefined, { as: null })).status).toBe(401);
    const foreign = { as: 'Cleo', headers: { origin: 'https://elsewhere.example' } };
    expect((await change('POST', path, undefined, foreign)).status).toBe(403);
    const { secret } = (await change('POST', '/api/tokens', { kind: 'api', name: 'Sheet' })).body;
    const headers = { authorization: `Bearer ${secret}` };
    expect((await change('POST', path, undefined, { as: null, headers })).status).toBe(403);
    expect((await change('POST', '/api/cases/none/reveal', undefined, { as: 'Cleo' })).status).toBe(404);
    await personAt(desk, 'Dev', { role: 'viewer', dids: ['+914400000000'] });
    expect((await change('POST', path, undefined, { as: 'Dev' })).status).toBe(404);
    expect((await audit()).filter((row) => row.startsWith('Dev'))).toEqual([
      expect.stringContaining('accepted'),
      'Dev signed in {}',
    ]);
  });
});
