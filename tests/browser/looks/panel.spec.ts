/** A case at the side of the rows: it has an address, follows the reader, and tells what happens while it is read. */

import { expect } from 'playwright/test';
import { aMissedCall, shown, waiting } from '../calls';
import { test } from '../desk';
import { look, onItsState, panelOf, pressIn, rowOf, toastOf } from '../on-screen';

test('a click shows the case beside the rows, j and k walk through the cases, Escape gives the row back', async ({
  desk,
  reader,
}) => {
  const { did, calls } = await waiting(desk, 9, 8, 7);
  const asha = await reader('Asha', did);
  await rowOf(asha, calls[0]).click(onItsState);
  await expect(panelOf(asha, calls[0])).toContainText('1 of 3');
  await expect(panelOf(asha, calls[0])).toContainText('Rule 9');
  await expect(asha).toHaveURL(/[?&]case=\w+/);
  const first = asha.url();
  await asha.keyboard.press('j');
  await expect(panelOf(asha, calls[1])).toContainText('2 of 3');
  await expect(panelOf(asha, calls[0])).toHaveCount(0);
  await asha.keyboard.press('Enter');
  await expect(panelOf(asha, calls[1]).getByRole('heading')).toBeFocused();
  await asha.keyboard.press('Escape');
  await expect(panelOf(asha, calls[1])).toHaveCount(0);
  await expect(rowOf(asha, calls[1])).toBeFocused();
  await expect(asha).toHaveURL(desk.board(did));

  await look(asha, first);
  await expect(panelOf(asha, calls[0])).toBeVisible();
  // Whoever comes by the address stands on the row.
  await asha.keyboard.press('j');
  await expect(rowOf(asha, calls[1])).toBeFocused();
});

test('what is done at the side moves on to the next case, and what others do is told at once', async ({
  desk,
  reader,
}) => {
  const { did, calls } = await waiting(desk, 9, 8, 7);
  const [asha, ravi] = [await reader('Asha', did), await reader('Ravi', did)];
  for (const key of ['j', 'Enter']) await asha.keyboard.press(key);
  await panelOf(asha, calls[0]).getByRole('button', { name: 'Called back' }).click();
  await expect(toastOf(asha, `Called back: ${shown(calls[0].from)}`)).toBeVisible();
  const second = panelOf(asha, calls[1]);
  await expect(second).toContainText('1 of 2');
  await expect(rowOf(asha, calls[1])).toBeFocused();

  await desk.post(aMissedCall(did, { from: calls[1].from }));
  await expect(second).toContainText('twice');
  await pressIn(rowOf(ravi, calls[1]), 'Claim');
  await expect(second).toContainText('Ravi is on it');
  await second.getByRole('textbox', { name: 'Note' }).fill('Wants the bill');
  await second.getByRole('button', { name: 'Save note' }).click();
  await expect(second.getByRole('list').first()).toContainText('Wants the bill');
  await second.getByRole('button', { name: 'More', exact: true }).click();
  await second.getByRole('button', { name: 'Wrong number' }).click();
  await expect(toastOf(asha, `Wrong number: ${shown(calls[1].from)}`)).toBeVisible();
  await expect(panelOf(asha, calls[2])).toBeVisible();
  await pressIn(rowOf(ravi, calls[2]), 'Called back');
  await expect(panelOf(asha, calls[2])).toContainText('Called back by Ravi');
  await panelOf(asha, calls[2]).getByRole('button', { name: 'Reopen' }).click();
  await expect(panelOf(asha, calls[2]).getByRole('button', { name: 'Claim' })).toBeVisible();
});

test('the server draws it too: without a script it is there, with the way back', async ({ desk, person }) => {
  const { did, calls } = await waiting(desk, 9, 8);
  const asha = await person('Asha', { javaScriptEnabled: false });
  await asha.goto(desk.board(did));
  await rowOf(asha, calls[1])
    .getByRole('link', { name: shown(calls[1].from), exact: true })
    .click();
  await expect(panelOf(asha, calls[1])).toContainText('2 of 2');
  await expect(panelOf(asha, calls[1]).getByRole('link', { name: 'Call', exact: true })).toHaveAttribute(
    'href',
    `tel:+${calls[1].from}`,
  );
  await expect(asha.getByRole('button')).toHaveCount(0);
  await panelOf(asha, calls[1]).getByRole('link', { name: 'Close' }).click();
  await expect(asha).toHaveURL(desk.board(did));
});

test.describe('an address that names no case', () => {
  test.use({ expectedTrouble: /status of 404 .*\/api\/cases\// });

  test('says so, and the rows are there all the same', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9);
    const asha = await reader('Asha', did, { case: 'nothing' });
    await expect(asha.getByRole('complementary', { name: 'There is no such case.' })).toBeVisible();
    await expect(rowOf(asha, calls[0])).toBeVisible();
    await asha.keyboard.press('Escape');
    await expect(asha).toHaveURL(desk.board(did));
  });
});

test.describe('on a phone', () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

  test('the case covers the rows, and the way back uncovers them', async ({ desk, person }) => {
    const { did, calls } = await waiting(desk, 9, 8);
    const asha = await person('Asha', phone);
    await look(asha, desk.board(did));
    await rowOf(asha, calls[0]).tap();
    await expect(panelOf(asha, calls[0])).toBeVisible();
    await expect(rowOf(asha, calls[1])).toHaveCount(0);
    await asha.goBack();
    await expect(panelOf(asha, calls[0])).toHaveCount(0);
    await expect(rowOf(asha, calls[1])).toBeVisible();
  });

  test('a swipe to the right says called back once it is far enough, with an undo', async ({
    desk,
    person,
  }) => {
    const { did, calls } = await waiting(desk, 9, 8);
    const asha = await person('Asha', phone);
    await look(asha, desk.board(did));
    const touch = await asha.context().newCDPSession(asha);
    const swipe = async (far: number) => {
      const { x, y, height } = (await rowOf(asha, calls[0]).boundingBox())!;
      const at = (moved: number) => [{ x: x + 40 + moved, y: y + height / 2 }];
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
      for (const part of [0.25, 0.5, 0.75, 1])
        await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(far * part) });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    // Not far enough: the card goes back, and nothing is opened.
    await swipe(70);
    await expect(rowOf(asha, calls[0])).not.toHaveAttribute('data-swiping');
    await expect(rowOf(asha, calls[0])).toBeVisible();
    await swipe(220);
    await expect(rowOf(asha, calls[0])).toHaveCount(0);
    // A click: a browser takes a tap right after a swipe for the finger that stops it.
    await toastOf(asha, `Called back: ${shown(calls[0].from)}`)
      .getByRole('button', { name: 'Undo' })
      .click();
    await expect(rowOf(asha, calls[0])).toBeVisible();
    await expect(panelOf(asha, calls[0])).toHaveCount(0);
  });
});
