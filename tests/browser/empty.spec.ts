/** No rows, and why: an empty list must mean what it says. */

import { expect } from 'playwright/test';
import { aDid, minute } from '../builders';
import { type Desk, running } from './built-desk';
import { aMissedCall, postNonsense, shown, waiting } from './calls';
import { test } from './desk';
import { callerRows, look, pressIn, rowOf, toastOf } from './on-screen';

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

  await pressIn(rowOf(asha, call), 'Called back');
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
  await pressIn(rowOf(asha, sales.calls[0]), 'Called back');
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

test('a number without a record for long is named above the list, until somebody hides it or one comes', async ({
  databases,
  person,
}) => {
  const answered = { status: 'answered', duration: 30 };
  const fallsSilent = async (desk: Desk) => {
    const sales = aDid();
    for (const minutes of [150, 140, 130, 120, 110, 100])
      await desk.post(aMissedCall(sales, answered, minutes));
    await desk.runSql(`update deliveries set received_at = ${Date.now() - 100 * minute}`);

    const asha = await person('Asha');
    await look(asha, desk.url);
    const line = asha.getByText(`No record on ${shown(sales)} since`);
    await expect(line).toHaveText(/ since .*\d\d:\d\d: is the webhook still set\?$/);
    await expect(asha.getByText(/^No record since .*\d\d:\d\d\.$/)).toBeVisible();
    await asha.getByRole('button', { name: `Hide: ${shown(sales)}` }).click();
    await expect(line).toHaveCount(0);
    await look(asha, desk.url);
    await expect(asha.getByText(/^No record since/)).toBeVisible();
    await expect(line).toHaveCount(0);

    // Somebody else has hidden nothing.
    const ravi = await person('Ravi');
    await look(ravi, desk.url);
    await expect(ravi.getByText(`No record on ${shown(sales)} since`)).toBeVisible();
    await desk.post(aMissedCall(sales, answered));
    await expect(ravi.getByText('No record')).toHaveCount(0);
    await expect(ravi.getByText('Nobody is waiting.')).toBeVisible();
    // Nobody is there when the desk goes.
    for (const reader of [asha, ravi]) await reader.context().close();
  };
  await running(fallsSilent, {}, databases);
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
