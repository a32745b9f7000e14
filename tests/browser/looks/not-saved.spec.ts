/** A mark that the desk could not take is never lost silently. */

import { expect } from 'playwright/test';
import { aLegB } from '../../builders';
import { shown, waiting } from '../calls';
import { test } from '../desk';
import { detailOf, gateFor, look, pressIn, rowOf, toastOf } from '../on-screen';

test.describe('a call that was answered after all', () => {
  // The page asks for a case that is none any more, or marks it.
  test.use({ expectedTrouble: /status of 404 .*\/api\/cases\// });

  test('a mark on it is refused in a sentence, and the row goes', async ({ desk, person }) => {
    const { did, calls } = await waiting(desk, 9, 8);
    const asha = await person('Asha');
    const gate = await gateFor(asha, /\/api\/cases\?/);
    await look(asha, desk.board(did));
    await gate.hold();
    await desk.post(aLegB(calls[0], { status: 'answered', duration: 12 }));
    await pressIn(rowOf(asha, calls[0]), 'Called back');
    await expect(toastOf(asha, 'There is no such case')).toBeVisible();
    gate.release();
    await expect(rowOf(asha, calls[0])).toHaveCount(0);
    await expect(rowOf(asha, calls[1])).toBeVisible();
  });

  test('its mark can still be undone: the row has no reason to come back', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9, 8);
    const asha = await reader('Asha', did);
    await pressIn(rowOf(asha, calls[0]), 'Called back');
    await expect(toastOf(asha, 'Called back')).toBeVisible();
    await desk.post(aLegB(calls[0], { status: 'answered', duration: 12 }));
    await toastOf(asha, 'Called back').getByRole('button', { name: 'Undo' }).click();
    await expect(toastOf(asha, `Undone: ${shown(calls[0].from)}`)).toBeVisible();
    await expect(rowOf(asha, calls[1])).toBeVisible();
    await expect(rowOf(asha, calls[0])).toHaveCount(0);
  });
});

test.describe('a mark that does not get through', () => {
  test.use({ expectedTrouble: /net::ERR_FAILED|status of 503/ });

  test('brings the row back and says so; the retry saves it', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9, 8);
    const asha = await reader('Asha', did);
    await asha.route('**/decisions', (route) => route.abort());
    await pressIn(rowOf(asha, calls[0]), 'Called back');
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
    await pressIn(rowOf(asha, calls[0]), 'Called back');
    await expect(toastOf(asha, 'Not saved. Called back')).toBeVisible();
    await expect(rowOf(asha, calls[0])).toBeVisible();
  });

  test('a note that was not saved is still in its field', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9);
    const asha = await reader('Asha', did);
    await pressIn(rowOf(asha, calls[0]), 'More about');
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
    await pressIn(rowOf(asha, calls[0]), 'Called back');
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
