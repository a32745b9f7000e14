/** What each role sees: a viewer nothing that changes anything, an agent nothing of the admins'. */

import { expect, type Page } from 'playwright/test';
import { shown, waiting } from './calls';
import { test } from './desk';
import { callerRows, look, pressIn } from './on-screen';

const adminPages = [
  '/settings',
  '/quarantine',
  '/quarantine/try',
  '/people',
  '/audit',
  '/callers/import',
  '/data',
  '/data/tokens',
  '/data/withdrawal',
  '/data/retention',
  '/data/erasure',
  '/costs',
];

const pagesInRail = (page: Page) =>
  page.getByRole('navigation', { name: 'Desk', exact: true }).getByRole('link');

test('a viewer sees rows with numbers in part, and nothing to press', async ({ desk, reader }) => {
  const { did, calls } = await waiting(desk, 9, 5);
  const cleo = await reader('Cleo', did);
  await expect(callerRows(cleo)).toHaveCount(2);
  await expect(cleo.getByText(shown(calls[0].from))).toHaveCount(0);
  await expect(callerRows(cleo).first()).toContainText('•');
  for (const name of [/Called back/, /Claim/, /^Call/]) {
    await expect(callerRows(cleo).getByRole('button', { name })).toHaveCount(0);
  }
  await expect(callerRows(cleo).getByRole('link', { name: /^Call / })).toHaveCount(0);
  await pressIn(callerRows(cleo).first(), 'More about');
  const detail = cleo.getByRole('region', { name: /^Calls of/ });
  await expect(detail).toBeVisible();
  await expect(detail.getByRole('button')).toHaveCount(0);
  await expect(detail.getByRole('textbox')).toHaveCount(0);
  await expect(pagesInRail(cleo)).toHaveText(['All calls', 'Reports', 'Rules']);
});

test('the keys of a viewer change nothing', async ({ desk, reader }) => {
  const { did } = await waiting(desk, 9);
  const cleo = await reader('Cleo', did);
  const said: string[] = [];
  cleo.on('request', (request) => {
    if (request.method() !== 'GET') said.push(request.url());
  });
  for (const key of ['j', 'e', 't', 'm', 's', 'l', 'n', 'z']) await cleo.keyboard.press(key);
  await cleo.keyboard.press('?');
  const keys = cleo.getByRole('dialog', { name: 'Keys' });
  await expect(keys).toContainText('Next row');
  await expect(keys).not.toContainText('Called back');
  expect(said).toEqual([]);
  await expect(callerRows(cleo)).toHaveCount(1);
});

test('an agent works on rows and sees no admin pages', async ({ desk, reader }) => {
  const { did } = await waiting(desk, 9);
  const ravi = await reader('Ravi', did);
  await expect(callerRows(ravi).getByRole('button', { name: 'Called back' })).toHaveCount(1);
  await expect(pagesInRail(ravi)).toHaveText(['All calls', 'Callers', 'Reports', 'Rules']);
  for (const address of adminPages) {
    await ravi.goto(desk.url + address);
    await expect(ravi.getByRole('heading', { level: 1 })).toHaveText('Only admins can see this page.');
  }
});

// On a desk of its own: what the first admin did must not have gone to an older page.
test('an admin sees them, and who did what', async ({ ownDesk, person }) => {
  const { did } = await waiting(ownDesk, 9);
  const asha = await person('Asha');
  await look(asha, ownDesk.board(did));
  await expect(pagesInRail(asha)).toHaveText([
    'All calls',
    'Callers',
    'Reports',
    /^Not understood/,
    'Settings',
    'People',
    'Data and costs',
    'Audit',
    'Rules',
  ]);
  await ownDesk.cast.exist('Ravi');
  await pagesInRail(asha).filter({ hasText: 'Audit' }).click();
  const rows = asha.getByRole('list', { name: 'Who did what' }).getByRole('listitem');
  await expect(rows.filter({ hasText: 'Asha made the first admin' })).toHaveCount(1);
  await expect(rows.filter({ hasText: 'Ravi accepted an invitation' })).toHaveCount(1);
});

test('somebody limited to a number sees that one only', async ({ desk, person }) => {
  const [sales, support] = [await waiting(desk, 9), await waiting(desk, 8)];
  const asha = await person('Asha');
  await desk.cast.exist('Zoya');
  await look(asha, `${desk.url}/people`);
  await asha.getByRole('button', { name: 'Change Zoya' }).click();
  const form = asha.getByRole('form', { name: 'Change Zoya' });
  await form.getByLabel('Only some').check();
  await form.getByLabel(shown(sales.did)).check();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(asha.getByRole('listitem').filter({ hasText: 'zoya@' })).toContainText(shown(sales.did));

  const zoya = await person('Zoya');
  await look(zoya, desk.url);
  await expect(callerRows(zoya)).toHaveCount(1);
  await expect(callerRows(zoya)).toContainText(shown(sales.calls[0].from));
  await look(zoya, desk.board(support.did));
  await expect(callerRows(zoya)).toHaveCount(0);
});
