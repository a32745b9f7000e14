/** The rail and the strip of figures: each number is that of the rows behind it. */

import { expect, type Page } from 'playwright/test';
import { aDid, aLegB, type CdrJson } from '../builders';
import { aMissedCall, shown, waiting } from './calls';
import { test } from './desk';
import { callerRows, look, pressIn, rowOf } from './on-screen';

const figure = (page: Page, name: RegExp) =>
  page.getByRole('list', { name: 'How today goes' }).getByRole('link', { name });
const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Views', exact: true }).getByRole('link', { name });

/** Whether a call began today, where the desk is: a test may run shortly after midnight. */
const isOfToday = ({ time }: CdrJson) => dayOf(Number(time)) === dayOf(Date.now());
const dayOf = (at: number) => new Date(at).toLocaleDateString('en-CA', { timeZone: 'Asia/Kolkata' });

test('each figure leads to the rows behind it, of the number that was chosen', async ({ desk, reader }) => {
  const { did, calls } = await waiting(desk, 41, 35, 12, 4);
  const answered = aMissedCall(did, {}, 20);
  for (const leg of [answered, aLegB(answered, { status: 'answered', duration: 30 })]) await desk.post(leg);
  const asha = await reader('Asha', did);
  const today = calls.filter(isOfToday);
  const incoming = [...calls, answered].filter(isOfToday);

  await figure(asha, /^2 overdue/).click();
  await expect(asha.getByRole('heading', { level: 1 })).toContainText('Overdue');
  await expect(callerRows(asha)).toHaveCount(2);
  for (const late of calls.slice(0, 2)) await expect(rowOf(asha, late)).toContainText('Overdue');

  await figure(asha, /^4 waiting/).click();
  await expect(callerRows(asha)).toHaveCount(4);
  await expect(figure(asha, /not known yet median to callback today/)).toBeVisible();
  await expect(figure(asha, new RegExp(`missed of ${incoming.length} calls today`))).toHaveAttribute(
    'href',
    `/calls?${new URLSearchParams({ verdict: 'missed', from: dayOf(Date.now()), to: dayOf(Date.now()), did: `+${did}` })}`,
  );

  await pressIn(rowOf(asha, calls[3]), 'Called back');
  if (isOfToday(calls[3])) await expect(figure(asha, /^[45] min median to callback today/)).toBeVisible();
  await expect(figure(asha, /^3 waiting/)).toBeVisible();
  await figure(asha, /called back within 30 min/).click();
  await expect(callerRows(asha)).toHaveCount(today.length);
});

test('title, icon and a calm voice tell how many wait; the rail, what is mine, tried and put off, of each alone', async ({
  ownDesk,
  person,
}) => {
  const asha = await person('Asha');
  const ravi = await person('Ravi');
  for (const page of [asha, ravi]) await look(page, ownDesk.url);
  const icon = asha.locator('link[rel="icon"]');
  await expect(icon).toHaveAttribute('href', '/icon.svg');
  // The voice comes after the rows; what is there when it comes is no news to it.
  const voice = asha.locator('p[aria-live="polite"]');
  await expect(voice).toBeAttached();
  const did = aDid();
  const calls = [9, 8, 7].map((minutes) => aMissedCall(did, {}, minutes));
  await ownDesk.post(calls[0]!);
  await expect(asha).toHaveTitle('(1) Ringback');
  await expect(icon).toHaveAttribute('href', /^data:image\/svg\+xml,.*%3E1%3C/);
  await expect(voice).toHaveText('1 new missed call, 1 waiting');
  await expect(voice).not.toContainText(shown(calls[0]!.from));

  for (const call of calls.slice(1)) await ownDesk.post(call);
  for (const name of ['Open 3', 'Mine 0', 'Attempted 0', 'Snoozed 0', 'Done 0 today', 'All'])
    await expect(view(asha, name)).toBeVisible();
  await expect(view(asha, 'No number')).toHaveCount(0);

  await pressIn(rowOf(ravi, calls[0]!), 'Claim');
  await expect(view(ravi, 'Mine 1')).toBeVisible();
  await rowOf(asha, calls[1]!).focus();
  await asha.keyboard.press('t');
  await expect(view(ravi, 'Attempted 1')).toBeVisible();
  await expect(view(asha, 'Mine 1')).toBeVisible();
  await view(asha, 'Mine 1').click();
  await expect(callerRows(asha)).toHaveCount(1);
  await expect(rowOf(asha, calls[1]!)).toContainText('Asha');
  await view(ravi, 'Mine 1').click();
  await expect(callerRows(ravi)).toHaveCount(1);
  await expect(rowOf(ravi, calls[0]!)).toContainText('Ravi is on it');

  await ownDesk.post(aMissedCall(aDid(), { from: null }));
  await expect(view(asha, 'No number 1')).toBeVisible();
  await look(asha, `${ownDesk.url}/settings`);
  await expect(asha).toHaveTitle('(3) Settings · Ringback');
});
