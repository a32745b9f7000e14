/** The first paint holds the rows, before and without any script. */

import { expect } from 'playwright/test';
import { aDid, aLegB } from '../../builders';
import { aMissedCall, shown, waiting } from '../calls';
import { test } from '../desk';
import { callerRows, detailOf, look, pressIn, rowOf } from '../on-screen';

const withoutScript = { javaScriptEnabled: false };

test('the HTML of the response holds the row in its table', async ({ desk }) => {
  const { did, calls } = await waiting(desk, 5);
  const response = await desk.cast.getAs('Asha', new URL(desk.board(did)).search.replace(/^/, '/'));
  const table = /<table[\s\S]*<\/table>/.exec(await response.text())?.[0];
  expect(table).toContain(shown(calls[0].from));
  expect(table).toContain(`href="tel:+${calls[0].from}"`);
  expect(response.headers.get('cache-control')).toContain('no-store');
});

test('without a script the rows are there, and can be called', async ({ desk, person }) => {
  const { did, calls } = await waiting(desk, 6, 3);
  await desk.post(aMissedCall(did, { from: calls[0].from }));
  const asha = await person('Asha', withoutScript);
  await asha.goto(desk.board(did));
  await expect(asha.getByRole('row').filter({ hasText: shown(calls[0].from) })).toContainText('rang 2 times');
  const row = asha.getByRole('row').filter({ hasText: shown(calls[1].from) });
  await expect(row.getByRole('link', { name: 'Call' })).toHaveAttribute('href', `tel:+${calls[1].from}`);
  await expect(asha.getByRole('heading', { level: 1 })).toContainText(shown(did));
  await expect(asha.getByRole('status')).toHaveText(/^As of \d\d:\d\d$/);
});

test('without a script nothing is offered that needs one', async ({ desk, person }) => {
  const { did } = await waiting(desk, 6);
  const asha = await person('Asha', withoutScript);
  await asha.goto(desk.board(did));
  await expect(asha.getByRole('row')).toHaveCount(2);
  await expect(asha.getByRole('button')).toHaveCount(0);
});

test('without a script views and numbers are links', async ({ desk, person }) => {
  const { did, calls } = await waiting(desk, 6);
  await desk.post(aMissedCall(did, { from: 'anonymous' }));
  const other = await waiting(desk, 4);
  const asha = await person('Asha', withoutScript);
  await asha.goto(desk.board(did));
  const views = asha.getByRole('navigation', { name: 'Views', exact: true });
  await views.getByRole('link', { name: 'No number' }).click();
  await expect(asha).toHaveURL(desk.board(did, { view: 'uncallable' }));
  await expect(asha.getByRole('row', { name: 'anonymous' })).toBeVisible();
  await views.getByRole('link', { name: 'All' }).click();
  await expect(asha.getByRole('row')).toHaveCount(3);
  await views.getByRole('link', { name: 'Done' }).click();
  await expect(asha.getByText(`Nothing is done yet on ${shown(did)}.`)).toBeVisible();
  await views.getByRole('link', { name: 'Open' }).click();
  await expect(asha.getByRole('row', { name: shown(calls[0].from) })).toBeVisible();
  await asha
    .getByRole('navigation', { name: 'Numbers', exact: true })
    .getByRole('link', { name: shown(other.did) })
    .click();
  await expect(asha.getByRole('row', { name: shown(other.calls[0].from) })).toBeVisible();
  await expect(asha.getByRole('row', { name: shown(calls[0].from) })).toHaveCount(0);
});

test('without a script the search is a form that keeps the number and the view', async ({ desk, person }) => {
  const { did, calls } = await waiting(desk, 6, 3);
  const asha = await person('Asha', withoutScript);
  await asha.goto(desk.board(did, { view: 'all' }));
  const part = String(calls[0].from).slice(-6);
  await asha.getByRole('textbox', { name: 'Search' }).fill(part);
  await asha.keyboard.press('Enter');
  await expect(asha).toHaveURL((url) => {
    const { view, did: shownDid, q } = Object.fromEntries(url.searchParams);
    return view === 'all' && shownDid === `+${did}` && q === part;
  });
  await expect(asha.getByRole('row', { name: shown(calls[0].from) })).toBeVisible();
  await expect(asha.getByRole('row')).toHaveCount(2);
  await expect(asha.getByRole('textbox', { name: 'Search' })).toHaveValue(part);
  await asha.getByRole('link', { name: 'Clear the search' }).click();
  await expect(asha.getByRole('row')).toHaveCount(3);
});

test('a reader far away, with another clock and language, gets the same page and the desk’s times', async ({
  desk,
  person,
}) => {
  const did = aDid();
  const call = aMissedCall(did, {}, 400);
  await desk.post(call);
  await desk.post(aLegB(call));
  const there = await person('Ravi', { timezoneId: 'America/New_York', locale: 'de-DE' });
  const here = await person('Asha');
  for (const page of [there, here]) {
    await look(page, desk.board(did));
    await pressIn(rowOf(page, call), 'More about');
    await expect(detailOf(page, call)).toBeVisible();
  }
  const times = await here.getByRole('time').allTextContents();
  expect(times.length).toBeGreaterThan(1);
  await expect(there.getByRole('time')).toHaveText(times);
  await expect(there.getByRole('contentinfo')).toContainText('Times in Asia/Kolkata');
});

test('rows of every kind come to life without a complaint', async ({ desk, reader }) => {
  const { did } = await waiting(desk, 60 * 24 * 400, 60 * 24 * 3, 60 * 5, 25, 0);
  await desk.post(aMissedCall(did, { from: 'anonymous' }));
  await desk.post(aMissedCall(did, { from: 440000000001 }));
  await desk.post(aMissedCall(did, { start_time: undefined, end_time: undefined }));
  for (const view of ['open', 'uncallable', 'closed', 'all']) {
    const asha = await reader('Asha', did, { view });
    await expect(asha.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test.describe('control', () => {
  test.use({ expectedTrouble: /./ });

  test('a page that the script finds different from the server’s is noticed by these tests', async ({
    desk,
    person,
    trouble,
  }) => {
    const { did, calls } = await waiting(desk, 5);
    const asha = await person('Asha');
    await asha.route(desk.board(did), async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      await route.fulfill({ response, body: html.replace(`>${shown(calls[0].from)}<`, '>somebody else<') });
    });
    await look(asha, desk.board(did));
    await expect(callerRows(asha)).toHaveCount(1);
    expect(trouble.join()).toMatch(/hydrat|#418/i);
  });
});
