/** What calls cost, for admins alone: the sums to the last digit, the balances, and not a word of them anywhere else. */

import { beforeEach, describe, expect, test } from 'vitest';
import { aCaller, aCdr, aDid, type CdrJson, day, minute, morning } from '../builders';
import { engines, post, tableOf } from '../desks';
import { personAt } from '../signed-in';
import { doors } from './doors';
import { aDeskAtTheDoors, ask, askJson, change } from './http';

type Costs = {
  total: string;
  lowBalance: string | null;
  costs: { day: string; did: { e164: string }; cost: string; legs: number }[];
  balances: { app: string; balance: string; at: string; isLow: boolean }[];
};

const getCosts = async (search = '') => (await askJson<Costs>(`/api/costs${search}`)).body;

describe.each(engines)('on %s', async (engine) => {
  const { desk, clock } = await aDeskAtTheDoors({}, engine);
  beforeEach(() => {
    (globalThis as { ringbackDesk?: unknown }).ringbackDesk = Promise.resolve(desk);
    clock.now = morning + day;
  });

  const charged = (did: number, began: number, given: CdrJson) =>
    post(
      desk,
      aCdr({
        to: did,
        from: aCaller(),
        time: began,
        start_time: began / 1000,
        end_time: began / 1000 + 5,
        ...given,
      }),
      began + minute,
    );

  test('are summed by day and number as decimals; copies are counted once', async () => {
    const [sales, support] = [aDid(), aDid()];
    for (let index = 0; index < 3; index += 1)
      await charged(sales, morning, { call_rate: '0.1', appid: 1, balance: '10.30' });
    const copied = aCdr({ to: support, from: aCaller(), call_rate: 0.2, appid: 1, balance: '10.00' });
    for (let copy = 0; copy < 4; copy += 1) await post(desk, copied, morning + 5 * minute);
    // An hour before midnight in Chennai is the day before.
    await charged(support, morning - 11 * 60 * minute, {
      call_rate: '0.000000000000000001',
      appid: 2,
      balance: 'n/a',
    });
    await charged(support, morning + minute, { call_rate: '1e999', appid: 2, balance: '-3.5' });
    const { total, costs, balances, lowBalance } = await getCosts();
    expect(total).toBe('0.500000000000000001');
    expect(costs.map(({ day, did, cost, legs }) => [day, did.e164, cost, legs])).toEqual(
      [
        ['2026-11-22', `+${sales}`, '0.3', 3],
        ['2026-11-22', `+${support}`, '0.2', 1],
        ['2026-11-21', `+${support}`, '0.000000000000000001', 1],
      ].sort((a, b) => (a[0] === b[0] ? (a[1]! < b[1]! ? -1 : 1) : a[0]! < b[0]! ? 1 : -1)),
    );
    expect(balances.map(({ app, balance, isLow }) => [app, balance, isLow])).toEqual([
      ['1', '10.00', false],
      ['2', '-3.5', false],
    ]);
    expect(lowBalance).toBeNull();
  });

  test('warn of a balance below what an admin sets, by its number and not by its text', async () => {
    await charged(aDid(), morning + minute, { appid: 7, balance: '99.99' });
    const low = async (lowBalance: string | null) => {
      const { body } = await change('POST', '/api/costs', { lowBalance });
      return (body as unknown as Costs).balances.find(({ app }) => app === '7')?.isLow;
    };
    expect(await low('100')).toBe(true);
    expect(await low('99.99')).toBe(false);
    expect(await low(null)).toBe(false);
    const said = (await tableOf(desk, 'audit')).map(({ what, about }) => `${what} ${about}`);
    expect(said).toContain('changed which balance is low {"amount":"100"}');
  });

  test('are refused to everybody else, and odd wishes with their field', async () => {
    for (const [as, status] of [
      [null, 401],
      ['Ravi', 403],
      ['Cleo', 403],
    ] as const)
      expect((await ask('/api/costs', { as })).status).toBe(status);
    for (const days of ['0', '93', '-1', 'all'])
      expect((await ask(`/api/costs?days=${days}`)).status).toBe(400);
    for (const lowBalance of ['much', '1e9', 5, ''])
      expect(await change('POST', '/api/costs', { lowBalance })).toMatchObject({ status: 400 });
  });

  test('neither cost nor balance of a record is in the answer of any other door', async () => {
    const [rate, balance] = ['7.7410852963', '8520.7419630'];
    const cdr = aCdr({ to: aDid(), from: aCaller(), call_rate: rate, balance });
    await post(desk, cdr, morning + minute);
    const { body } = await askJson<{ cases: { id: string }[] }>('/api/cases');
    const ids: Record<string, string> = { id: body.cases[0]!.id, place: '1.0' };
    await personAt(desk, 'Ravi');
    const answers: [string, string][] = [];
    for (const { path } of doors.filter(({ methods }) => 'GET' in methods)) {
      if (path === '/api/events' || path.includes('...')) continue;
      const at = path.replace(/\[(\w+)\]/g, (_whole, name) => ids[name] ?? 'none');
      for (const as of ['Asha', 'Ravi', 'Cleo']) answers.push([path, await (await ask(at, { as })).text()]);
    }
    for (const [path, wish] of [
      [`/api/cases/${ids.id}/decisions`, { kind: 'note', note: 'Hm.' }],
      [`/api/cases/${ids.id}/reveal`, undefined],
      ['/api/cases/decisions', { ids: [ids.id], kind: 'claim' }],
    ] as const)
      answers.push([path, JSON.stringify((await change('POST', path, wish)).body)]);
    const telling = answers.filter(([, text]) => text.includes('7.741085') || text.includes('8520.7'));
    expect(new Set(telling.map(([path]) => path))).toEqual(new Set(['/api/costs']));
    expect(answers.length).toBeGreaterThan(30);
  });
});
