/** What people say of a case: seen at once by everybody, first come first served, and never lost silently. */

import type { Page } from 'playwright/test';
import { aLegB, type CdrJson } from '../builders';
import {
  aMissedCall,
  callerRows,
  detailOf,
  expect,
  hold,
  look,
  rowOf,
  shown,
  test,
  toastOf,
  waiting,
} from './desk';

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
    await markOf(asha, calls[0]).click();
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
    await markOf(asha, calls[1]).click();
    await expect(callerRows(asha)).toHaveCount(2);
    await toastOf(asha, 'Called back').getByRole('button', { name: 'Undo' }).click();
    await expect(toastOf(asha, `Undone: ${shown(calls[1].from)}`)).toBeVisible();
    await expect(callerRows(asha)).toHaveText(calls.map(({ from }) => new RegExp(escaped(shown(from)))));
    await asha.reload();
    await expect(callerRows(asha)).toHaveCount(3);
    await rowOf(asha, calls[1]).getByRole('button', { name: 'More about' }).click();
    await expect(detailOf(asha, calls[1])).toContainText('Asha: Called back');
    await expect(detailOf(asha, calls[1])).toContainText('undone by Asha');
  });

  test('a double click marks one caller, not the next one as well', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9, 8, 7);
    const asha = await reader('Asha', did);
    await markOf(asha, calls[0]).dblclick();
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
    await markOf(asha, calls[0]).click();
    await expect(toastOf(asha, 'Called back')).toBeVisible();
    await expect(rowOf(asha, calls[0])).toHaveCount(0);
    await desk.post(aMissedCall(did, { from: calls[0].from }, afterTheMark));
    await expect(rowOf(asha, calls[0])).toBeVisible();
    await expect(rowOf(asha, calls[0])).not.toContainText('times');
    await look(asha, desk.board(did, { view: 'closed' }));
    await expect(rowOf(asha, calls[0])).toContainText('Called back');
  });
});

test.describe('a call that was answered after all', () => {
  // The page asks for a case that is none any more, or marks it.
  test.use({ expectedTrouble: /status of 404 .*\/api\/cases\// });

  test('a mark on it is refused in a sentence, and the row goes', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9, 8);
    const asha = await reader('Asha', did);
    const release = await hold(asha, /\/api\/cases\?/);
    await desk.post(aLegB(calls[0], { status: 'answered', duration: 12 }));
    await markOf(asha, calls[0]).click();
    await expect(toastOf(asha, 'There is no such case')).toBeVisible();
    release();
    await expect(rowOf(asha, calls[0])).toHaveCount(0);
    await expect(rowOf(asha, calls[1])).toBeVisible();
  });

  test('its mark can still be undone: the row has no reason to come back', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9, 8);
    const asha = await reader('Asha', did);
    await markOf(asha, calls[0]).click();
    await expect(toastOf(asha, 'Called back')).toBeVisible();
    await desk.post(aLegB(calls[0], { status: 'answered', duration: 12 }));
    await toastOf(asha, 'Called back').getByRole('button', { name: 'Undo' }).click();
    await expect(toastOf(asha, `Undone: ${shown(calls[0].from)}`)).toBeVisible();
    await expect(rowOf(asha, calls[1])).toBeVisible();
    await expect(rowOf(asha, calls[0])).toHaveCount(0);
  });
});

test.describe('your name', () => {
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
      await rowOf(asha, call).getByRole('button', { name: 'More about' }).click();
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
    await rowOf(asha, calls[0]).getByRole('button', { name: 'More about' }).click();
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
    await rowOf(asha, calls[0]).getByRole('button', { name: 'More about' }).click();
    const note = detailOf(asha, calls[0]).getByRole('textbox', { name: 'Note' });
    await expect(detailOf(asha, calls[0]).getByRole('button', { name: 'Save note' })).toBeDisabled();
    await note.fill('Wants a quote for\ntwo rooms');
    await detailOf(asha, calls[0]).getByRole('button', { name: 'Save note' }).click();
    await expect(toastOf(asha, `Note saved: ${shown(calls[0].from)}`)).toBeVisible();
    await expect(note).toHaveValue('');
    await expect(rowOf(asha, calls[0])).not.toContainText('note not saved');
    await rowOf(ravi, calls[0]).getByRole('button', { name: 'More about' }).click();
    await expect(detailOf(ravi, calls[0])).toContainText('Asha: Note');
    await expect(detailOf(ravi, calls[0])).toContainText('Wants a quote for\ntwo rooms', {
      useInnerText: true,
    });
  });

  test('a note goes along with the outcome', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9);
    const asha = await reader('Asha', did);
    await rowOf(asha, calls[0]).getByRole('button', { name: 'More about' }).click();
    await detailOf(asha, calls[0]).getByRole('textbox', { name: 'Note' }).fill('Will come on Monday');
    await detailOf(asha, calls[0]).getByRole('button', { name: 'Called back' }).click();
    await expect(toastOf(asha, 'Called back')).toBeVisible();
    await look(asha, desk.board(did, { view: 'closed' }));
    await rowOf(asha, calls[0]).getByRole('button', { name: 'More about' }).click();
    await expect(detailOf(asha, calls[0])).toContainText('Will come on Monday');
  });
});

test.describe('done', () => {
  test('the Done view says who did what, and a case can be reopened from there', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9);
    const asha = await reader('Asha', did);
    const ravi = await reader('Ravi', did, { view: 'closed' });
    await markOf(asha, calls[0]).click();
    await expect(rowOf(ravi, calls[0])).toContainText('Called back');
    await expect(rowOf(ravi, calls[0])).toContainText('Asha, just now');
    await rowOf(ravi, calls[0]).getByRole('button', { name: 'More about' }).click();
    await expect(detailOf(ravi, calls[0])).toContainText('Called back by Asha');
    await rowOf(ravi, calls[0]).getByRole('button', { name: 'Reopen' }).click();
    await expect(rowOf(ravi, calls[0])).toHaveCount(0);
    await expect(rowOf(asha, calls[0])).toBeVisible();
    await rowOf(asha, calls[0]).getByRole('button', { name: 'More about' }).click();
    await expect(detailOf(asha, calls[0])).toContainText('Ravi: Reopened');
  });

  test('on a phone a card opens by a tap, and is marked there', async ({ desk, person }) => {
    const { did, calls } = await waiting(desk, 9, 8);
    const asha = await person('Asha', { viewport: { width: 390, height: 844 }, hasTouch: true });
    await look(asha, desk.board(did));
    await rowOf(asha, calls[0]).tap();
    await detailOf(asha, calls[0]).getByRole('button', { name: 'Called back' }).tap();
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

test.describe('two people', () => {
  test('each sees what the other marks', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9, 8, 7);
    const asha = await reader('Asha', did);
    const ravi = await reader('Ravi', did);
    await markOf(asha, calls[0]).click();
    await expect(rowOf(ravi, calls[0])).toHaveCount(0);
    await markOf(ravi, calls[1]).click();
    await expect(rowOf(ravi, calls[1])).toHaveCount(0);
    await expect(rowOf(asha, calls[1])).toContainText('Called back by Ravi');
    await toastOf(asha, 'Called back').getByRole('button', { name: 'Undo' }).click();
    await expect(rowOf(ravi, calls[0])).toBeVisible();
  });

  test.describe(() => {
    // The answer that tells who was first.
    test.use({ expectedTrouble: /status of 409 .*\/decisions/ });

    test('both call back at once: the second is told who was first', async ({ desk, reader }) => {
      const { did, calls } = await waiting(desk, 9, 8);
      const asha = await reader('Asha', did);
      const ravi = await reader('Ravi', did);
      const release = await hold(ravi, /\/api\/cases\?/);
      await markOf(asha, calls[0]).click();
      await expect(toastOf(asha, 'Called back')).toBeVisible();

      await markOf(ravi, calls[0]).click();
      await expect(toastOf(ravi, 'Asha was first: called back')).toBeVisible();
      release();
      await expect(rowOf(ravi, calls[0])).toHaveCount(0);
      await expect(rowOf(ravi, calls[1])).toBeVisible();
      await look(ravi, desk.board(did, { view: 'closed' }));
      await expect(rowOf(ravi, calls[0])).toContainText('Asha, just now');
    });

    test('of two clicks in the same instant one wins, and the other hears of it', async ({
      desk,
      reader,
    }) => {
      const { did, calls } = await waiting(desk, 9);
      const asha = await reader('Asha', did);
      const ravi = await reader('Ravi', did);
      const releases = [await hold(asha, /\/api\/cases\?/), await hold(ravi, /\/api\/cases\?/)];
      await Promise.all([markOf(asha, calls[0]).click(), markOf(ravi, calls[0]).click()]);
      for (const release of releases) release();
      const won = [toastOf(asha, 'Called back: '), toastOf(ravi, 'Called back: ')];
      const lost = [toastOf(asha, 'Ravi was first'), toastOf(ravi, 'Asha was first')];
      await expect(won[0]!.or(lost[0]!)).toBeVisible();
      await expect(won[1]!.or(lost[1]!)).toBeVisible();
      const winners = await Promise.all(won.map((toast) => toast.count()));
      expect(winners.toSorted()).toEqual([0, 1]);
      for (const page of [asha, ravi]) await expect(rowOf(page, calls[0])).toHaveCount(0);
    });

    test('a mark cannot be undone once the caller has rung again, and a sentence says so', async ({
      desk,
      reader,
    }) => {
      const { did, calls } = await waiting(desk, 9);
      const asha = await reader('Asha', did);
      await markOf(asha, calls[0]).click();
      await expect(toastOf(asha, 'Called back')).toBeVisible();
      await desk.post(aMissedCall(did, { from: calls[0].from }, afterTheMark));
      await expect(rowOf(asha, calls[0])).toBeVisible();
      await toastOf(asha, 'Called back').getByRole('button', { name: 'Undo' }).click();
      await expect(toastOf(asha, 'A newer case of this caller is open.')).toBeVisible();
      await expect(callerRows(asha)).toHaveCount(1);
    });
  });
});

test.describe('a mark that does not get through', () => {
  test.use({ expectedTrouble: /net::ERR_FAILED|status of 503/ });

  test('brings the row back and says so; the retry saves it', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9, 8);
    const asha = await reader('Asha', did);
    await asha.route('**/decisions', (route) => route.abort());
    await markOf(asha, calls[0]).click();
    const trouble = toastOf(asha, `Not saved. Called back: ${shown(calls[0].from)}`);
    await expect(trouble).toBeVisible();
    await expect(rowOf(asha, calls[0])).toContainText('nobody yet');
    await asha.unroute('**/decisions');
    await trouble.getByRole('button', { name: 'Retry' }).click();
    await expect(
      toastOf(asha, `Called back: ${shown(calls[0].from)}`).filter({ hasNotText: 'Not saved' }),
    ).toBeVisible();
    await expect(rowOf(asha, calls[0])).toHaveCount(0);
  });

  test('a desk that cannot save anything is told the same way', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9);
    const asha = await reader('Asha', did);
    await asha.route('**/decisions', (route) => route.fulfill({ status: 503, json: { error: 'Full.' } }));
    await markOf(asha, calls[0]).click();
    await expect(toastOf(asha, 'Not saved. Called back')).toBeVisible();
    await expect(rowOf(asha, calls[0])).toBeVisible();
  });

  test('a note that was not saved is still in its field', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9);
    const asha = await reader('Asha', did);
    await rowOf(asha, calls[0]).getByRole('button', { name: 'More about' }).click();
    const note = detailOf(asha, calls[0]).getByRole('textbox', { name: 'Note' });
    await note.fill('Rings again at six');
    await asha.route('**/decisions', (route) => route.abort());
    await detailOf(asha, calls[0]).getByRole('button', { name: 'Save note' }).click();
    await expect(toastOf(asha, 'Not saved. Note')).toBeVisible();
    await expect(note).toHaveValue('Rings again at six');
    await expect(detailOf(asha, calls[0])).not.toContainText('Asha: Note');
  });

  test('an undo that does not get through leaves the mark, and says so', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9);
    const asha = await reader('Asha', did);
    await markOf(asha, calls[0]).click();
    await expect(toastOf(asha, 'Called back')).toBeVisible();
    await asha.route('**/decisions/*', (route) => route.abort());
    await toastOf(asha, 'Called back').getByRole('button', { name: 'Undo' }).click();
    await expect(toastOf(asha, `Not saved. Undo: ${shown(calls[0].from)}`)).toBeVisible();
    await expect(rowOf(asha, calls[0])).toHaveCount(0);
    await asha.unroute('**/decisions/*');
    await toastOf(asha, 'Not saved.').getByRole('button', { name: 'Retry' }).click();
    await expect(rowOf(asha, calls[0])).toBeVisible();
  });
});

function markOf(page: Page, call: CdrJson) {
  return rowOf(page, call).getByRole('button', { name: 'Called back' });
}

function escaped(text: string): string {
  return text.replace(/[+]/g, '\\$&');
}
