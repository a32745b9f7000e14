/** The first start: from an empty database to the first record, by three steps that can be skipped. */

import { expect, type Page } from 'playwright/test';
import { aDid } from '../builders';
import { token } from './built-desk';
import { aMissedCall } from './calls';
import { emailOf, password } from './cast';
import { test } from './desk';
import { callerRows, look, pressIn, rowOf } from './on-screen';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const rail = (page: Page) => page.getByRole('complementary');
const step = (page: Page) => page.getByRole('main').locator('[aria-current=step]');
const firstCall = (page: Page) => step(page).getByRole('status');

async function makeFirstAdmin(page: Page): Promise<void> {
  await page.getByLabel('Your name').fill('Asha');
  await page.getByLabel('E-mail').fill(emailOf('Asha'));
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Make the account' }).click();
}

test('the first admin is led from the name of the desk to its first record', async ({ ownDesk, person }) => {
  const asha = await person(null, { permissions: ['clipboard-read', 'clipboard-write'] });
  await asha.goto(ownDesk.url);
  await makeFirstAdmin(asha);
  await expect(heading(asha)).toHaveText('Set up');

  const name = '<img src=x onerror=alert(1)>"Sharma & Co';
  await expect(step(asha).getByRole('heading')).toHaveText('The desk');
  await step(asha).getByLabel('Name').fill(name);
  await step(asha).getByLabel('Country').selectOption('India');
  await step(asha).getByLabel('Time zone').fill('Asia/Dubai');
  await step(asha).getByRole('button', { name: 'Save and go on' }).click();
  await expect(rail(asha)).toContainText(name);
  await expect(asha).toHaveTitle(`Set up · ${name}`);
  await expect(asha.getByRole('contentinfo')).toContainText('Asia/Dubai');

  await expect(step(asha).getByRole('heading')).toBeFocused();
  await expect(step(asha)).toContainText('PIOPIY cannot reach this URL: it leads to this machine only.');
  await step(asha).getByRole('button', { name: 'Copy' }).click();
  await expect(step(asha).getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await asha.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(`${ownDesk.url}/api/webhook/cdr/${token}`);
  await step(asha).getByRole('button', { name: 'It is in PIOPIY' }).click();

  await expect(firstCall(asha)).toHaveText('Waiting for your first call…');
  await look(asha, `${ownDesk.url}/setup`);
  await expect(firstCall(asha)).toHaveText('Waiting for your first call…');
  await step(asha).getByRole('button', { name: 'Send a test call' }).click();
  await expect(firstCall(asha)).toHaveText('The test call is on the desk.');

  await step(asha).getByRole('link', { name: 'Go to the desk' }).click();
  await expect(asha).toHaveTitle(`(1) ${name}`);
  const test = callerRows(asha).filter({ hasText: '+440000000001' });
  await expect(test).toContainText('Test call');
  await pressIn(test, 'Called back');
  await expect(asha.getByText('Everybody has been called back.')).toBeVisible();

  await rail(asha).getByRole('link', { name: 'Settings' }).click();
  await asha.getByRole('link', { name: 'Go through the first steps again' }).click();
  await expect(firstCall(asha)).toHaveText('The test call is on the desk.');
  // What PIOPIY posts with the URL that was copied shows by itself.
  const call = aMissedCall(aDid());
  const answer = await fetch(copied, { method: 'POST', body: JSON.stringify(call) });
  expect(answer.status).toBe(200);
  await expect(firstCall(asha)).toContainText('Records come in.');
  await step(asha).getByRole('link', { name: 'Go to the desk' }).click();
  await expect(rowOf(asha, call)).toBeVisible();
});

test('every step can be skipped, and come back to from the empty board', async ({ ownDesk, person }) => {
  const asha = await person('Asha');
  await look(asha, ownDesk.url);
  await asha.getByRole('link', { name: 'Set the desk up' }).click();
  await expect(step(asha).getByRole('heading')).toHaveText('The desk');
  await step(asha).getByRole('button', { name: 'Skip' }).click();
  await expect(step(asha).getByRole('heading')).toHaveText('The webhook');
  await step(asha).getByRole('button', { name: 'Skip' }).click();
  await expect(firstCall(asha)).toHaveText('Waiting for your first call…');
  await step(asha).getByRole('link', { name: 'Go to the desk' }).click();
  await asha.getByRole('link', { name: 'Set the desk up' }).click();
  await expect(asha.getByRole('listitem').filter({ hasText: 'Skipped' })).toHaveCount(2);
  await asha.getByRole('button', { name: 'Open' }).first().click();
  await expect(step(asha).getByLabel('Name')).toHaveValue('');
  await step(asha).getByLabel('Name').fill('Sharma Clinic');
  await step(asha).getByRole('button', { name: 'Save and go on' }).click();
  await expect(rail(asha)).toContainText('Sharma Clinic');
  await expect(asha.getByRole('listitem').filter({ hasText: 'Skipped' })).toHaveCount(1);
});

test('who is no admin sees the desk, and nothing of the webhook', async ({ ownDesk, person }) => {
  const page = await person('Ravi');
  await look(page, ownDesk.url);
  await expect(page.getByText('No calls yet. Waiting for the first record…')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Set the desk up' })).toHaveCount(0);
  const answer = await page.goto(`${ownDesk.url}/setup`);
  await expect(page.getByText('Only admins can see this page.')).toBeVisible();
  expect(await answer!.text()).not.toContain(token);

  const asha = await person('Asha');
  const shown = await asha.goto(`${ownDesk.url}/setup`);
  expect(await shown!.text(), 'control: an admin’s page has it').toContain(token);
});

test.describe('a wrong value', () => {
  test.use({ expectedTrouble: /status of 400 .*\/api\/setup/ });

  test('is told beside its field, and what was typed stays', async ({ desk, person }) => {
    const asha = await person('Asha');
    await look(asha, `${desk.url}/setup`);
    await step(asha).getByLabel('Name').fill('Sharma Clinic');
    await step(asha).getByLabel('Time zone').fill('Asia/Atlantis');
    await step(asha).getByRole('button', { name: 'Save and go on' }).click();
    await expect(step(asha).getByLabel('Time zone')).toHaveAccessibleDescription(
      /Must be a time zone such as Asia\/Kolkata\./,
    );
    await expect(step(asha).getByLabel('Name')).toHaveValue('Sharma Clinic');
    await expect(rail(asha)).toContainText('Ringback');
  });
});
