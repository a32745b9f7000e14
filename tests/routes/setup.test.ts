/** The first steps over HTTP: the name and the place, the test call, what has come in, and who hears of the secret. */

import { describe, expect, test } from 'vitest';
import { webhookUrl } from '@/desk/webhook-url';
import { asha, cleo, minute, morning, ravi } from '../builders';
import { tableOf, webhookToken } from '../desks';
import { aDeskAtTheDoors, askJson, change, getBoard } from './http';

const setup = () => askJson('/api/setup');
const take = (body: unknown) => change('POST', '/api/setup', body);
const place = { country: 'IN', timeZone: 'Asia/Kolkata' };

describe('a new desk', async () => {
  const { desk, clock, missedCall } = await aDeskAtTheDoors();

  test('has no name and no step behind it, and nothing came', async () => {
    expect((await setup()).body).toEqual({ name: null, ...place, steps: {}, came: 'nothing', lastAt: null });
    expect((await getBoard()).body.name).toBeNull();
  });

  test('is named and placed in the first step, for everybody and as the settings have it', async () => {
    const before = (await getBoard()).headers.get('etag');
    const given = { name: ' Sharma\tClinic ', country: 'de', timeZone: 'Europe/Berlin' };
    const { status, body } = await take({ step: 'name', said: 'done', desk: given });
    const saved = { name: 'Sharma Clinic', country: 'DE', timeZone: 'Europe/Berlin' };
    expect([status, body]).toMatchObject([200, { ...saved, steps: { name: 'done' } }]);
    const board = await getBoard('', { as: 'Cleo' });
    expect(board.body.name).toBe('Sharma Clinic');
    expect((await getBoard()).headers.get('etag')).not.toBe(before);
    const { name: _, ...settings } = saved;
    expect((await askJson('/api/settings')).body.desk).toMatchObject({ ...settings, targetMinutes: 30 });
    const said = (await tableOf(desk, 'audit')).map(({ what, about }) => `${what} ${about}`);
    expect(said).toContain('named the desk {"name":"Sharma Clinic"}');
    await take({ step: 'name', said: 'done', desk: { name: '', ...place } });
    expect((await getBoard()).body.name).toBeNull();
  });

  test('remembers what was skipped, and forgets it once it is done', async () => {
    expect((await take({ step: 'webhook', said: 'skipped' })).body.steps).toEqual({
      name: 'done',
      webhook: 'skipped',
    });
    await take({ step: 'webhook', said: 'done' });
    expect((await setup()).body.steps).toMatchObject({ webhook: 'done' });
  });

  test.each([
    [{ step: 'third', said: 'done' }, 'step'],
    [{ step: 'name', said: 'maybe' }, 'said'],
    [{ step: 'name', said: 'done', desk: { name: 'x'.repeat(41), ...place } }, 'desk.name'],
    [{ step: 'name', said: 'done', desk: { name: 'x', ...place, country: 'XX' } }, 'desk.country'],
    [
      { step: 'name', said: 'done', desk: { name: 'x', ...place, timeZone: 'Asia/Atlantis' } },
      'desk.timeZone',
    ],
  ])('refuses %j, and changes nothing', async (body, field) => {
    const before = (await setup()).body;
    expect(await take(body)).toMatchObject({ status: 400, body: { field } });
    expect((await setup()).body).toEqual(before);
  });

  test('shows a test call as a missed call of a made-up caller, told apart from what PIOPIY posts', async () => {
    expect((await change('POST', '/api/setup/test-call')).status).toBe(201);
    const { cases } = (await getBoard()).body;
    expect(cases).toMatchObject([
      {
        caller: { e164: null, display: '+440000000001' },
        did: { label: 'Test call' },
        state: 'open',
        isShort: false,
      },
    ]);
    expect((await setup()).body).toMatchObject({ came: 'tests', lastAt: new Date(morning).toISOString() });
    const { status } = await change('POST', `/api/cases/${cases[0]!.id}/decisions`, { kind: 'called_back' });
    expect(status).toBe(200);
    expect((await getBoard()).body.cases).toEqual([]);

    clock.now += minute;
    await change('POST', '/api/setup/test-call');
    expect((await setup()).body.came).toBe('tests');
    await missedCall();
    expect((await setup()).body.came).toBe('records');
  });

  test('is delivered as with the webhook’s own token, so that it can be withdrawn', async () => {
    const tokens = (await tableOf(desk, 'deliveries')).map(({ token }) => token);
    const { body } = await askJson<{ tokens: { fingerprint: string }[] }>('/api/tokens');
    expect(tokens[0]).toBe(body.tokens[0]!.fingerprint);
  });

  test('tells the secret at no door, and its URL to nobody but admins', async () => {
    for (const path of ['/api/setup', '/api/settings', '/api/tokens', '/api/audit', '/api/silence'])
      expect([path, JSON.stringify((await askJson(path)).body).includes(webhookToken)]).toEqual([
        path,
        false,
      ]);
    expect(webhookUrl(desk, asha, 'http://localhost:3000')).toEqual({
      url: `http://localhost:3000/api/webhook/cdr/${webhookToken}`,
      reach: 'here',
      hasAddress: false,
    });
    for (const person of [ravi, cleo])
      expect(() => webhookUrl(desk, person, 'http://localhost:3000')).toThrow('Only admins');
  });
});

test('the place of a desk without records holds for late ones too, and later on from then on', async () => {
  const { desk, clock } = await aDeskAtTheDoors();
  const from = async () => (await desk.store.read.loadSettings()).map((row) => row.from);
  const named = (country: string) =>
    take({ step: 'name', said: 'done', desk: { name: '', ...place, country } });
  await named('DE');
  expect(await from()).toEqual([0]);
  await change('POST', '/api/setup/test-call');
  expect((await getBoard()).body.cases).toMatchObject([{ did: { label: 'Test call' } }]);
  await named('IN');
  expect(await from()).toEqual([0, clock.now, clock.now]);
  // Begun before the country was changed, and read as one of then.
  await change('POST', '/api/setup/test-call');
  expect((await getBoard()).body.cases).toMatchObject([{ did: { label: 'Test call' }, missedCount: 2 }]);
});

test('a desk with an address puts it before what the browser asked for', async () => {
  const { desk } = await aDeskAtTheDoors({ PUBLIC_URL: 'https://desk.example.com/' });
  expect(webhookUrl(desk, asha, 'http://localhost:3000')).toEqual({
    url: `https://desk.example.com/api/webhook/cdr/${webhookToken}`,
    reach: 'public',
    hasAddress: true,
  });
});
