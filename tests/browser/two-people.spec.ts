/** First come, first served: what one marks the others see, and who was second is told who was first. */

import { expect } from 'playwright/test';
import { aMissedCall, waiting } from './calls';
import { test } from './desk';
import { callerRows, gateFor, look, newRows, pressIn, rowOf, toastOf } from './on-screen';

/** Minutes ago: a record tells its seconds only, and a call that began before a mark is settled with it. */
const afterTheMark = -0.05;

test('each sees what the other marks', async ({ desk, reader }) => {
  const { did, calls } = await waiting(desk, 9, 8, 7);
  const asha = await reader('Asha', did);
  const ravi = await reader('Ravi', did);
  await pressIn(rowOf(asha, calls[0]), 'Called back');
  await expect(rowOf(ravi, calls[0])).toHaveCount(0);
  await pressIn(rowOf(ravi, calls[1]), 'Called back');
  await expect(rowOf(ravi, calls[1])).toHaveCount(0);
  await expect(rowOf(asha, calls[1])).toContainText('Called back by Ravi');
  await toastOf(asha, 'Called back').getByRole('button', { name: 'Undo' }).click();
  await newRows(ravi).click();
  await expect(rowOf(ravi, calls[0])).toBeFocused();
});

test.describe(() => {
  // The answer that tells who was first.
  test.use({ expectedTrouble: /status of 409 .*\/decisions/ });

  test('both call back at once: the second is told who was first', async ({ desk, person, reader }) => {
    const { did, calls } = await waiting(desk, 9, 8);
    const asha = await reader('Asha', did);
    const ravi = await person('Ravi');
    const gate = await gateFor(ravi, /\/api\/cases\?/);
    await look(ravi, desk.board(did));
    await gate.hold();
    await pressIn(rowOf(asha, calls[0]), 'Called back');
    await expect(toastOf(asha, 'Called back')).toBeVisible();

    await pressIn(rowOf(ravi, calls[0]), 'Called back');
    await expect(toastOf(ravi, 'Asha was first: called back')).toBeVisible();
    gate.release();
    await expect(rowOf(ravi, calls[0])).toHaveCount(0);
    await expect(rowOf(ravi, calls[1])).toBeVisible();
    await look(ravi, desk.board(did, { view: 'closed' }));
    await expect(rowOf(ravi, calls[0])).toContainText('Asha, just now');
  });

  test('of two clicks in the same instant one wins, and the other hears of it', async ({ desk, person }) => {
    const { did, calls } = await waiting(desk, 9);
    const [asha, ravi] = [await person('Asha'), await person('Ravi')];
    const gates = [await gateFor(asha, /\/api\/cases\?/), await gateFor(ravi, /\/api\/cases\?/)];
    for (const page of [asha, ravi]) await look(page, desk.board(did));
    for (const gate of gates) await gate.hold();
    await Promise.all([
      pressIn(rowOf(asha, calls[0]), 'Called back'),
      pressIn(rowOf(ravi, calls[0]), 'Called back'),
    ]);
    for (const gate of gates) gate.release();
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
    await pressIn(rowOf(asha, calls[0]), 'Called back');
    await expect(toastOf(asha, 'Called back')).toBeVisible();
    await desk.post(aMissedCall(did, { from: calls[0].from }, afterTheMark));
    await expect(rowOf(asha, calls[0])).toBeVisible();
    await toastOf(asha, 'Called back').getByRole('button', { name: 'Undo' }).click();
    await expect(toastOf(asha, 'A newer case of this caller is open.')).toBeVisible();
    await expect(callerRows(asha)).toHaveCount(1);
  });
});
