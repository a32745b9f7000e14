/** The settings over HTTP: saved from now on or dated back, refused by the field, tried without being saved. */

import { beforeEach, describe, expect, test } from 'vitest';
import type { SettingsJson } from '@/desk/load-settings';
import type { Rehearsal } from '@/desk/rehearse';
import { deskDefaults, didDefaults } from '@/domain/settings';
import { aCaller, aCdr, aDid, aLegB, type CdrJson, minute, morning } from '../builders';
import { post } from '../desks';
import { aDeskAtTheDoors, askJson, change, getBoard, getCase } from './http';

const apiToken = 'a-token-of-the-api-of-the-tests';
const hour = 60 * minute;
const day = 24 * hour;
const iso = (at: number) => new Date(at).toISOString();
const startingAt = (at: number, seconds = 5) => ({
  time: at,
  start_time: at / 1000,
  end_time: at / 1000 + seconds,
});

const getSettings = async () => (await askJson<SettingsJson>('/api/settings')).body;
const save = (body: unknown, given?: Parameters<typeof change>[3]) =>
  change('POST', '/api/settings', body, given);
const rehearse = async (body: unknown) => {
  const { status, body: answer } = await change('POST', '/api/settings/rehearsal', body);
  return { status, rehearsal: answer as Rehearsal };
};
const ofDesk = (given: object = {}) => ({
  scope: 'desk',
  settings: { ...deskDefaults('IN', 'Asia/Kolkata'), ...given },
});
const ofDid = (did: string, given: object = {}) => ({
  scope: 'did',
  did,
  settings: { ...didDefaults, ...given },
});
/** Always closed but on weekdays, as a firm has it. */
const week = (spans: object[]) => [[], spans, spans, spans, spans, spans, []];

describe('on one desk', async () => {
  const { desk, clock, missedCall } = await aDeskAtTheDoors({ API_TOKEN: apiToken });
  beforeEach(() => {
    clock.now = morning + hour;
  });
  const oursOf = async (did: string) => (await getSettings()).dids.find(({ key }) => key === did);

  test('a number appears with its first call, and nobody has confirmed it yet', async () => {
    const before = await getSettings();
    expect(before.desk).toEqual(deskDefaults('IN', 'Asia/Kolkata'));
    const { did } = await missedCall();
    expect(before.dids.map(({ key }) => key)).not.toContain(did);
    expect(await oursOf(did)).toEqual({
      key: did,
      e164: did,
      display: expect.stringMatching(/^\+91 44 \d{4} \d{4}$/),
      settings: didDefaults,
    });
  });

  test('a number is set before its first call, and stays when it has none', async () => {
    const did = `+${aDid()}`;
    expect((await save(ofDid(did, { label: 'Support', isOurs: true }))).status).toBe(200);
    expect((await oursOf(did))?.settings).toEqual({ ...didDefaults, label: 'Support', isOurs: true });
  });

  test('what is saved is answered, told with who saved it, and every desk hears of it', async () => {
    const { did, id } = await missedCall();
    const { revision } = (await getBoard()).body;
    const saved = await save(ofDid(did, { label: ' Sales ', menu: 'ignore', targetMinutes: 5 }));
    expect(saved.status).toBe(200);
    expect(saved.body).toEqual(await getSettings());
    expect((await oursOf(did))?.settings).toMatchObject({ label: 'Sales', menu: 'ignore', targetMinutes: 5 });
    expect((await getSettings()).history[0]).toEqual({
      scope: 'did',
      did,
      from: iso(clock.now),
      savedAt: iso(clock.now),
      by: 'Asha',
    });
    const board = (await getBoard()).body;
    expect(board.revision).toBeGreaterThan(revision);
    expect(board.dids).toContainEqual(expect.objectContaining({ key: did, label: 'Sales' }));
    expect((await getCase(id)).body.did.label).toBe('Sales');
  });

  test('what the desk sets holds for every number that sets nothing for itself', async () => {
    const [own, other] = [`+${aDid()}`, `+${aDid()}`];
    await save(ofDid(own, { targetMinutes: 7 }));
    await save(ofDesk({ targetMinutes: 90, holidays: ['2026-12-25'] }));
    expect((await getSettings()).desk).toMatchObject({ targetMinutes: 90, holidays: ['2026-12-25'] });
    clock.now += minute;
    const calls = [own, other].map((did) => missedCall({ to: did.slice(1), ...startingAt(clock.now) }));
    const due = (await Promise.all(calls)).map(async ({ id }) => (await getCase(id)).body.dueAt);
    expect(await Promise.all(due)).toEqual([iso(clock.now + 7 * minute), iso(clock.now + 90 * minute)]);
    await save(ofDesk());
  });

  test('only admins save and try them: no agent, no viewer and no program', async () => {
    const before = await getSettings();
    const program = { headers: { authorization: `Bearer ${apiToken}` } };
    for (const who of [{ as: 'Ravi' }, { as: 'Cleo' }, program])
      for (const door of ['/api/settings', '/api/settings/rehearsal'])
        expect(await change('POST', door, ofDesk({ targetMinutes: 1 }), who)).toMatchObject({
          status: 403,
          body: { error: 'Only admins can do that.' },
        });
    expect(await getSettings()).toEqual(before);
  });

  test.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ])('no other site saves or tries anything: %j', async (headers) => {
    const before = await getSettings();
    for (const door of ['/api/settings', '/api/settings/rehearsal']) {
      const answer = await change('POST', door, ofDesk({ targetMinutes: 1 }), { headers });
      expect(answer, door).toMatchObject({ status: 403, body: { error: expect.stringMatching(/\.$/) } });
    }
    expect(await getSettings()).toEqual(before);
  });

  describe('a wrong value is refused with its field and a plain sentence, and nothing is saved:', () => {
    const nine = { opens: '09:00', closes: '17:00' };
    const did = `+${aDid()}`;
    const inWeek = (...spans: object[]) => ofDesk({ week: week(spans) });

    test.each<[string, string, unknown]>([
      ['an impossible zone', 'settings.timeZone', ofDesk({ timeZone: 'Asia/Atlantis' })],
      ['an impossible zone of a number', 'settings.timeZone', ofDid(did, { timeZone: 'Mars/Olympus' })],
      ['a zone that is a number', 'settings.timeZone', ofDesk({ timeZone: 5.5 })],
      ['no zone', 'settings.timeZone', ofDesk({ timeZone: undefined })],
      ['an unknown country', 'settings.country', ofDesk({ country: 'XX' })],
      ['a country that is none', 'settings.country', ofDesk({ country: null })],
      [
        'hours that end before they begin',
        'settings.week.1.0.closes',
        inWeek({ opens: '17:00', closes: '09:00' }),
      ],
      [
        'hours that end as they begin',
        'settings.week.1.0.closes',
        inWeek({ opens: '09:00', closes: '09:00' }),
      ],
      ['hours of no clock', 'settings.week.1.0.opens', inWeek({ opens: '25:00', closes: '26:00' })],
      ['hours that overlap', 'settings.week.1', inWeek(nine, { opens: '16:59', closes: '18:00' })],
      ['a week of six days', 'settings.week', ofDesk({ week: [[], [], [], [], [], []] })],
      ['a holiday that is no day', 'settings.holidays.0', ofDesk({ holidays: ['2026-02-30'] })],
      ['a number out of range', 'settings.targetMinutes', ofDesk({ targetMinutes: 10_081 })],
      ['nought where nothing is less than one', 'settings.expiryDays', ofDesk({ expiryDays: 0 })],
      ['a negative number', 'settings.shortSeconds', ofDesk({ shortSeconds: -1 })],
      ['a fraction', 'settings.talkSeconds', ofDesk({ talkSeconds: 0.5 })],
      ['a number as text', 'settings.targetMinutes', ofDesk({ targetMinutes: '30' })],
      ['a number that is missing', 'settings.targetMinutes', ofDesk({ targetMinutes: undefined })],
      ['a menu of another kind', 'settings.menu', ofDid(did, { menu: 'maybe' })],
      ['neither yes nor no', 'settings.isOurs', ofDid(did, { isOurs: 'yes' })],
      ['a name that is too long', 'settings.label', ofDid(did, { label: 'x'.repeat(41) })],
      ['no settings', 'settings', { ...ofDesk(), settings: undefined }],
      ['an instant ahead', 'from', { ...ofDesk(), from: iso(morning + hour + 1) }],
      ['an instant that nobody can read', 'from', { ...ofDesk(), from: 'yesterday' }],
      ['an instant without its zone', 'from', { ...ofDesk(), from: '2026-11-22T04:30:00' }],
      ['an instant as a number', 'from', { ...ofDesk(), from: morning }],
      ['an unknown scope', 'scope', { ...ofDesk(), scope: 'team' }],
      ['no scope', 'scope', { ...ofDesk(), scope: undefined }],
      ['a word for a number', 'did', ofDid('Sales')],
      ['a number of too few digits', 'did', ofDid('+9144')],
      ['no number', 'did', ofDid('')],
      ['no number at all', 'did', { ...ofDid(did), did: undefined }],
    ])('%s', async (_, field, wish) => {
      await missedCall();
      const before = await getSettings();
      const { revision } = (await getBoard()).body;
      const refused = await save(wish);
      expect(refused).toMatchObject({
        status: 400,
        body: { field, error: expect.stringMatching(new RegExp(`^\`${field}\` (must|is|has) .+\\.$`)) },
      });
      expect(await getSettings()).toEqual(before);
      expect((await getBoard()).body.revision).toBe(revision);
    });

    test.each(['', '{', '[]', 'null', '7'])('a body that is %j', async (body) => {
      const { history } = await getSettings();
      expect(await save(body)).toMatchObject({
        status: 400,
        body: { error: 'The body must be a JSON object.' },
      });
      expect((await getSettings()).history).toEqual(history);
    });
  });

  describe('a change', () => {
    const yesterday = morning - day;
    const longer = { shortSeconds: 9 };

    test('that holds from now on leaves yesterday’s cases alone, and judges what comes', async () => {
      const { id, record, did } = await missedCall(startingAt(yesterday, 7));
      const before = (await getCase(id)).body;
      await save(ofDid(did, longer));
      expect((await getCase(id)).body).toEqual(before);
      expect(before.isShort).toBe(false);
      clock.now += minute;
      const next = await missedCall({ to: record.to, ...startingAt(clock.now, 7) });
      expect((await getCase(next.id)).body.isShort).toBe(true);
    });

    test('that is dated back judges them again, and those before it not', async () => {
      const { id, record, did } = await missedCall(startingAt(yesterday, 7));
      const earlier = await missedCall({ to: record.to, ...startingAt(yesterday - hour, 7) });
      await save({ ...ofDid(did, longer), from: iso(yesterday) });
      expect((await getCase(id)).body).toMatchObject({ isShort: true, calls: [{ isShort: true }] });
      expect((await getCase(earlier.id)).body).toMatchObject({ isShort: false });
    });

    test('of a menu, dated back, puts on the desk whom nobody spoke with', async () => {
      const { id, did } = await missedCall({ ...startingAt(yesterday), status: 'answered' });
      expect((await getCase(id)).status).toBe(404);
      await save({ ...ofDid(did, { menu: 'missed' }), from: iso(yesterday) });
      expect((await getCase(id)).body).toMatchObject({ state: 'open', calls: [{ rule: 10 }] });
      await save({ ...ofDid(did, { menu: 'ignore' }), from: iso(yesterday) });
      expect((await getCase(id)).status).toBe(404);
    });

    test('that confirms a number of ours, dated back, turns the calls that came the other way round', async () => {
      const { id, record } = await missedCall(startingAt(yesterday));
      const [ours, caller] = [`+${record.from}`, `+${record.to}`];
      expect((await getCase(id)).body).toMatchObject({ caller: { e164: ours }, did: { e164: caller } });
      await save({ ...ofDid(ours, { isOurs: true }), from: iso(yesterday) });
      expect((await getCase(id)).body).toMatchObject({ caller: { e164: caller }, did: { e164: ours } });
      await save({ ...ofDid(ours, { isOurs: false }), from: iso(yesterday) });
      expect((await getCase(id)).body).toMatchObject({ caller: { e164: ours }, did: { e164: caller } });
    });

    test('of one number leaves the calls of others as they are', async () => {
      const [one, other] = [
        await missedCall(startingAt(yesterday, 7)),
        await missedCall(startingAt(yesterday, 7)),
      ];
      const before = (await getCase(other.id)).body;
      await save({ ...ofDid(one.did, longer), from: iso(yesterday) });
      expect((await getCase(other.id)).body).toEqual(before);
    });
  });

  test('a reopened case expires by the settings in force at its last missed call', async () => {
    const { id, did, record } = await missedCall();
    await change('POST', `/api/cases/${id}/decisions`, { kind: 'no_need' });
    await change('POST', `/api/cases/${id}/decisions`, { kind: 'reopen' });
    expect((await getCase(id)).body.expiresAt).toBe(iso(clock.now + 1 + 7 * day));
    clock.now += hour;
    const before = (await getCase(id)).body;
    await save({ ...ofDid(did, { expiryDays: 30 }), from: iso(Number(record.time) + minute) });
    expect((await getCase(id)).body).toEqual(before);
    await save({ ...ofDid(did, { expiryDays: 30 }), from: iso(Number(record.time)) });
    expect((await getCase(id)).body.expiresAt).toBe(iso(morning + hour + 1 + 30 * day));
  });

  test('a label is text, whatever is in it', async () => {
    const { did } = await missedCall();
    const label = `<b>"Sales"</b> ☎ '); --`;
    await save(ofDid(did, { label }));
    expect((await oursOf(did))?.settings.label).toBe(label);
    expect(await desk.store.read.loadSettings()).toHaveLength((await getSettings()).history.length);
  });
});

describe('a rehearsal', async () => {
  test('counts the last 30 days before and after, the undecided apart, saves nothing, and is what the desk then shows', async () => {
    const { desk, clock, missedCall } = await aDeskAtTheDoors();
    const did = aDid();
    const rang = (at: number, seconds: number, given: CdrJson = {}) => {
      clock.now = at + minute;
      return missedCall({ to: did, ...startingAt(at, seconds), ...given });
    };
    await rang(morning - 31 * day, 7);
    await rang(morning - 3 * day, 5, { status: 'answered' });
    await rang(morning - 2 * day, 7);
    const settled = await rang(morning - minute, 20);
    await rang(morning, 20);
    const tried = await rang(morning, 7);
    await post(desk, aLegB(aCdr({ to: did, from: aCaller() })), morning + 2 * hour - minute);
    clock.now = morning + 20 * minute;
    await change('POST', `/api/cases/${tried.id}/decisions`, { kind: 'tried' });
    await change('POST', `/api/cases/${settled.id}/decisions`, { kind: 'called_back' });
    clock.now = morning + 2 * hour;
    const wish = ofDid(`+${did}`, { shortSeconds: 9, menu: 'missed', targetMinutes: 150, expiryDays: 1 });

    const [board, settings] = [(await getBoard()).body, await getSettings()];
    const { status, rehearsal } = await rehearse(wish);
    expect(status).toBe(200);
    expect(rehearsal).toEqual({
      days: 30,
      calls: 6,
      isAll: true,
      before: { missed: 4, short: 0, open: 3, callbackRate: { part: 2, whole: 4, share: 0.5 } },
      after: { missed: 5, short: 3, open: 2, callbackRate: { part: 0, whole: 2, share: 0 } },
    });
    expect(await rehearse(wish)).toEqual({ status, rehearsal });
    expect((await getBoard()).body).toEqual(board);
    expect(await getSettings()).toEqual(settings);

    await save({ ...wish, from: iso(clock.now - 30 * day) });
    expect((await rehearse(wish)).rehearsal).toEqual({ ...rehearsal, before: rehearsal.after });
    const { cases, counts } = (await getBoard(`?${new URLSearchParams({ did: `+${did}`, state: 'all' })}`))
      .body;
    expect(counts.byDid[`+${did}`]).toBe(rehearsal.after.open);
    const within = cases
      .flatMap(({ calls }) => calls)
      .filter((call) => call.startedAt > iso(morning - 30 * day));
    expect(within).toHaveLength(rehearsal.after.missed);
    expect(within.filter(({ isShort }) => isShort)).toHaveLength(rehearsal.after.short);
  });

  test('tries the change over all of these days, also where somebody has saved since', async () => {
    const { clock, missedCall } = await aDeskAtTheDoors();
    const { did } = await missedCall(startingAt(morning - day, 7));
    clock.now = morning + hour;
    await save({ ...ofDid(did, { label: 'Sales' }), from: iso(morning - 2 * day) });
    const { before, after } = (await rehearse(ofDid(did, { label: 'Sales', shortSeconds: 9 }))).rehearsal;
    expect([before.short, after.short]).toEqual([0, 1]);
  });

  test('of a wrong value is refused with its field', async () => {
    await aDeskAtTheDoors();
    expect(await change('POST', '/api/settings/rehearsal', ofDesk({ expiryDays: 0 }))).toMatchObject({
      status: 400,
      body: { field: 'settings.expiryDays' },
    });
  });
});
