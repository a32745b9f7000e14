/** The wallboard: a link for a screen that nobody sits at, which shows who waits until it is revoked. */

import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'playwright/test';
import { aDid } from '../builders';
import { aMissedCall, shown } from './calls';
import { test } from './desk';
import { look } from './on-screen';

test.use({ expectedTrouble: /status of 401 .*\/api\/wall/ });

test('an admin makes a link; the wall follows the desk without a seat, and ends when the link does', async ({
  desk,
  person,
}) => {
  const did = aDid();
  const call = aMissedCall(did);
  await desk.post(call);
  const asha = await person('Asha');
  await look(asha, `${desk.url}/data/tokens`);
  await asha.getByLabel('For').selectOption('A wall (a link to look at)');
  await asha.getByLabel('Our number').selectOption(shown(did));
  const name = `Wall ${did}`;
  await asha.getByLabel('Name').fill(name);
  await asha.getByRole('button', { name: 'Make it' }).click();
  const link = await asha.locator('code').textContent();

  const wall = await person(null);
  await wall.goto(link!);
  await expect(wall.getByRole('heading', { name: shown(did) })).toBeVisible();
  const rows = wall.getByRole('list', { name: 'Callers who wait' }).getByRole('listitem');
  await expect(rows).toHaveCount(1);
  await expect(wall.locator('body')).not.toContainText(String(call.from).slice(-5));
  expect((await new AxeBuilder({ page: wall }).analyze()).violations).toEqual([]);
  await desk.post(aMissedCall(did));
  await expect(rows).toHaveCount(2);

  await asha.getByRole('button', { name: `Revoke ${name}` }).click();
  await expect(wall.getByRole('heading', { name: 'This link shows nothing any more.' })).toBeVisible();
});
