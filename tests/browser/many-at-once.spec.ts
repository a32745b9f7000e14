/** Many callers marked together, with one undo; and every command by its name. */

import { expect, type Page } from 'playwright/test';
import { aDid } from '../builders';
import { aMissedCall, shown, waiting } from './calls';
import { test } from './desk';
import {
  callerRows,
  gateFor,
  look,
  newRows,
  onItsState,
  panelOf,
  pressIn,
  rowOf,
  selectionBar,
  toastOf,
} from './on-screen';

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

test('x and Shift+j select rows, e marks them all, the next row has the focus, and one z takes all back', async ({
  desk,
  reader,
}) => {
  const { did, calls } = await waiting(desk, 9, 8, 7, 6);
  const [asha, ravi] = [await reader('Asha', did), await reader('Ravi', did)];
  await press(asha, 'j', 'x', 'Shift+j', 'Shift+j');
  await expect(selectionBar(asha)).toContainText('3 selected');
  await press(asha, 'e');
  await expect(callerRows(asha)).toHaveCount(1);
  await expect(rowOf(asha, calls[3])).toBeFocused();
  await expect(selectionBar(asha)).toHaveCount(0);
  await expect(toastOf(asha, 'Called back: 3 callers')).toBeVisible();
  await expect(callerRows(ravi)).toHaveCount(1);
  await press(asha, 'z');
  await expect(toastOf(asha, 'Undone: 3 callers')).toBeVisible();
  await expect(callerRows(asha)).toHaveText(
    calls.map(({ from }) => new RegExp(shown(from).replace('+', '\\+'))),
  );
  await expect(callerRows(ravi)).toHaveCount(4);
});

test('boxes, Shift and a click, and all that are shown; Escape lets go of them', async ({ desk, reader }) => {
  const { did, calls } = await waiting(desk, 9, 8, 7, 6);
  const asha = await reader('Asha', did);
  await rowOf(asha, calls[0]).hover();
  await rowOf(asha, calls[0]).getByRole('checkbox').check();
  await rowOf(asha, calls[2]).click({ ...onItsState, modifiers: ['Shift'] });
  await expect(selectionBar(asha)).toContainText('3 selected');
  await expect(asha.getByRole('complementary', { name: shown(calls[2].from) })).toHaveCount(0);
  await rowOf(asha, calls[1]).getByRole('checkbox').uncheck();
  await expect(selectionBar(asha)).toContainText('2 selected');
  await asha.getByRole('checkbox', { name: 'Select all shown' }).check();
  await expect(selectionBar(asha)).toContainText('4 selected');
  // The focus is on a box, and keys are keys all the same.
  await press(asha, 'Escape');
  await expect(selectionBar(asha)).toHaveCount(0);
  await press(asha, 'Shift+x');
  await expect(selectionBar(asha)).toContainText('1 selected');
});

test('a claim, a snooze of the menu and a reopening take many at once', async ({ desk, reader }) => {
  const { did, calls } = await waiting(desk, 9, 8, 7);
  const asha = await reader('Asha', did);
  await press(asha, 'j', 'x', 'Shift+j');
  await selectionBar(asha).getByRole('button', { name: 'Claim' }).click();
  await expect(toastOf(asha, 'Claimed: 2 callers')).toBeVisible();
  for (const call of [calls[0], calls[1]]) await expect(rowOf(asha, call)).toContainText('Asha is on it');
  await press(asha, 'x', 'Shift+k');
  await selectionBar(asha).getByRole('button', { name: 'Snooze' }).click();
  await selectionBar(asha).getByRole('button', { name: 'Tomorrow, 9:00' }).click();
  await expect(toastOf(asha, 'Snoozed: 2 callers')).toBeVisible();
  await expect(callerRows(asha)).toHaveCount(1);
  const ravi = await reader('Ravi', did, { view: 'snoozed' });
  await ravi.getByRole('checkbox', { name: 'Select all shown' }).focus();
  await press(ravi, 'Space');
  await selectionBar(ravi).getByRole('button', { name: 'Reopen' }).click();
  await expect(callerRows(ravi)).toHaveCount(0);
  // Asha stands on a row, so those that come back wait for her word.
  await expect(newRows(asha)).toContainText('2 new');
  await asha.keyboard.press('n');
  await expect(callerRows(asha)).toHaveCount(3);
});

test('who was first with some of them is told beside what was saved', async ({ desk, person, reader }) => {
  const { did, calls } = await waiting(desk, 9, 8, 7);
  const [asha, ravi] = [await person('Asha'), await reader('Ravi', did)];
  const gate = await gateFor(asha, /\/api\/cases\?/);
  await look(asha, desk.board(did));
  await gate.hold();
  await pressIn(rowOf(ravi, calls[1]), 'Called back');
  await expect(toastOf(ravi, 'Called back')).toBeVisible();
  await press(asha, 'j', 'x', 'Shift+j', 'Shift+j', 'l');
  await expect(toastOf(asha, 'Left a message: 2 callers')).toContainText('2 saved; Ravi was first with 1');
  gate.release();
  await expect(rowOf(asha, calls[0])).toHaveCount(0);
  await toastOf(asha, 'Left a message').getByRole('button', { name: 'Undo' }).click();
  await expect(toastOf(asha, 'Undone: 2 callers')).toBeVisible();
  for (const call of [calls[0], calls[2]]) await expect(rowOf(ravi, call)).toBeVisible();
  await expect(rowOf(ravi, calls[1])).toHaveCount(0);
});

test.describe('an act on many that does not get through', () => {
  test.use({ expectedTrouble: /net::ERR_FAILED/ });

  test('brings all rows back and says so; the retry saves them', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9, 8);
    const asha = await reader('Asha', did);
    await asha.route('**/decisions', (route) => route.abort());
    await press(asha, 'j', 'x', 'Shift+j', 'e');
    const trouble = toastOf(asha, 'Not saved. Called back: 2 callers');
    await expect(trouble).toBeVisible();
    for (const call of calls) await expect(rowOf(asha, call)).toBeVisible();
    await asha.unroute('**/decisions');
    await trouble.getByRole('button', { name: 'Retry' }).click();
    await expect(callerRows(asha)).toHaveCount(0);
  });
});

test('the commands: an act on the row, a view, a number, a page and a search, all by their names', async ({
  desk,
  reader,
}) => {
  const { did, calls } = await waiting(desk, 9, 8);
  const other = aDid();
  await desk.post(aMissedCall(other));
  const asha = await reader('Asha', did);
  const commands = asha.getByRole('dialog', { name: 'Commands' });
  const command = async (typed: string, word: string | RegExp) => {
    await asha.keyboard.press('Control+k');
    const field = commands.getByRole('combobox');
    await expect(field).toBeFocused();
    await asha.keyboard.type(typed);
    const active = commands.getByRole('option', { selected: true });
    await expect(active).toHaveText(word);
    await expect(field).toHaveAttribute('aria-activedescendant', (await active.getAttribute('id')) ?? '');
    await asha.keyboard.press('Enter');
    await expect(commands).toHaveCount(0);
  };
  await press(asha, 'j');
  await command('cb', /^Called back/);
  await expect(toastOf(asha, `Called back: ${shown(calls[0].from)}`)).toBeVisible();
  await expect(rowOf(asha, calls[1])).toBeFocused();
  await command('done', 'Done');
  await expect(asha).toHaveURL(desk.board(did, { view: 'closed' }));
  await expect(rowOf(asha, calls[0])).toBeVisible();
  await command(shown(other).slice(-9), shown(other));
  await expect(asha).toHaveURL(desk.board(other, { view: 'closed' }));
  await command('zzqq 17', 'Search for “zzqq 17”');
  await expect(asha).toHaveURL(/[?&]q=zzqq/);
  await asha.getByRole('button', { name: 'commands' }).click();
  await expect(commands.getByRole('combobox')).toBeFocused();
  await asha.keyboard.press('Escape');
  await expect(commands).toHaveCount(0);
  await command('rules', 'Rules');
  await expect(asha).toHaveURL(`${desk.url}/rules`);
  await expect(panelOf(asha, calls[0])).toHaveCount(0);
});
