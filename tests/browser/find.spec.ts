/** Finding what was: filters in the address, saved views, all calls, and files of what is listed. */

import { readFileSync } from 'node:fs';
import { expect, type Page } from 'playwright/test';
import { aMissedCall, shown, waiting } from './calls';
import { test } from './desk';
import { callerRows, look, rowOf } from './on-screen';

const filters = (page: Page) => page.getByRole('dialog', { name: 'Filters' });
const chips = (page: Page) => page.getByRole('navigation', { name: 'Filtered by' });

test('filters are set in a form, stand in the address and as chips, and are taken away one by one', async ({
  desk,
  reader,
}) => {
  const {
    did,
    calls: [spam, settled, open],
  } = await waiting(desk, 3, 2, 1);
  const asha = await reader('Asha', did, { view: 'all' });
  for (const [call, outcome] of [
    [spam, 'spam'],
    [settled, 'no_need'],
  ] as const) {
    const answer = await desk.cast.getAs('Asha', `/api/cases?q=${call.from}`);
    const { cases } = (await answer.json()) as { cases: { id: string }[] };
    await desk.cast.postAs('Asha', `/api/cases/${cases[0]!.id}/decisions`, { kind: outcome });
  }
  await asha.getByRole('button', { name: /^Filter/ }).click();
  await filters(asha).getByLabel('Outcome').selectOption('Spam');
  await filters(asha).getByLabel('From').fill('2026-01-01');
  await filters(asha).getByRole('button', { name: 'Show' }).click();
  await expect(filters(asha)).toBeHidden();
  await expect(rowOf(asha, spam)).toBeVisible();
  await expect(callerRows(asha)).toHaveCount(1);
  await expect(asha).toHaveURL(/outcome=spam&from=2026-01-01/);
  await expect(asha.getByRole('button', { name: /^Filter/ })).toContainText('3 set');

  await asha.reload();
  await expect(chips(asha).getByRole('link')).toHaveText([
    /^/,
    /^Spam/,
    /^Missed: from 1 Jan 2026/,
    'Clear all',
  ]);
  await chips(asha).getByRole('link', { name: 'Spam' }).click();
  await expect(callerRows(asha)).toHaveCount(3);
  await expect(rowOf(asha, open)).toBeVisible();
  await asha.goBack();
  await expect(callerRows(asha)).toHaveCount(1);
  await chips(asha).getByRole('link', { name: 'Clear all' }).click();
  await expect(asha).toHaveURL(`${desk.url}/?view=all`);
  await expect(chips(asha)).toHaveCount(0);
});

test('what somebody saves under a name is theirs: it leads back, and is renamed and removed', async ({
  desk,
  reader,
}) => {
  const { did } = await waiting(desk, 1);
  const mala = await reader('Mala', did, { view: 'closed', outcome: 'spam' });
  const address = mala.url();
  const saved = mala.getByRole('navigation', { name: 'Saved views' });
  const dialog = mala.getByRole('dialog', { name: 'Saved views' });
  await mala.getByRole('button', { name: 'Save view' }).click();
  await expect(dialog).toContainText('Spam');
  await dialog.getByLabel('Name of the view').fill('Spam of Sales');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(saved.getByRole('link', { name: 'Spam of Sales' })).toHaveAttribute('aria-current', 'page');

  await look(mala, desk.url);
  await saved.getByRole('link', { name: 'Spam of Sales' }).click();
  const params = (url: string) => [...new URL(url).searchParams].sort();
  await expect.poll(() => params(mala.url())).toEqual(params(address));
  await saved.getByRole('button', { name: 'Edit' }).click();
  await dialog.getByLabel('New name of Spam of Sales').fill('Nuisance');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(dialog.getByLabel('New name of Nuisance')).toBeVisible();

  const ravi = await reader('Ravi', did);
  await expect(ravi.getByRole('link', { name: 'All calls' })).toBeVisible();
  await expect(ravi.getByText('Nuisance')).toHaveCount(0);

  await dialog.getByRole('button', { name: 'Remove Nuisance' }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(saved).toHaveCount(0);
});

test('all calls of a number, page by page, one of them leading to its case', async ({ desk, person }) => {
  const { did, calls } = await waiting(desk, ...Array.from({ length: 52 }, (_, index) => 2 + index / 60));
  const asha = await person('Asha');
  await look(asha, desk.url);
  await asha.getByRole('link', { name: 'All calls' }).click();
  await expect(asha).toHaveTitle(/All calls · Ringback$/);
  await look(asha, `${desk.url}/calls?did=%2B${did}`);
  const rows = asha.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(51);
  await asha.getByRole('link', { name: 'Older' }).click();
  await expect(rows).toHaveCount(3);
  await asha.getByRole('link', { name: 'Newer' }).click();
  await expect(rows).toHaveCount(51);

  const later = aMissedCall(did);
  await desk.post(later);
  await look(asha, `${desk.url}/calls?did=%2B${did}`);
  await expect(rows.nth(1)).toContainText(shown(later.from));
  const comes = aMissedCall(did, {}, 0.5);
  await desk.post(comes);
  await expect(rows.nth(1), 'without a reload').toContainText(shown(comes.from));

  await asha.getByLabel('Name or number').fill(String(calls[7]!.from).slice(-7));
  await asha.getByLabel('What it was').selectOption('Missed');
  await asha.getByRole('button', { name: 'Show' }).click();
  await expect(rows).toHaveCount(2);
  await rows.getByRole('link', { name: 'Case' }).click();
  await expect(asha.getByRole('heading', { name: shown(calls[7]!.from) })).toBeVisible();
});

test('the file holds what the filters leave, and a viewer is offered none', async ({ desk, reader }) => {
  const {
    did,
    calls: [wanted, other],
  } = await waiting(desk, 2, 1);
  const asha = await reader('Asha', did, { q: String(wanted.from) });
  await expect(callerRows(asha)).toHaveCount(1);
  const coming = asha.waitForEvent('download');
  await asha.getByRole('link', { name: 'Export' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe('cases.csv');
  const text = readFileSync(await file.path(), 'utf8');
  expect(text.startsWith('\uFEFFCaller,Name,')).toBe(true);
  expect(text).toContain(`tel:+${wanted.from}`);
  expect(text).not.toContain(String(other.from));
  const cleo = await reader('Cleo', did);
  await expect(callerRows(cleo)).toHaveCount(2);
  await expect(cleo.getByRole('link', { name: 'Export' })).toHaveCount(0);
});
