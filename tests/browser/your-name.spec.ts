/** Who is sitting here: asked once, remembered by the browser. */

import { expect, type Page } from 'playwright/test';
import type { CdrJson } from '../builders';
import { shown, waiting } from './calls';
import { test } from './desk';
import { callerRows, look, rowOf, toastOf } from './on-screen';

test('it is asked once, goes with the mark, and the browser remembers it', async ({ desk, reader }) => {
  const { did, calls } = await waiting(desk, 9, 8, 7);
  const asha = await reader(null, did);
  const dialog = asha.getByRole('dialog', { name: 'Who are you?' });

  await markOf(asha, calls[0]).click();
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await asha.keyboard.type('Asha');
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(dialog).toBeHidden();
  await expect(toastOf(asha, `Called back: ${shown(calls[0].from)}`)).toBeVisible();

  await markOf(asha, calls[1]).click();
  await expect(toastOf(asha, `Called back: ${shown(calls[1].from)}`)).toBeVisible();
  await asha.reload();
  await expect(asha.getByRole('complementary')).toContainText('Asha');
  await markOf(asha, calls[2]).click();
  await expect(rowOf(asha, calls[2])).toHaveCount(0);
  await expect(dialog).toBeHidden();

  await look(asha, desk.board(did, { view: 'closed' }));
  await expect(callerRows(asha)).toHaveText([/Asha, just now/, /Asha, just now/, /Asha, just now/]);
});

test('who does not say it has marked nothing', async ({ desk, reader }) => {
  const { did, calls } = await waiting(desk, 9);
  const asha = await reader(null, did);
  const dialog = asha.getByRole('dialog', { name: 'Who are you?' });
  await markOf(asha, calls[0]).click();
  await asha.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await markOf(asha, calls[0]).click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await expect(rowOf(asha, calls[0])).toBeVisible();
  await asha.reload();
  await expect(rowOf(asha, calls[0])).toContainText('nobody yet');
});

test('it can be changed', async ({ desk, reader }) => {
  const { did, calls } = await waiting(desk, 9);
  const asha = await reader(null, did);
  await asha.getByRole('button', { name: 'set your name' }).click();
  await asha.getByRole('textbox', { name: 'Who are you?' }).fill('Asha');
  await asha.keyboard.press('Enter');
  await asha.getByRole('button', { name: 'change your name' }).click();
  await asha.getByRole('textbox', { name: 'Who are you?' }).fill('Ravi');
  await asha.keyboard.press('Enter');
  await markOf(asha, calls[0]).click();
  await expect(toastOf(asha, 'Called back')).toBeVisible();
  await look(asha, desk.board(did, { view: 'closed' }));
  await expect(rowOf(asha, calls[0])).toContainText('Ravi, just now');
});

function markOf(page: Page, call: CdrJson) {
  return rowOf(page, call).getByRole('button', { name: 'Called back' });
}
