/** The report: its figures open the rows behind them, its days stand in the address, and it needs no script. */

import { expect, type Page } from 'playwright/test';
import { aReportedDay, shown } from './calls';
import { test } from './desk';
import { callerRows, look } from './on-screen';

const figure = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
const tableOf = (page: Page, name: string) => page.getByRole('table', { name });

test('a figure says how it is counted, and a click opens the rows that it counted', async ({
  desk,
  person,
}) => {
  const { did, calls } = await aReportedDay(desk);
  const asha = await person('Asha');
  await look(asha, `${desk.url}/reports?did=%2B${did}`);
  const rate = figure(asha, 'Answer rate');
  await expect(rate).toContainText('25%');
  await rate.getByText('How this is counted').click();
  await expect(rate).toContainText('Answered ÷ (answered + missed)');
  await expect(rate.getByRole('link', { name: 'Rule 8', exact: true })).toHaveAttribute(
    'href',
    '/rules#rule-8',
  );
  await expect(figure(asha, 'Called back in time')).toContainText('0%');
  await expect(figure(asha, 'Median time to callback')).toContainText('50 min');

  await rate.getByRole('link', { name: '3', exact: true }).click();
  await expect(asha.getByRole('heading', { level: 1 })).toHaveText('Missed calls');
  await expect(callerRows(asha)).toHaveCount(3);
  await asha.getByRole('link', { name: 'Back to the report' }).click();
  await figure(asha, 'Median time to callback').getByRole('link', { name: '2', exact: true }).click();
  await expect(callerRows(asha)).toHaveText([
    new RegExp(last4(calls[2].from)),
    new RegExp(last4(calls[1].from)),
  ]);
  await asha.goBack();
  await tableOf(asha, 'By person')
    .getByRole('row', { name: 'Asha' })
    .getByRole('link', { name: '1', exact: true })
    .click();
  await expect(callerRows(asha)).toHaveText([new RegExp(last4(calls[0].from))]);
  await callerRows(asha).getByRole('link').click();
  await expect(asha).toHaveURL(/\/cases\//);
});

test('the picture of the hours leads to its calls, and the table behind says the same', async ({
  desk,
  person,
}) => {
  const { did } = await aReportedDay(desk);
  const asha = await person('Asha');
  await look(asha, `${desk.url}/reports?did=%2B${did}`);
  const hours = asha.getByRole('region', { name: 'Missed by weekday and hour' });
  await expect(tableOf(asha, 'Missed by weekday and hour')).toBeHidden();
  await hours.getByText('As a table').click();
  const cells = tableOf(asha, 'Missed by weekday and hour').getByRole('link');
  const [counted, drawn] = [await cells.count(), await hours.locator('svg a').count()];
  expect(counted).toBeGreaterThan(0);
  expect(drawn).toBe(counted);
  await hours.locator('svg a').first().click();
  await expect(asha.getByRole('heading', { level: 1 })).toHaveText('Answered and missed calls');
  expect(await callerRows(asha).count()).toBeGreaterThan(0);
});

test('days, numbers and people stand in the address, and need no script', async ({ desk, person }) => {
  const { did } = await aReportedDay(desk);
  const asha = await person('Asha', { javaScriptEnabled: false });
  await asha.goto(`${desk.url}/reports`);
  await asha.getByRole('link', { name: 'Last 7 days' }).click();
  await expect(asha).toHaveURL(/\?from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d$/);
  await asha.getByText('Numbers: all').click();
  await asha.getByRole('checkbox', { name: shown(did) }).check();
  await asha.getByText('People: all').click();
  await asha.getByRole('checkbox', { name: 'Asha', exact: true }).check();
  await asha.getByRole('button', { name: 'Show' }).click();
  await expect(asha).toHaveURL(new RegExp(`did=%2B${did}&who=Asha$`));
  await expect(asha.getByText('Numbers: 1 chosen')).toBeVisible();
  await expect(tableOf(asha, 'By number').getByRole('row')).toHaveCount(2);
  await expect(callerRows(asha).filter({ hasText: 'Asha' })).toHaveCount(1);
  await asha.getByRole('link', { name: '25%' }).first().click();
  await expect(callerRows(asha)).toHaveCount(4);
});

test('a viewer reads it, and takes no file', async ({ desk, person }) => {
  const { did, calls } = await aReportedDay(desk);
  const cleo = await person('Cleo');
  await look(cleo, `${desk.url}/reports?did=%2B${did}`);
  await expect(figure(cleo, 'Answer rate')).toContainText('25%');
  await expect(cleo.getByRole('link', { name: 'CSV' })).toHaveCount(0);
  await figure(cleo, 'Answer rate').getByRole('link', { name: '25%' }).click();
  await expect(callerRows(cleo)).toHaveCount(4);
  await expect(cleo.getByText(shown(calls[0].from))).toHaveCount(0);
});

test('on paper stand the figures and the tables, without the desk around them', async ({ desk, person }) => {
  const { did } = await aReportedDay(desk);
  const asha = await person('Asha');
  await look(asha, `${desk.url}/reports?did=%2B${did}`);
  await asha.emulateMedia({ media: 'print' });
  await expect(figure(asha, 'Answer rate')).toBeVisible();
  await expect(tableOf(asha, 'Answered and missed by day')).toBeVisible();
  await expect(asha.getByRole('navigation')).toHaveCount(0);
  await expect(asha.getByRole('button', { name: 'Show' })).toBeHidden();
});

function last4(number: unknown): string {
  return String(number).slice(-4);
}
