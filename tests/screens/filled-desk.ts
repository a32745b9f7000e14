/** A desk with three days of a small firm on it, the same every time: calls, names, decisions, and what nobody could read. */

import { expect } from 'playwright/test';
import { didDefaults } from '@/domain/settings';
import { dids } from '@/scripts/simulate/people';
import { traffic } from '@/scripts/simulate/traffic';
import { type Desk, token } from '../browser/built-desk';
import { postNonsense } from '../browser/calls';

/** Wednesday 18 November 2026, 11:42 in Chennai. */
export const begins = Date.UTC(2026, 10, 18, 6, 12);

export const sales = dids[0]!.number;

const labels = ['Sales', 'Support', 'Clinic Chennai', 'Warehouse'];
const names = [
  'Meera Pillai',
  'Arun Textiles',
  'Dr. Iyer’s clinic',
  'Lakshmi Traders',
  'Sundaram Motors',
  'Fatima Rahman',
];
const seed = 6;

export async function fill(desk: Desk): Promise<void> {
  for (const [index, { number }] of dids.entries()) {
    await said(desk, 'Asha', '/api/settings', {
      scope: 'did',
      did: `+${number}`,
      from: new Date(begins - 30 * 24 * 3600 * 1000).toISOString(),
      settings: { ...didDefaults, label: labels[index], isOurs: true },
    });
  }
  // One after the other, so that they are kept in the same order every time.
  for (const { body } of traffic({ seed, calls: 260, days: 3, endsAt: begins })) {
    const url = `${desk.url}/api/webhook/cdr/${token}`;
    expect((await fetch(url, { method: 'POST', body: JSON.stringify(body) })).ok).toBe(true);
  }
  await postNonsense(desk, 1);
  for (const name of ['Ravi', 'Meera', 'Cleo']) await desk.cast.exist(name);

  await giveNames(desk);
  const [, , second, third, fourth, fifth, sixth, seventh, eighth] = await openCases(desk);
  const tomorrow = new Date(begins + 22 * 3600 * 1000).toISOString();
  await decide(desk, 'Ravi', third, { kind: 'claim' });
  await decide(desk, 'Meera', second, { kind: 'tried', note: 'Rang off, try again after lunch' });
  await decide(desk, 'Asha', fourth, { kind: 'tried' });
  await decide(desk, 'Asha', fifth, { kind: 'note', note: 'Wants the quote for two rooms' });
  await decide(desk, 'Ravi', sixth, { kind: 'snooze', until: tomorrow });
  await decide(desk, 'Meera', seventh, { kind: 'called_back', note: 'Comes on Friday' });
  await decide(desk, 'Ravi', eighth, { kind: 'left_message' });
}

/** Some callers are known by name, as on every desk. */
async function giveNames(desk: Desk): Promise<void> {
  const { cases } = await (await desk.cast.getAs('Asha', '/api/cases')).json();
  const keys = cases.flatMap(({ caller }: { caller: { key: string | null } }) => caller.key ?? []);
  for (const [index, name] of names.entries()) {
    const cookies = await desk.cast.cookiesOf('Asha');
    const answer = await fetch(`${desk.url}/api/callers/${encodeURIComponent(keys[index * 2])}`, {
      method: 'PATCH',
      headers: {
        'content-type': 'application/json',
        origin: desk.url,
        cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      },
      body: JSON.stringify({ name }),
    });
    expect(answer.ok, await answer.clone().text()).toBe(true);
  }
}

export async function firstNamed(desk: Desk): Promise<string> {
  const { callers } = await (await desk.cast.getAs('Asha', '/api/callers')).json();
  return callers[0].key;
}

export async function firstOpenCase(desk: Desk): Promise<string> {
  return (await openCases(desk))[2]!;
}

async function openCases(desk: Desk): Promise<string[]> {
  const { cases } = await (await desk.cast.getAs('Asha', '/api/cases')).json();
  return cases.map(({ id }: { id: string }) => id);
}

function decide(desk: Desk, by: string, id: string | undefined, decision: object): Promise<void> {
  return said(desk, by, `/api/cases/${id}/decisions`, decision);
}

async function said(desk: Desk, by: string, path: string, body: object): Promise<void> {
  const answer = await desk.cast.postAs(by, path, body);
  expect(answer.status, `${path}: ${await answer.clone().text()}`).toBe(200);
}
