/** What people say of a case, and what comes of it. */

import { expect } from 'playwright/test';
import { aMissedCall, shown, waiting } from './calls';
import { test } from './desk';
import { callerRows, detailOf, look, lookAway, panelOf, pressIn, rowOf, toastOf } from './on-screen';

/** Minutes ago: a record tells its seconds only, and a call that began before a mark is settled with it. */
const afterTheMark = -0.05;

test.describe('called back', () => {
  test('one click takes the row off at once, before the desk has answered', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9, 8);
    const asha = await reader('Asha', did);
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await asha.route('**/decisions', async (route) => {
      await asked;
      await route.continue();
    });
    await pressIn(rowOf(asha, calls[0]), 'Called back');
    await expect(rowOf(asha, calls[0])).toHaveCount(0);
    await expect(rowOf(asha, calls[1])).toBeVisible();
    await expect(toastOf(asha, 'Called back')).toHaveCount(0);
    answer();
    await expect(toastOf(asha, `Called back: ${shown(calls[0].from)}`)).toBeVisible();
    await expect(rowOf(asha, calls[0])).toHaveCount(0);
  });

  test('undo brings the row back to its place', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9, 8, 7);
    const asha = await reader('Asha', did);
    await pressIn(rowOf(asha, calls[1]), 'Called back');
    await expect(callerRows(asha)).toHaveCount(2);
    await toastOf(asha, 'Called back').getByRole('button', { name: 'Undo' }).click();
    await expect(toastOf(asha, `Undone: ${shown(calls[1].from)}`)).toBeVisible();
    await expect(callerRows(asha)).toHaveText(calls.map(({ from }) => new RegExp(escaped(shown(from)))));
    await asha.reload();
    await expect(callerRows(asha)).toHaveCount(3);
    await pressIn(rowOf(asha, calls[1]), 'More about');
    await expect(detailOf(asha, calls[1])).toContainText('Asha: Called back');
    await expect(detailOf(asha, calls[1])).toContainText('undone by Asha');
  });

  test('a double click marks one caller, not the next one as well', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9, 8, 7);
    const asha = await reader('Asha', did);
    await rowOf(asha, calls[0]).hover();
    await rowOf(asha, calls[0]).getByRole('button', { name: 'Called back' }).dblclick();
    await expect(toastOf(asha, `Called back: ${shown(calls[0].from)}`)).toBeVisible();
    await asha.reload();
    await expect(callerRows(asha)).toHaveCount(2);
  });

  test('a caller who rings again after the mark is a new row, and the mark stays', async ({
    desk,
    reader,
  }) => {
    const { did, calls } = await waiting(desk, 9);
    const asha = await reader('Asha', did);
    await pressIn(rowOf(asha, calls[0]), 'Called back');
    await expect(toastOf(asha, 'Called back')).toBeVisible();
    await expect(rowOf(asha, calls[0])).toHaveCount(0);
    await desk.post(aMissedCall(did, { from: calls[0].from }, afterTheMark));
    await expect(rowOf(asha, calls[0])).toBeVisible();
    await expect(rowOf(asha, calls[0])).not.toContainText('times');
    await look(asha, desk.board(did, { view: 'closed' }));
    await expect(rowOf(asha, calls[0])).toContainText('Called back');
  });
});

test.describe('other outcomes', () => {
  test('left a message, no need, wrong number and spam settle the case in their own words', async ({
    desk,
    reader,
  }) => {
    const { did, calls } = await waiting(desk, 9, 8, 7, 6);
    const asha = await reader('Asha', did);
    const outcomes = ['Left a message', 'No need', 'Wrong number', 'Spam'];
    for (const [index, outcome] of outcomes.entries()) {
      const call = calls[index]!;
      await pressIn(rowOf(asha, call), 'More about');
      await detailOf(asha, call).getByRole('button', { name: outcome }).click();
      await expect(toastOf(asha, `${outcome}: ${shown(call.from)}`)).toBeVisible();
      await expect(rowOf(asha, call)).toHaveCount(0);
    }
    await look(asha, desk.board(did, { view: 'closed' }));
    for (const [index, outcome] of outcomes.entries()) {
      await expect(rowOf(asha, calls[index]!)).toContainText(outcome);
      await expect(rowOf(asha, calls[index]!)).toContainText('Asha, just now');
    }
  });

  test('tried keeps the row and names who tried', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9);
    const asha = await reader('Asha', did);
    const ravi = await reader('Ravi', did);
    await pressIn(rowOf(asha, calls[0]), 'More about');
    await detailOf(asha, calls[0]).getByRole('button', { name: 'Tried' }).click();
    for (const page of [asha, ravi]) {
      await expect(rowOf(page, calls[0])).toContainText('Tried');
      await expect(rowOf(page, calls[0])).toContainText('Asha, just now');
    }
    await toastOf(asha, `Tried: ${shown(calls[0].from)}`)
      .getByRole('button', { name: 'Undo' })
      .click();
    await expect(rowOf(ravi, calls[0])).toContainText('nobody yet');
  });

  test('a note is saved and shown to everybody, and the case stays', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9);
    const asha = await reader('Asha', did);
    const ravi = await reader('Ravi', did);
    await pressIn(rowOf(asha, calls[0]), 'More about');
    const note = detailOf(asha, calls[0]).getByRole('textbox', { name: 'Note' });
    await expect(detailOf(asha, calls[0]).getByRole('button', { name: 'Save note' })).toBeDisabled();
    await note.fill('Wants a quote for\ntwo rooms');
    await detailOf(asha, calls[0]).getByRole('button', { name: 'Save note' }).click();
    await expect(toastOf(asha, `Note saved: ${shown(calls[0].from)}`)).toBeVisible();
    await expect(note).toHaveValue('');
    await expect(rowOf(asha, calls[0])).not.toContainText('note not saved');
    await pressIn(rowOf(ravi, calls[0]), 'More about');
    await expect(detailOf(ravi, calls[0])).toContainText('Asha: Note');
    await expect(detailOf(ravi, calls[0])).toContainText('Wants a quote for\ntwo rooms', {
      useInnerText: true,
    });
  });

  test('a note goes along with the outcome', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9);
    const asha = await reader('Asha', did);
    await pressIn(rowOf(asha, calls[0]), 'More about');
    await detailOf(asha, calls[0]).getByRole('textbox', { name: 'Note' }).fill('Will come on Monday');
    await detailOf(asha, calls[0]).getByRole('button', { name: 'Called back' }).click();
    await expect(toastOf(asha, 'Called back')).toBeVisible();
    await look(asha, desk.board(did, { view: 'closed' }));
    await pressIn(rowOf(asha, calls[0]), 'More about');
    await expect(detailOf(asha, calls[0])).toContainText('Will come on Monday');
  });
});

test.describe('done', () => {
  test('the Done view says who did what, and a case can be reopened from there', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9);
    const asha = await reader('Asha', did);
    const ravi = await reader('Ravi', did, { view: 'closed' });
    await pressIn(rowOf(asha, calls[0]), 'Called back');
    await expect(rowOf(ravi, calls[0])).toContainText('Called back');
    await expect(rowOf(ravi, calls[0])).toContainText('Asha, just now');
    await pressIn(rowOf(ravi, calls[0]), 'More about');
    await expect(detailOf(ravi, calls[0])).toContainText('Called back by Asha');
    await pressIn(rowOf(ravi, calls[0]), 'Reopen');
    await expect(rowOf(ravi, calls[0])).toHaveCount(0);
    await expect(rowOf(asha, calls[0])).toBeVisible();
    await pressIn(rowOf(asha, calls[0]), 'More about');
    await expect(detailOf(asha, calls[0])).toContainText('Ravi: Reopened');
  });

  test('a finger marks nobody by a button that it cannot see', async ({ desk, person }) => {
    const { did, calls } = await waiting(desk, 9, 8);
    const asha = await person('Asha', { viewport: { width: 1180, height: 820 }, hasTouch: true });
    await look(asha, desk.board(did));
    const [shownRow, row] = [rowOf(asha, calls[1]), rowOf(asha, calls[0])];
    await shownRow.focus();
    const button = (await shownRow.getByRole('button', { name: 'Called back' }).boundingBox())!;
    const { x, y } = (await shownRow.boundingBox())!;
    await lookAway(asha);
    await row.tap({ position: { x: button.x - x + button.width / 2, y: button.y - y + button.height / 2 } });
    await expect(panelOf(asha, calls[0])).toBeVisible();
    await expect(row).toContainText('nobody yet');
  });

  test('on a phone a card opens by a tap, and is marked there', async ({ desk, person }) => {
    const { did, calls } = await waiting(desk, 9, 8);
    const asha = await person('Asha', { viewport: { width: 390, height: 844 }, hasTouch: true });
    await look(asha, desk.board(did));
    await rowOf(asha, calls[0]).tap();
    await panelOf(asha, calls[0]).getByRole('button', { name: 'Called back' }).tap();
    await expect(rowOf(asha, calls[0])).toHaveCount(0);
    await expect(toastOf(asha, `Called back: ${shown(calls[0].from)}`)).toBeVisible();
    await asha
      .getByRole('navigation', { name: 'Views, at the foot' })
      .getByRole('link', { name: 'Done' })
      .tap();
    await expect(rowOf(asha, calls[0])).toContainText('Called back');
    await expect(rowOf(asha, calls[1])).toHaveCount(0);
  });
});

function escaped(text: string): string {
  return text.replace(/[+]/g, '\\$&');
}
