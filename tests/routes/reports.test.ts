/** The tables of the report as files: what they say, to whom, and that the audit has it. */

import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { aCaller, aCdr, aDid, aLegB, day, minute, morning } from '../builders';
import { post, tableOf } from '../desks';
import { personAt } from '../signed-in';
import { aDeskAtTheDoors, ask, change } from './http';

const { desk, clock, missedCall } = await aDeskAtTheDoors();
const did = aDid();
const given = `did=%2B${did}&from=2026-11-22&to=2026-11-22`;

const fileOf = async (query: string, init = {}) => {
  const answer = await ask(`/api/reports.csv?${query}`, init);
  return { answer, rows: parse(await answer.text(), { bom: true }) as string[][] };
};

describe('a file of the report', async () => {
  const first = await missedCall({ to: did });
  await missedCall({ to: did });
  const answered = aCdr({ to: did, from: aCaller() });
  await post(desk, [answered, aLegB(answered, { status: 'answered', duration: 40 })]);
  clock.now = morning + 12 * minute;
  await change('POST', `/api/cases/${first.id}/decisions`, { kind: 'called_back' });
  clock.now = morning + 40 * minute;

  test('tells the days', async () => {
    const { answer, rows } = await fileOf(`${given}&table=days`);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="report-days.csv"');
    expect(rows).toEqual([
      ['Day', 'Answered', 'Missed'],
      ['2026-11-22', '1', '2'],
    ]);
  });

  test('tells every hour of the week, Monday first', async () => {
    const { rows } = await fileOf(`${given}&table=hours`);
    expect(rows).toHaveLength(1 + 7 * 24);
    expect(rows[1]).toEqual(['Mon', '00:00', '0', '0', '']);
    expect(rows).toContainEqual(['Sun', '10:00', '1', '2', '0.6667']);
  });

  test('tells the times, the numbers and the people', async () => {
    expect((await fileOf(`${given}&table=times`)).rows).toContainEqual(['5 min to 15 min', '1']);
    const [heads, sales] = (await fileOf(`${given}&table=dids`)).rows;
    expect(Object.fromEntries(heads!.map((head, at) => [head, sales![at]]))).toEqual({
      Number: `tel:+${did}`,
      Label: '',
      Answered: '1',
      Missed: '2',
      'Answer rate': '0.3333',
      Cases: '2',
      'Target run out': '2',
      'In time': '1',
      'Rate in time': '0.5',
      'Median (min)': '12',
      'Still waiting': '1',
      Lost: '0',
      'Lost, tried': '0',
    });
    const people = (await fileOf(`${given}&table=people`)).rows;
    expect(people.slice(1).map(([name, cases]) => [name, cases])).toEqual([
      ['Asha', '1'],
      ['Nobody yet', '1'],
    ]);
    expect((await fileOf(`${given}&table=people&who=Asha`)).rows).toHaveLength(2);
    expect((await fileOf(`${given}&table=people&nobody=1`)).rows).toHaveLength(2);
  });

  test('is of the last 30 days where none are named', async () => {
    const { rows } = await fileOf('table=days');
    expect([rows.length, rows[1]![0], rows.at(-1)![0]]).toEqual([31, '2026-10-24', '2026-11-22']);
    clock.now += day;
    expect((await fileOf('table=days')).rows.at(-1)![0]).toBe('2026-11-23');
    clock.now -= day;
  });

  test('refuses what it cannot read, and says which field', async () => {
    for (const [query, field] of [
      ['table=moons', 'table'],
      ['from=yesterday', 'from'],
      ['from=2020-01-01&to=2026-01-01', 'from'],
      ['from=2026-11-22&to=2026-11-20', 'to'],
    ]) {
      const answer = await ask(`/api/reports.csv?${query}`);
      expect([query, answer.status, await answer.json()]).toMatchObject([query, 400, { field }]);
    }
  });

  test('is in the audit with its table, days and filters; viewers get none', async () => {
    await fileOf(`${given}&table=people&who=Asha`);
    const said = (await tableOf(desk, 'audit')).filter(({ what }) => what === 'exported a report');
    expect(JSON.parse(String(said.at(-1)!.about))).toEqual({
      table: 'people',
      from: '2026-11-22',
      to: '2026-11-22',
      did: `+${did}`,
      who: 'Asha',
    });
    expect((await ask('/api/reports.csv', { as: 'Cleo' })).status).toBe(403);
  });

  test('holds no number that its reader may not see', async () => {
    await missedCall();
    await personAt(desk, 'Mala', { role: 'agent', dids: [`+${did}`] });
    const numbers = async (as: string) =>
      (await fileOf('table=dids', { as })).rows.slice(1).map(([number]) => number);
    expect(await numbers('Mala')).toEqual([`tel:+${did}`]);
    expect((await numbers('Asha')).length).toBeGreaterThan(1);
  });
});
