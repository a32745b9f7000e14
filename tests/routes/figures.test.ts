/** The figures of today over HTTP: of the day in the desk's zone, of what somebody may see, and cheap to ask for again. */

import { beforeEach, describe, expect, test } from 'vitest';
import type { FiguresJson } from '@/domain/figures-of-day';
import { aDid, aLegB, day, minute, morning } from '../builders';
import { engines, post } from '../desks';
import { personAt } from '../signed-in';
import { aDeskAtTheDoors, ask, askJson, change, getBoard } from './http';

describe.each(engines)('on %s', async (engine) => {
  const { desk, clock, missedCall } = await aDeskAtTheDoors({}, engine);
  const here = globalThis as { ringbackDesk?: Promise<typeof desk> };
  beforeEach(() => {
    here.ringbackDesk = Promise.resolve(desk);
    clock.now = morning + 10 * minute;
  });

  const path = (did?: string) => `/api/figures${did ? `?${new URLSearchParams({ did })}` : ''}`;
  const figures = async (did?: string, as = 'Asha') => (await askJson<FiguresJson>(path(did), { as })).body;
  const callBack = (id: string) => change('POST', `/api/cases/${id}/decisions`, { kind: 'called_back' });
  const rung = (at: number) => ({ time: at, start_time: at / 1000, end_time: at / 1000 + 5 });

  test('a day is told by what was missed on it, and called back', async () => {
    const did = aDid();
    const calls = [
      await missedCall({ to: did }),
      await missedCall({ to: did }),
      await missedCall({ to: did }),
    ];
    await post(desk, aLegB(calls[2]!.record, { status: 'answered', duration: 40 }));
    await callBack(calls[0]!.id);
    expect(await figures(`+${did}`)).toEqual({
      day: '2026-11-22',
      cases: 2,
      stillWaiting: 1,
      median: 10 * minute,
      medianDayBefore: null,
      inTime: { part: 0, whole: 0, share: null },
      targetMinutes: 30,
      missed: { part: 2, whole: 3, share: 2 / 3 },
    });
    clock.now = morning + 30 * minute;
    expect((await figures(`+${did}`)).inTime).toEqual({ part: 1, whole: 2, share: 0.5 });
  });

  test('midnight is that of the desk, and yesterday stays beside today', async () => {
    const midnight = Date.UTC(2026, 10, 22, 18, 30);
    const did = aDid();
    clock.now = midnight - minute;
    const late = await missedCall({ to: did, ...rung(midnight - 5 * minute) });
    await callBack(late.id);
    expect(await figures(`+${did}`)).toMatchObject({ day: '2026-11-22', cases: 1, median: 4 * minute });
    clock.now = midnight + minute;
    expect(await figures(`+${did}`)).toMatchObject({
      day: '2026-11-23',
      cases: 0,
      median: null,
      medianDayBefore: 4 * minute,
      missed: { part: 0, whole: 0 },
    });
    clock.now += day;
    expect(await figures(`+${did}`)).toMatchObject({ medianDayBefore: null });
  });

  test('a call that is not decided yet counts once it is', async () => {
    const { record, did } = await missedCall({ leg: 'b', direction: 'outbound' });
    const our = String(record.from);
    const both = [did, `+${our}`];
    const missed = async () => {
      const found = await Promise.all(both.map((one) => figures(one)));
      return found.reduce((sum, one) => sum + one.missed.part, 0);
    };
    expect(await missed()).toBe(0);
    clock.now += 4 * minute;
    expect(await missed()).toBe(1);
  });

  test('who sees some numbers is told of those alone', async () => {
    const [sales, support] = [await missedCall(), await missedCall()];
    await personAt(desk, 'Mala', { role: 'agent', dids: [sales.did] });
    expect(await figures(undefined, 'Mala')).toMatchObject({ cases: 1, missed: { part: 1, whole: 1 } });
    expect(await figures(support.did, 'Mala')).toMatchObject({ cases: 0, missed: { part: 0, whole: 0 } });
    expect(await figures(support.did)).toMatchObject({ cases: 1 });
  });

  test('asked again nothing is sent, until something changes or a minute passes', async () => {
    const { did } = await missedCall();
    const etag = (await ask(path(did))).headers.get('etag')!;
    const again = () => ask(path(did), { headers: { 'if-none-match': etag } });
    expect((await again()).status).toBe(304);
    await missedCall();
    expect((await again()).status).toBe(200);
    const next = (await ask(path(did))).headers.get('etag')!;
    clock.now += minute;
    expect((await ask(path(did), { headers: { 'if-none-match': next } })).status).toBe(200);
  });

  test('the board counts for each person what they are on or tried last, once', async () => {
    const counts = async () => (await getBoard()).body.counts.byPerson;
    const say = (id: string, kind: string, as: string) =>
      change('POST', `/api/cases/${id}/decisions`, { kind }, { as });
    const [one, two, three] = [await missedCall(), await missedCall(), await missedCall()];
    await say(one.id, 'tried', 'Noor');
    await say(one.id, 'claim', 'Noor');
    await say(two.id, 'tried', 'Noor');
    await say(two.id, 'claim', 'Omar');
    await say(three.id, 'claim', 'Omar');
    expect(await counts()).toMatchObject({ Noor: 2, Omar: 2 });
    clock.now += 16 * minute;
    expect(await counts()).toMatchObject({ Noor: 2 });
    expect(await counts()).not.toHaveProperty('Omar');
    await callBack(two.id);
    expect(await counts()).toMatchObject({ Noor: 1 });
    expect((await getBoard('?who=Noor')).body.cases.map(({ id }) => id)).toEqual([one.id]);
  });

  test('the board counts the overdue of each number', async () => {
    const { did } = await missedCall();
    clock.now = morning + 31 * minute;
    expect((await getBoard()).body.counts.overdueByDid[did]).toBe(1);
  });
});
