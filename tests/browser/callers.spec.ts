/** Who callers are: named once for every desk, marked, written about, and taken over from a list of contacts. */

import { readFileSync } from 'node:fs';
import { expect, type Page } from 'playwright/test';
import { aDid, aLeg } from '../builders';
import { aMissedCall, waiting } from './calls';
import { test } from './desk';
import { callerRows, look, rowOf, toastOf } from './on-screen';

const pageOf = (url: string, from: unknown) => `${url}/callers/${encodeURIComponent(`+${from}`)}`;
const list = (page: Page, name: string) => page.getByRole('list', { name });

test('a name, a mark and a note that one person gives stand on every open desk', async ({
  desk,
  person,
  reader,
}) => {
  const { did, calls } = await waiting(desk, 40, 9);
  const [first, second] = calls;
  await desk.post(aMissedCall(did, { from: first.from }, 3));
  const ravi = await reader('Ravi', did);
  const cleo = await reader('Cleo', did);
  const asha = await person('Asha');
  await look(asha, `${desk.url}/cases/${aLeg(first).callId}`);
  await asha.getByRole('link', { name: 'add a name' }).click();
  const field = asha.getByRole('textbox', { name: 'Name', exact: true });
  await expect(field).toBeFocused();
  await field.fill('  Meera   Pillai ');
  await field.press('Enter');
  await expect(toastOf(asha, 'Saved: Meera Pillai')).toBeVisible();
  await expect(asha.getByRole('heading', { level: 2, name: 'Meera Pillai' })).toBeVisible();
  await expect(asha.getByRole('button', { name: 'Change the name' })).toBeFocused();
  await expect(rowOf(ravi, first)).toContainText('Meera Pillai');
  await expect(callerRows(cleo).filter({ hasText: 'Meera Pillai' })).toContainText('•');

  await expect(list(asha, 'Figures').getByRole('listitem')).toHaveText(['2 rang', '2 missed', '0 reached']);
  await expect(list(asha, 'Cases').getByRole('link')).toHaveCount(1);
  await expect(asha.getByRole('link', { name: 'Call', exact: true })).toHaveAttribute(
    'href',
    `tel:+${first.from}`,
  );

  await asha.getByRole('button', { name: 'Mark as spam' }).click();
  await expect(asha.getByText('No call is hidden and nothing is settled by it.')).toBeVisible();
  await expect(rowOf(ravi, first)).toContainText('spam');
  await expect(callerRows(ravi)).toHaveCount(2);
  await asha.getByRole('button', { name: 'Not spam' }).click();
  await expect(rowOf(ravi, first)).not.toContainText('spam');

  // Two people on one caller's page.
  await look(ravi, pageOf(desk.url, first.from));
  await ravi.getByRole('textbox', { name: 'New note' }).fill('Rings from her shop.\nMornings only.');
  await ravi.getByRole('button', { name: 'Add note' }).click();
  const notes = list(asha, 'Notes').getByRole('listitem');
  await expect(notes).toContainText('Mornings only.');
  await asha.getByRole('textbox', { name: 'New note' }).fill('Her brother is Arun.');
  await asha.getByRole('button', { name: 'Add note' }).click();
  const seenByRavi = list(ravi, 'Notes').getByRole('listitem');
  await expect(seenByRavi).toHaveCount(2);
  await expect(ravi.getByRole('button', { name: 'Remove the note by Asha' })).toHaveCount(0);
  await asha.getByRole('button', { name: 'Remove the note by Ravi' }).click();
  await asha.getByRole('button', { name: 'Remove for good' }).click();
  await expect(seenByRavi).toHaveCount(1);
  await expect(seenByRavi).toContainText('Her brother is Arun.');

  // A call that comes in stands on the page at once; what is said of it, under it.
  const history = list(ravi, 'Calls and decisions the newest first');
  await desk.post(aMissedCall(did, { from: first.from }, 1));
  await expect(list(ravi, 'Figures').getByRole('listitem').first()).toHaveText('3 rang');
  await expect(history.getByText('Missed', { exact: false }).first()).toBeVisible();
  await list(ravi, 'Cases').getByRole('link').click();
  await expect(ravi.getByRole('heading', { name: 'Meera Pillai' })).toBeVisible();

  await look(cleo, desk.board(did));
  await cleo.goto(pageOf(desk.url, second.from));
  await expect(cleo.getByRole('heading', { level: 1 })).toHaveText('Viewers see numbers in part only.');
});

test('older calls come on request, and none is lost when a new one moves the first page on', async ({
  desk,
  person,
}) => {
  const did = aDid();
  const first = aMissedCall(did, {}, 200);
  for (let minutes = 62; minutes > 2; minutes -= 1)
    await desk.post(aMissedCall(did, { from: first.from }, minutes));
  const ravi = await person('Ravi');
  await look(ravi, pageOf(desk.url, first.from));
  const calls = ravi.getByRole('region', { name: 'Calls and decisions' }).getByText(/ Missed$/);
  await expect(calls).toHaveCount(50);
  await ravi.getByRole('button', { name: 'Older calls' }).click();
  await expect(calls).toHaveCount(60);
  await expect(ravi.getByRole('button', { name: 'Older calls' })).toHaveCount(0);
  for (const count of [61, 62]) {
    await desk.post(aMissedCall(did, { from: first.from }, 63 - count));
    await expect(calls).toHaveCount(count);
  }
});

test.describe('an import', () => {
  test.use({ expectedTrouble: /status of 409/ });

  test('contacts are looked at first, faulty lines are left out on purpose, and the list finds who came', async ({
    desk,
    person,
  }) => {
    const { did, calls } = await waiting(desk, 9);
    const [call] = calls;
    const asha = await person('Asha');
    await look(asha, `${desk.url}/callers/import`);
    const file = [
      'Name;Mobile;City',
      `"Pillai; Meera";${call.from};Chennai`,
      'No Number;;x',
      'Zed;9.19E+11;x',
    ];
    await asha.getByLabel('File').setInputFiles({
      name: 'contacts.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`\ufeff${file.join('\r\n')}\r\n`),
    });
    await asha.getByRole('button', { name: 'Look at it' }).click();
    const found = list(asha, 'What was found').getByRole('listitem');
    await expect(found).toHaveText([
      '1 new',
      '0 changed',
      '0 as before',
      '0 twice in the list',
      '2 faulty lines',
    ]);
    const faults = asha.getByRole('table', { name: 'Faulty lines' }).getByRole('row');
    await expect(faults.nth(1)).toContainText('3No number in it');
    await expect(faults.nth(2)).toContainText('4Not a phone number9.19E+11');
    const save = asha.getByRole('button', { name: /^Import \d+ name/ });
    await expect(save).toBeDisabled();
    // Somebody names the caller meanwhile: what was looked at holds no more.
    await asha.getByRole('checkbox', { name: 'Leave the 2 faulty lines out' }).check();
    const ravi = await person('Ravi');
    await look(ravi, pageOf(desk.url, call.from));
    await ravi.getByRole('button', { name: 'Add a name' }).click();
    await ravi.getByRole('textbox', { name: 'Name', exact: true }).fill('Meera');
    await ravi.getByRole('button', { name: 'Save' }).click();
    await expect(toastOf(ravi, 'Saved: Meera')).toBeVisible();
    await save.click();
    await expect(asha.getByText('Names have changed since you looked')).toBeVisible();
    await expect(found.nth(1)).toHaveText('1 changed');
    await expect(asha.getByText('was Meera')).toBeVisible();
    await save.click();
    await expect(toastOf(asha, 'Imported: 0 new, 1 changed.')).toBeVisible();
    await expect(ravi.getByRole('heading', { level: 2, name: 'Pillai; Meera' })).toBeVisible();

    await asha
      .getByRole('navigation', { name: 'Desk', exact: true })
      .getByRole('link', { name: 'Callers' })
      .click();
    await asha.getByRole('searchbox', { name: 'Name or number' }).fill('pillai; m');
    await asha.getByRole('button', { name: 'Find' }).click();
    await expect(list(asha, 'Callers').getByRole('link')).toContainText(['Pillai; Meera']);
    const download = asha.waitForEvent('download');
    await asha.getByRole('link', { name: 'Export as CSV' }).click();
    const text = readFileSync(await (await download).path(), 'utf8');
    expect(text).toContain(`Pillai; Meera,'+${call.from},`);
    await look(asha, desk.board(did));
    await expect(rowOf(asha, call)).toContainText('Pillai; Meera');
  });
});

test.describe('refused', () => {
  test.use({ expectedTrouble: /status of 404/ });

  test('of a number that nobody knows there is no page', async ({ desk, person }) => {
    const asha = await person('Asha');
    await asha.goto(pageOf(desk.url, '919999911111'));
    await expect(asha.getByRole('heading', { level: 1 })).toHaveText('Nothing is known of that number.');
  });
});
