/** The settings: saved for the desk and for one number, tried before, refused beside the field. */

import { expect, type Page } from 'playwright/test';
import { aDid } from '../builders';
import type { Desk } from './built-desk';
import { aMissedCall, shown, waiting } from './calls';
import { test } from './desk';
import { look, toastOf } from './on-screen';

test.use({ expectedTrouble: /status of 400 .*\/api\/settings/ });

async function settings(page: Page, desk: Desk): Promise<void> {
  await look(page, `${desk.url}/settings`);
}

const deskForm = (page: Page) => page.getByRole('form', { name: 'The desk' });

/** The form of a number, unfolded. */
async function didForm(page: Page, did: number) {
  await page
    .locator('summary')
    .filter({ hasText: shown(did) })
    .click();
  return page.getByRole('form', { name: shown(did) });
}

test('a name given to a number shows on the board', async ({ desk, person }) => {
  const did = aDid();
  await desk.post(aMissedCall(did));
  const asha = await person('Asha');
  await settings(asha, desk);
  const form = await didForm(asha, did);
  await form.getByLabel('Name').fill('Sales');
  await form.getByLabel('This number is ours').check();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(toastOf(asha, 'Saved')).toBeVisible();
  await expect(asha.getByRole('region', { name: 'Saved so far' })).toContainText('Asha saved Sales');
  await look(asha, desk.board(did));
  await expect(asha.getByRole('heading', { level: 1 })).toContainText('Sales');
});

test('a wrong value gets a message beside its field, what was typed stays, and nothing is saved', async ({
  desk,
  person,
}) => {
  const asha = await person('Asha');
  await settings(asha, desk);
  const form = deskForm(asha);
  const wrong = async (what: string, field: string, typed: string, line: string) => {
    await test.step(what, async () => {
      await form.getByLabel(field).fill(typed);
      await form.getByRole('button', { name: 'Save' }).click();
      await expect(form.getByLabel(field)).toBeFocused();
      await expect(form.getByLabel(field)).toHaveAccessibleDescription(line);
      await expect(form.getByLabel(field)).toHaveValue(typed);
      await expect(form.getByRole('alert')).toHaveText('Nothing is saved: a value is wrong.');
      await form.getByRole('button', { name: 'Take back' }).click();
      await expect(form.getByText('Nothing is saved')).toHaveCount(0);
    });
  };
  await wrong('a zone', 'Time zone', 'Asia/Atlantis', 'Must be a time zone such as Asia/Kolkata.');
  await wrong('a number', 'Call back within', '0', 'Must be a whole number of minutes from 1 to 10080.');
  await wrong(
    'a holiday that is no day',
    'Holidays',
    '2026-12-25\n2026-13-01',
    '“2026-13-01”: must be dates such as 2026-12-25.',
  );
  await form.getByLabel('Opening hours').selectOption('By weekday');
  await wrong('hours that end before they begin', 'Tuesday closes', '08:00', 'Must be after the opening.');
  await asha.reload();
  await expect(asha.getByRole('region', { name: 'Saved so far' })).toBeVisible();
  await expect(asha.getByText('saved The desk')).toHaveCount(0);
});

test('trying shows the last 30 days before and after, and saves nothing', async ({ desk, person }) => {
  const { did } = await waiting(desk, 30, 20);
  const asha = await person('Asha');
  await settings(asha, desk);
  const form = await didForm(asha, did);
  await form.getByLabel('Short ring below: whose').selectOption('Its own');
  await form.getByLabel('Short ring below', { exact: true }).fill('9');
  await form.getByRole('button', { name: 'Try it' }).click();
  await expect(form.getByRole('row', { name: /^Missed/ })).toHaveText('Missed22');
  await expect(form.getByRole('row', { name: /^Of these, short/ })).toHaveText('Of these, short02');
  await form.getByRole('button', { name: 'Take back' }).click();
  await asha.reload();
  await expect(asha.getByRole('region', { name: 'Saved so far' })).not.toContainText(shown(did));
});

test('a change can be dated back: calls since then are judged again', async ({ desk, person }) => {
  const { did } = await waiting(desk, 30);
  const asha = await person('Asha');
  await settings(asha, desk);
  const form = await didForm(asha, did);
  await form.getByLabel('Short ring below: whose').selectOption('Its own');
  await form.getByLabel('Short ring below', { exact: true }).fill('9');
  await form.getByLabel('From a date back').check();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(toastOf(asha, 'Saved')).toBeVisible();
  await look(asha, desk.board(did));
  await expect(asha.getByRole('table')).toContainText('short ring');
});

test('what is typed is not lost when somebody else saves', async ({ ownDesk, person }) => {
  const [asha, meera] = [await person('Asha'), await person('Meera')];
  await settings(asha, ownDesk);
  await settings(meera, ownDesk);
  await deskForm(asha).getByLabel('Call back within').fill('20');
  await deskForm(meera).getByLabel('Expires after').fill('14');
  await deskForm(meera).getByRole('button', { name: 'Save' }).click();
  await expect(deskForm(asha).getByLabel('Expires after')).toHaveValue('14');
  await expect(deskForm(asha).getByLabel('Call back within')).toHaveValue('20');
  await deskForm(asha).getByRole('button', { name: 'Save' }).click();
  await expect(deskForm(meera).getByLabel('Call back within')).toHaveValue('20');
  await expect(deskForm(meera).getByLabel('Expires after')).toHaveValue('14');
  await expect(asha.getByText('Asha saved The desk')).toBeVisible();
});

test.describe('what is not saved yet', () => {
  // What the watching fixture notes of the browser's own question, which it answers with "stay".
  const asked = 'dialog: ';
  test.use({ expectedTrouble: /^dialog: $/ });

  const field = (page: Page) => deskForm(page).getByLabel('Call back within');

  async function typeIn(page: Page): Promise<void> {
    await field(page).click();
    await page.keyboard.press('End');
    await page.keyboard.type('5');
    await expect(deskForm(page).getByText('not saved yet')).toBeVisible();
  }

  /** As a closed tab or a typed address would; the page may stay. */
  async function leave(page: Page): Promise<void> {
    await page.evaluate(() => void setTimeout(() => location.assign('/rules')));
  }

  test('the browser asks before it lets go of the page, and no more once it is taken back', async ({
    desk,
    person,
    trouble,
  }) => {
    const asha = await person('Asha');
    await settings(asha, desk);
    await typeIn(asha);
    await leave(asha);
    await expect.poll(() => trouble).toEqual([asked]);
    await expect(field(asha)).toHaveValue('305');
    await deskForm(asha).getByRole('button', { name: 'Take back' }).click();
    await leave(asha);
    await expect(asha).toHaveURL(/\/rules$/);
    expect(trouble).toEqual([asked]);
  });

  test('it is there again after a look at another page of the desk, which asks as well', async ({
    ownDesk,
    person,
    trouble,
  }) => {
    const asha = await person('Asha');
    await settings(asha, ownDesk);
    await typeIn(asha);
    const rail = asha.getByRole('navigation', { name: 'Desk', exact: true });
    await rail.getByRole('link', { name: 'Not understood' }).click();
    await expect(asha.getByRole('heading', { level: 1 })).toHaveText('Not understood');
    await leave(asha);
    await expect.poll(() => trouble).toEqual([asked]);
    await rail.getByRole('link', { name: 'Settings' }).click();
    await expect(field(asha)).toHaveValue('305');
    await deskForm(asha).getByRole('button', { name: 'Save' }).click();
    await expect(toastOf(asha, 'Saved: The desk')).toBeVisible();
    await leave(asha);
    await expect(asha).toHaveURL(/\/rules$/);
    expect(trouble).toEqual([asked]);
  });
});
