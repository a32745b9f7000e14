/** One number, one view: what is shown is in the address. */

import { expect } from 'playwright/test';
import { aCaller, aDid } from '../builders';
import { aMissedCall, shown, waiting } from './calls';
import { test } from './desk';
import { callerRows, pressIn, rowOf } from './on-screen';

test('the address with a DID shows that number only', async ({ desk, reader }) => {
  const sales = aDid();
  const support = aDid();
  const [toSales, toSupport, laterToSales] = [aMissedCall(sales), aMissedCall(support), aMissedCall(sales)];
  await desk.post(toSales);
  const asha = await reader('Asha', sales);
  await desk.post(toSupport);
  await desk.post(laterToSales);
  await expect(rowOf(asha, laterToSales)).toBeVisible();
  await expect(callerRows(asha)).toHaveCount(2);
  await expect(rowOf(asha, toSupport)).toHaveCount(0);
  await expect(asha.getByRole('heading', { level: 1 })).toContainText(shown(sales));
});

test('choosing a number changes the address; a reload and the way back keep it', async ({ desk, reader }) => {
  const sales = aDid();
  const support = aDid();
  const [toSales, toSupport] = [aMissedCall(sales), aMissedCall(support)];
  await desk.post(toSales);
  await desk.post(toSupport);
  const asha = await reader('Asha', sales);
  const numbers = asha.getByRole('navigation', { name: 'Numbers', exact: true });
  await numbers.getByRole('link', { name: `${shown(support)} 1` }).click();
  await expect(asha).toHaveURL(desk.board(support));
  await expect(rowOf(asha, toSupport)).toBeVisible();
  await expect(rowOf(asha, toSales)).toHaveCount(0);
  await asha.reload();
  await expect(rowOf(asha, toSupport)).toBeVisible();
  await asha.goBack();
  await expect(rowOf(asha, toSales)).toBeVisible();
  await expect(rowOf(asha, toSupport)).toHaveCount(0);
});

test('a part of the number finds the caller, while typing', async ({ desk, reader }) => {
  const {
    did,
    calls: [wanted, other],
  } = await waiting(desk, 2, 1);
  const asha = await reader('Asha', did);
  await asha.getByRole('textbox', { name: 'Search' }).pressSequentially(shown(wanted.from).slice(-7));
  await expect(rowOf(asha, other)).toHaveCount(0);
  await expect(rowOf(asha, wanted)).toBeVisible();
  await asha.getByRole('link', { name: 'Clear the search' }).click();
  await expect(rowOf(asha, other)).toBeVisible();
  await expect(asha.getByRole('textbox', { name: 'Search' })).toHaveValue('');
});

test('a caller without a number stands apart from the queue', async ({ desk, reader }) => {
  const did = aDid();
  const asha = await reader('Asha', did);
  await desk.post(aMissedCall(did, { from: 'anonymous' }));
  const call = aMissedCall(did);
  await desk.post(call);
  await expect(rowOf(asha, call)).toBeVisible();
  await expect(callerRows(asha)).toHaveCount(1);
  const views = asha.getByRole('navigation', { name: 'Views', exact: true });
  await views.getByRole('link', { name: 'No number' }).click();
  await expect(callerRows(asha)).toHaveCount(1);
  await expect(callerRows(asha)).toContainText('anonymous');
  await expect(callerRows(asha).getByRole('link', { name: 'Call' })).toHaveCount(0);
});

test('digits of no known numbering plan can be called, as they came', async ({ desk, reader }) => {
  const did = aDid();
  const from = 440_000_000_000 + (aCaller() % 1_000_000);
  await desk.post(aMissedCall(did, { from }));
  const asha = await reader('Asha', did);
  await expect(callerRows(asha)).toContainText(String(from));
  await expect(callerRows(asha).getByRole('link', { name: 'Call' })).toHaveAttribute('href', `tel:${from}`);
});

test('from the story of a hidden caller the way leads to their row', async ({ desk, reader }) => {
  const did = aDid();
  await desk.post(aMissedCall(did, { from: null }));
  const asha = await reader('Asha', did, { view: 'uncallable' });
  await pressIn(callerRows(asha), 'More about');
  await asha.getByRole('link', { name: 'Why is this here?' }).click();
  await asha.getByRole('link', { name: 'Show on the desk' }).click();
  await expect(callerRows(asha).filter({ hasText: shown(did) })).toContainText('Hidden number');
});

test('more rows than a page holds are a click away', async ({ desk, reader }) => {
  const { did } = await waiting(desk, ...Array.from({ length: 53 }, (_, index) => index / 60));
  const asha = await reader('Asha', did);
  await expect(callerRows(asha)).toHaveCount(50);
  await asha.getByRole('link', { name: 'Show more' }).click();
  await expect(callerRows(asha)).toHaveCount(53);
  await expect(asha.getByRole('link', { name: 'Show more' })).toHaveCount(0);
});
