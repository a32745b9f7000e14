/** What was not understood waits to be read again or discarded; a record can be tried without being kept. */

import { expect, type Page } from 'playwright/test';
import { aCaller, aDid } from '../builders';
import type { Desk } from './built-desk';
import { aMissedCall, postNonsense, shown } from './calls';
import { test } from './desk';
import { callerRows, look, toastOf } from './on-screen';

const cards = (page: Page) => page.getByRole('list', { name: 'Not understood' }).getByRole('listitem');

test('what comes in shows by itself, stays when it is read in vain, and is discarded with a note only', async ({
  ownDesk,
  person,
}) => {
  const asha = await person('Asha');
  await look(asha, `${ownDesk.url}/quarantine`);
  await expect(asha.getByText('Every record was understood.')).toBeVisible();
  await expect(cards(asha)).toHaveCount(0);

  await postNonsense(ownDesk, 1);
  await expect(cards(asha)).toHaveCount(1);
  await expect(cards(asha).getByRole('region', { name: /^Body/ })).toContainText('"nonsense": 1');
  await expect(asha.getByRole('link', { name: 'Not understood 1' })).toBeVisible();

  await test.step('read again', async () => {
    await postNonsense(ownDesk, 1);
    await expect(cards(asha)).toHaveCount(2);
    await cards(asha).first().getByRole('button', { name: 'Read again' }).click();
    await expect(toastOf(asha, 'Still not understood.')).toBeVisible();
    await asha.getByRole('button', { name: 'Read all again' }).click();
    await expect(toastOf(asha, 'None of them is understood yet: 2 still wait.')).toBeVisible();
    await expect(cards(asha)).toHaveCount(2);
  });

  await test.step('discarded', async () => {
    await cards(asha).first().getByRole('button', { name: 'Discard' }).click();
    const dialog = asha.getByRole('dialog', { name: 'Discard' });
    await dialog.getByRole('button', { name: 'Discard' }).click();
    await expect(dialog).toBeVisible();
    await dialog.getByRole('textbox').fill('A test of ours');
    await asha.keyboard.press('Enter');
    await expect(toastOf(asha, 'Discarded.')).toBeVisible();
    await expect(cards(asha)).toHaveCount(1);
    await expect(cards(asha)).toContainText('"nonsense": 1');
  });

  await test.step('more than a page holds', async () => {
    await postNonsense(ownDesk, 52);
    await look(asha, `${ownDesk.url}/quarantine`);
    await expect(cards(asha)).toHaveCount(50);
    await asha.getByRole('button', { name: 'Show more' }).click();
    await expect(cards(asha)).toHaveCount(53);
    await expect(asha.getByRole('button', { name: 'Show more' })).toHaveCount(0);
  });
});

test.describe('a tried record', () => {
  test.use({ expectedTrouble: /status of 400 .*\/api\/record-test/ });

  async function tryIt(page: Page, desk: Desk, text: string): Promise<void> {
    await look(page, `${desk.url}/quarantine/try`);
    await page.getByLabel('Paste a record').fill(text);
    await page.getByRole('button', { name: 'Read it' }).click();
  }

  test('is told in our words with its verdict, and is not kept', async ({ desk, person }) => {
    const [did, from] = [aDid(), aCaller()];
    const asha = await person('Asha');
    await tryIt(asha, desk, JSON.stringify(aMissedCall(did, { from })));
    await expect(asha.getByText(`It would put ${shown(from)} on the desk.`)).toBeVisible();
    await expect(asha.getByRole('region', { name: 'The call' }).getByRole('link')).toHaveAttribute(
      'href',
      '/rules#rule-9',
    );
    await look(asha, desk.board(did, { view: 'all' }));
    await expect(callerRows(asha)).toHaveCount(0);
  });

  test('may be written as the documentation prints it', async ({ desk, person }) => {
    const asha = await person('Asha');
    const { from } = aMissedCall(aDid());
    const text = `{ type: 'cdr', leg: 'a', direction: 'inbound', status: 'missed', from: ${from}, to: ${aDid()}, }`;
    await tryIt(asha, desk, text);
    await expect(asha.getByText(`It would put ${shown(from)} on the desk.`)).toBeVisible();
  });

  test('that is none is told in a sentence', async ({ desk, person }) => {
    const asha = await person('Asha');
    await tryIt(asha, desk, 'Good morning');
    await expect(asha.getByRole('alert').filter({ hasText: /\w/ })).toHaveText(/\.$/);
    await tryIt(asha, desk, '   ');
    await expect(asha.getByText('There is nothing to read yet')).toBeVisible();
  });
});
