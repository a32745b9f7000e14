/** No rows, and why: an empty list must mean what it says. */

import { expect } from 'playwright/test';
import { aDid, minute } from '../builders';
import { type Desk, running } from './built-desk';
import { aMissedCall, postNonsense, shown, waiting } from './calls';
import { test } from './desk';
import { callerRows, look, rowOf, toastOf } from './on-screen';

test('a fresh desk waits for its first record, leads to what it cannot read, and is done when all are called back', async ({
  ownDesk,
  person,
}) => {
  const asha = await person('Asha');
  await look(asha, ownDesk.url);
  await expect(asha.getByText('No calls yet. Waiting for the first record…')).toBeVisible();
  await expect(asha).toHaveTitle('Ringback');

  await test.step('records that nobody can read are no calls', async () => {
    await postNonsense(ownDesk, 2);
    await expect(asha.getByText('Records came in, and none of them was understood.')).toBeVisible();
    await asha.getByRole('link', { name: 'Look at them' }).click();
    await expect(asha.getByRole('heading', { level: 1 })).toHaveText('Not understood');
    await look(asha, ownDesk.url);
  });

  const call = aMissedCall(aDid());
  await ownDesk.post(call);
  await expect(rowOf(asha, call)).toBeVisible();
  await expect(asha.getByText('none of them was understood')).toHaveCount(0);
  await expect(asha).toHaveTitle('(1) Ringback');

  await rowOf(asha, call).getByRole('button', { name: 'Called back' }).click();
  await expect(asha.getByText('Nobody is waiting.')).toBeVisible();
  await expect(asha.getByText('Everybody has been called back. 1 done today.')).toBeVisible();
  await expect(asha).toHaveTitle('Ringback');

  await toastOf(asha, 'Called back').getByRole('button', { name: 'Undo' }).click();
  await expect(rowOf(asha, call)).toBeVisible();
  await expect(asha.getByText('Nobody is waiting')).toHaveCount(0);
});

test('an answered call is no missed one, and a number with nobody waiting leads to those who wait on others', async ({
  ownDesk,
  person,
}) => {
  await ownDesk.post(aMissedCall(aDid(), { status: 'answered', duration: 30 }));
  const asha = await person('Asha');
  await look(asha, ownDesk.url);
  await expect(asha.getByText('Nobody is waiting.')).toBeVisible();

  const sales = await waiting(ownDesk, 5);
  const support = await waiting(ownDesk, 4);
  await look(asha, ownDesk.board(sales.did));
  await rowOf(asha, sales.calls[0]).getByRole('button', { name: 'Called back' }).click();
  await expect(asha.getByText(`Nobody is waiting on ${shown(sales.did)}.`)).toBeVisible();
  await expect(asha.getByText('1 caller waits on other numbers.')).toBeVisible();
  await asha.getByRole('link', { name: 'Show all numbers' }).click();
  await expect(rowOf(asha, support.calls[0])).toBeVisible();
});

test('a search that finds nobody says what was searched and how many it hides, and is cleared by a click', async ({
  desk,
  reader,
}) => {
  const { did } = await waiting(desk, 5);
  const asha = await reader('Asha', did);
  await asha.getByRole('textbox', { name: 'Search' }).fill('Meenakshi');
  await expect(asha.getByText(`Nothing matches “Meenakshi” on ${shown(did)}.`)).toBeVisible();
  await expect(asha.getByText('The filters hide 1 caller.')).toBeVisible();
  await expect(callerRows(asha)).toHaveCount(0);
  await asha.getByRole('main').getByRole('link', { name: 'Clear the filters' }).click();
  await expect(asha.getByRole('textbox', { name: 'Search' })).toHaveValue('');
  await expect(callerRows(asha).first()).toBeVisible();
});

test('to clear the filters keeps the number that was chosen', async ({ desk, reader }) => {
  const { did } = await waiting(desk, 5);
  const other = await waiting(desk, 5);
  const asha = await reader('Asha', did);
  await asha.getByRole('textbox', { name: 'Search' }).fill('Meenakshi');
  await asha.getByRole('main').getByRole('link', { name: 'Clear the filters' }).click();
  await expect(callerRows(asha)).toHaveCount(1);
  await expect(rowOf(asha, other.calls[0])).toHaveCount(0);
});

test('the other views say what they lack', async ({ desk, reader }) => {
  const { did } = await waiting(desk, 5);
  const asha = await reader('Asha', did, { view: 'closed' });
  await expect(asha.getByText(`Nothing is done yet on ${shown(did)}.`)).toBeVisible();
  await look(asha, desk.board(did, { view: 'uncallable' }));
  await expect(asha.getByText(`No call without a number on ${shown(did)}.`)).toBeVisible();
});

test('that no record came for hours is a warning, where calls come at this hour on other days', async ({
  databases,
  person,
}) => {
  // In a zone where it is about noon, so that the silence lies within today.
  const hour = new Date().getUTCHours();
  const zone = hour >= 12 ? `Etc/GMT+${hour - 12}` : `Etc/GMT-${12 - hour}`;
  const fallsSilent = async (desk: Desk) => {
    const perDay = 24 * 60;
    for (const minutes of [150, ...[1, 2, 3, 4, 5, 6, 7].map((days) => days * perDay + 60)])
      await desk.post(aMissedCall(aDid(), { status: 'answered', duration: 30 }, minutes));
    const asha = await person('Asha');
    await look(asha, desk.url);
    await expect(asha.getByText('Nobody is waiting.')).toBeVisible();

    await desk.runSql(`update deliveries set received_at = ${Date.now() - 150 * minute}`);
    await look(asha, desk.url);
    await expect(asha.getByText(/^No record since \d\d:\d\d\.$/)).toBeVisible();
    await expect(asha.getByText('Nobody is waiting.')).toHaveCount(0);
    await desk.post(aMissedCall(aDid(), { status: 'answered', duration: 30 }));
    await expect(asha.getByText('Nobody is waiting.')).toBeVisible();
    await expect(asha.getByText('No record since')).toHaveCount(0);
    // Nobody is there when the desk goes.
    await asha.context().close();
  };
  await running(fallsSilent, { DESK_TIME_ZONE: zone }, databases);
});

test.describe('an address that leads nowhere', () => {
  test.use({ expectedTrouble: /status of 404/ });

  test('says so, and leads to the desk', async ({ desk, person }) => {
    const asha = await person('Asha');
    await asha.goto(`${desk.url}/no-such-page`);
    await expect(asha.getByRole('heading', { name: 'There is no such page.' })).toBeVisible();
    await asha.getByRole('link', { name: 'Go to the desk' }).click();
    await expect(asha.getByRole('heading', { name: 'Open' })).toBeVisible();
  });
});
