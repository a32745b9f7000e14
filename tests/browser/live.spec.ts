/** The board keeps itself fresh, and does not move under somebody who reads it. */

import type { Page } from 'playwright/test';
import { aCaller, aConversation, aDid, aLegB } from '../builders';
import {
  aMissedCall,
  callerRows,
  detailOf,
  expect,
  look,
  lookAway,
  rowOf,
  shown,
  test,
  toastOf,
  waiting,
} from './desk';

test.describe('what comes in', () => {
  test('a missed call shows up within a second of its record, without a reload', async ({ reader }) => {
    const did = aDid();
    const asha = await reader('Asha', did);
    const took: number[] = [];
    for (const call of Array.from({ length: 5 }, () => aMissedCall(did))) {
      took.push(await msUntilRow(asha, call, shown(call.from)));
    }
    console.log(`From the POST to the row: ${took.map(Math.round).join(', ')} ms`);
    expect(await asha.evaluate(() => performance.getEntriesByType('navigation').length)).toBe(1);
    // Promised is one second; a machine that is busy with other tests gets more.
    expect(Math.max(...took)).toBeLessThan(5000);
  });

  test('an answered leg b takes the call off the desk, even when it comes late', async ({ desk, reader }) => {
    const {
      did,
      calls: [missed, other],
    } = await waiting(desk, 2, 1);
    const asha = await reader('Asha', did);
    await expect(rowOf(asha, missed)).toBeVisible();
    await desk.post(aLegB(missed, { status: 'answered', duration: 42 }));
    await expect(rowOf(asha, missed)).toHaveCount(0);
    await expect(rowOf(asha, other)).toBeVisible();
  });

  test('a caller who rings again counts up in place', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9, 6, 3);
    const asha = await reader('Asha', did);
    const row = callerRows(asha).nth(1);
    await expect(row).toContainText(shown(calls[1].from));
    const element = await row.elementHandle();
    await desk.post(aMissedCall(did, { from: calls[1].from }));
    await expect(row).toContainText('rang 2 times');
    await expect(row).toContainText(shown(calls[1].from));
    expect(await row.evaluate((now, before) => now === before, element)).toBe(true);
    await expect(callerRows(asha)).toHaveCount(3);
  });

  test('both legs four times over, in any order, are one row with one call', async ({ desk, reader }) => {
    const did = aDid();
    const legA = aMissedCall(did);
    const legB = aLegB(legA);
    const asha = await reader('Asha', did);
    for (const leg of [legB, legA, legA, legB, legA, legB, legB, legA]) await desk.post(leg);
    const last = aMissedCall(did, {}, 0);
    await desk.post(last);
    await expect(rowOf(asha, last)).toBeVisible();
    await expect(callerRows(asha)).toHaveCount(2);
    await expect(rowOf(asha, legA)).not.toContainText('times');
    await rowOf(asha, legA).getByRole('button', { name: 'More about' }).click();
    await expect(detailOf(asha, legA).getByRole('list', { name: 'Legs' })).toHaveCount(1);
    await expect(detailOf(asha, legA).getByRole('list', { name: 'Legs' }).getByRole('listitem')).toHaveText([
      /^leg a/,
      /^leg b/,
    ]);
  });

  test('the calls of a row are told by conversation, each with its legs', async ({ desk, reader }) => {
    const did = aDid();
    const first = aMissedCall(did, {}, 6);
    const second = aMissedCall(did, { from: first.from }, 2);
    for (const leg of [first, aLegB(first), second]) await desk.post(leg);
    const asha = await reader('Asha', did);
    await rowOf(asha, first).getByRole('button', { name: 'More about' }).click();
    const detail = detailOf(asha, first);
    await expect(detail).toContainText(String(first.conversation_uuid));
    await expect(detail).toContainText(String(second.conversation_uuid));
    await expect(detail.getByRole('list', { name: 'Legs' })).toHaveText([/leg a/, /leg a.*leg b/]);
  });

  test('time alone makes a call overdue, without any record', async ({ desk, person }) => {
    const { did, calls } = await waiting(desk, 29);
    const asha = await person('Asha');
    await asha.clock.install();
    await look(asha, desk.board(did));
    await expect(rowOf(asha, calls[0])).toContainText('Due soon');
    await asha.clock.fastForward(90_000);
    await expect(rowOf(asha, calls[0])).toContainText('Overdue');
  });

  test('where there is no stream, the desk is asked again and again', async ({ desk, person }) => {
    const did = aDid();
    const asha = await person('Asha');
    await asha.route('**/api/events', (route) => route.fulfill({ status: 204 }));
    await look(asha, desk.board(did));
    const call = aMissedCall(did);
    await desk.post(call);
    await expect(rowOf(asha, call)).toBeVisible({ timeout: 15_000 });
  });
});

test.describe('one number, one view', () => {
  test('the address with a DID shows that number only', async ({ desk, reader }) => {
    const sales = aDid();
    const support = aDid();
    const [toSales, toSupport, laterToSales] = [aMissedCall(sales), aMissedCall(support), aMissedCall(sales)];
    await desk.post(toSales);
    const asha = await reader('Asha', sales);
    await desk.post(toSupport);
    await desk.post(laterToSales);
    await expect(rowOf(asha, laterToSales)).toBeVisible();
    await expect(callerRows(asha)).toHaveCount(2);
    await expect(rowOf(asha, toSupport)).toHaveCount(0);
    await expect(asha.getByRole('heading', { level: 1 })).toContainText(shown(sales));
  });

  test('choosing a number changes the address; a reload and the way back keep it', async ({
    desk,
    reader,
  }) => {
    const sales = aDid();
    const support = aDid();
    const [toSales, toSupport] = [aMissedCall(sales), aMissedCall(support)];
    await desk.post(toSales);
    await desk.post(toSupport);
    const asha = await reader('Asha', sales);
    const numbers = asha.getByRole('navigation', { name: 'Numbers', exact: true });
    await numbers.getByRole('link', { name: `${shown(support)} 1` }).click();
    await expect(asha).toHaveURL(desk.board(support));
    await expect(rowOf(asha, toSupport)).toBeVisible();
    await expect(rowOf(asha, toSales)).toHaveCount(0);
    await asha.reload();
    await expect(rowOf(asha, toSupport)).toBeVisible();
    await asha.goBack();
    await expect(rowOf(asha, toSales)).toBeVisible();
    await expect(rowOf(asha, toSupport)).toHaveCount(0);
  });

  test('a part of the number finds the caller, while typing', async ({ desk, reader }) => {
    const {
      did,
      calls: [wanted, other],
    } = await waiting(desk, 2, 1);
    const asha = await reader('Asha', did);
    await asha.getByRole('textbox', { name: 'Search' }).pressSequentially(shown(wanted.from).slice(-7));
    await expect(rowOf(asha, other)).toHaveCount(0);
    await expect(rowOf(asha, wanted)).toBeVisible();
    await asha.getByRole('link', { name: 'Clear the search' }).click();
    await expect(rowOf(asha, other)).toBeVisible();
    await expect(asha.getByRole('textbox', { name: 'Search' })).toHaveValue('');
  });

  test('a caller without a number stands apart from the queue', async ({ desk, reader }) => {
    const did = aDid();
    const asha = await reader('Asha', did);
    await desk.post(aMissedCall(did, { from: 'anonymous' }));
    const call = aMissedCall(did);
    await desk.post(call);
    await expect(rowOf(asha, call)).toBeVisible();
    await expect(callerRows(asha)).toHaveCount(1);
    const views = asha.getByRole('navigation', { name: 'Views', exact: true });
    await views.getByRole('link', { name: 'No number' }).click();
    await expect(callerRows(asha)).toHaveCount(1);
    await expect(callerRows(asha)).toContainText('anonymous');
    await expect(callerRows(asha).getByRole('link', { name: 'Call' })).toHaveCount(0);
  });

  test('more rows than a page holds are a click away', async ({ desk, reader }) => {
    const { did } = await waiting(desk, ...Array.from({ length: 53 }, (_, index) => index / 60));
    const asha = await reader('Asha', did);
    await expect(callerRows(asha)).toHaveCount(50);
    await asha.getByRole('link', { name: 'Show more' }).click();
    await expect(callerRows(asha)).toHaveCount(53);
    await expect(asha.getByRole('link', { name: 'Show more' })).toHaveCount(0);
  });
});

test.describe('what a refresh leaves alone', () => {
  test('the focus stays on its row when an older call comes in above it', async ({ desk, reader }) => {
    const {
      did,
      calls: [call],
    } = await waiting(desk, 2);
    const asha = await reader('Asha', did);
    await asha.keyboard.press('j');
    await expect(rowOf(asha, call)).toBeFocused();
    const older = aMissedCall(did, {}, 8);
    await desk.post(older);
    await expect(rowOf(asha, older)).toBeVisible();
    await expect(rowOf(asha, call)).toBeFocused();
  });

  test('a half-written note keeps its text, its caret and the focus', async ({ desk, reader }) => {
    const {
      did,
      calls: [call],
    } = await waiting(desk, 2);
    const asha = await reader('Asha', did);
    await rowOf(asha, call).getByRole('button', { name: 'More about' }).click();
    const note = detailOf(asha, call).getByRole('textbox', { name: 'Note' });
    await note.click();
    await note.pressSequentially('Wants the bill');
    for (let step = 0; step < ' bill'.length; step += 1) await note.press('ArrowLeft');
    const [older, again] = [aMissedCall(did, {}, 8), aMissedCall(did, { from: call.from })];
    await desk.post(older);
    await desk.post(again);
    await expect(rowOf(asha, older)).toBeVisible();
    await expect(rowOf(asha, call)).toContainText('rang 2 times');
    await expect(note).toBeFocused();
    await asha.keyboard.type(' April');
    await expect(note).toHaveValue('Wants the April bill');
  });

  test('an opened row stays open, with the new call in it', async ({ desk, reader }) => {
    const {
      did,
      calls: [call],
    } = await waiting(desk, 5);
    const asha = await reader('Asha', did);
    await rowOf(asha, call).getByRole('button', { name: 'More about' }).click();
    await lookAway(asha);
    await desk.post(aMissedCall(did, { from: call.from }));
    await expect(detailOf(asha, call).getByRole('list', { name: 'Legs' })).toHaveCount(2);
  });

  test('a half-written note outlives a look at another number and at the Done view', async ({
    desk,
    reader,
  }) => {
    const { did, calls } = await waiting(desk, 1);
    const other = await waiting(desk, 1);
    const asha = await reader('Asha', did);
    await rowOf(asha, calls[0]).getByRole('button', { name: 'More about' }).click();
    await detailOf(asha, calls[0]).getByRole('textbox', { name: 'Note' }).fill('Asked for Ravi');
    const numbers = asha.getByRole('navigation', { name: 'Numbers', exact: true });
    await numbers.getByRole('link', { name: shown(other.did) }).click();
    await expect(rowOf(asha, other.calls[0])).toBeVisible();
    const views = asha.getByRole('navigation', { name: 'Views', exact: true });
    await views.getByRole('link', { name: 'Done' }).click();
    await expect(asha.getByText('Nothing is done yet')).toBeVisible();
    await asha.goBack();
    await expect(rowOf(asha, other.calls[0])).toBeVisible();
    await asha.goBack();
    await expect(detailOf(asha, calls[0]).getByRole('textbox', { name: 'Note' })).toHaveValue(
      'Asked for Ravi',
    );
  });

  test('a half-written note is there again after the row was closed', async ({ desk, reader }) => {
    const {
      did,
      calls: [call],
    } = await waiting(desk, 1);
    const asha = await reader('Asha', did);
    const more = rowOf(asha, call).getByRole('button', { name: 'More about' });
    await more.click();
    await detailOf(asha, call).getByRole('textbox', { name: 'Note' }).fill('Asked for Ravi');
    await more.click();
    await expect(detailOf(asha, call)).toHaveCount(0);
    await expect(rowOf(asha, call)).toContainText('note not saved');
    await more.click();
    await expect(detailOf(asha, call).getByRole('textbox', { name: 'Note' })).toHaveValue('Asked for Ravi');
  });

  test('nothing moves under the pointer: an older call waits below until the reader leaves', async ({
    desk,
    reader,
  }) => {
    const {
      did,
      calls: [first, second],
    } = await waiting(desk, 5, 3);
    const asha = await reader('Asha', did);
    await rowOf(asha, first).hover();
    const before = await rowOf(asha, second).boundingBox();
    const older = aMissedCall(did, {}, 9);
    await desk.post(older);
    await expect(rowOf(asha, older)).toBeVisible();
    expect(await rowOf(asha, second).boundingBox()).toEqual(before);
    await expect(callerRows(asha).last()).toContainText(shown(older.from));
    await lookAway(asha);
    await expect(callerRows(asha).first()).toContainText(shown(older.from));
  });

  test('a row that somebody else settled keeps its place, greyed, while the reader is there', async ({
    desk,
    reader,
  }) => {
    const {
      did,
      calls: [first, second],
    } = await waiting(desk, 5, 3);
    const asha = await reader('Asha', did);
    const ravi = await reader('Ravi', did);
    await rowOf(asha, second).hover();
    const before = await rowOf(asha, second).boundingBox();
    await rowOf(ravi, first).getByRole('button', { name: 'Called back' }).click();
    await expect(rowOf(asha, first)).toContainText('Called back by Ravi');
    await expect(rowOf(asha, first).getByRole('button', { name: 'Called back' })).toHaveCount(0);
    expect(await rowOf(asha, second).boundingBox()).toEqual(before);
    await lookAway(asha);
    await expect(rowOf(asha, first)).toHaveCount(0);
    await expect(rowOf(asha, second)).toBeVisible();
  });

  test.describe(() => {
    // The page asks what became of the case, and hears that it is none any more.
    test.use({ expectedTrouble: /status of 404 .*\/api\/cases\// });

    test('a call that was answered after all says so, while the reader is there', async ({
      desk,
      reader,
    }) => {
      const {
        did,
        calls: [call],
      } = await waiting(desk, 1);
      const asha = await reader('Asha', did);
      await rowOf(asha, call).hover();
      await desk.post(aLegB(call, { status: 'answered', duration: 12 }));
      await expect(rowOf(asha, call)).toContainText('Answered after all');
      await expect(rowOf(asha, call).getByRole('link', { name: 'Call' })).toHaveCount(0);
      await lookAway(asha);
      await expect(rowOf(asha, call)).toHaveCount(0);
    });
  });

  test('a row that was reopened and settled again keeps its place like any other', async ({
    desk,
    reader,
  }) => {
    const { did, calls } = await waiting(desk, 5, 3);
    const asha = await reader('Asha', did);
    const ravi = await reader('Ravi', did, { view: 'closed' });
    await rowOf(asha, calls[0]).getByRole('button', { name: 'Called back' }).click();
    await rowOf(ravi, calls[0]).getByRole('button', { name: 'Reopen' }).click();
    await expect(rowOf(asha, calls[0])).toBeVisible();
    await look(ravi, desk.board(did));
    await rowOf(asha, calls[1]).hover();
    await rowOf(ravi, calls[0]).getByRole('button', { name: 'Called back' }).click();
    await expect(rowOf(asha, calls[0])).toContainText('Called back by Ravi');
  });

  test('a half-written note outlives the mark of somebody else, and can still be saved', async ({
    desk,
    reader,
  }) => {
    const {
      did,
      calls: [call],
    } = await waiting(desk, 1);
    const asha = await reader('Asha', did);
    const ravi = await reader('Ravi', did);
    await rowOf(asha, call).getByRole('button', { name: 'More about' }).click();
    const note = detailOf(asha, call).getByRole('textbox', { name: 'Note' });
    await note.fill('Rings from Madurai');
    await lookAway(asha);
    await rowOf(ravi, call).getByRole('button', { name: 'Called back' }).click();
    await expect(rowOf(asha, call)).toContainText('Called back by Ravi');
    await expect(note).toHaveValue('Rings from Madurai');
    await detailOf(asha, call).getByRole('button', { name: 'Save note' }).click();
    await expect(toastOf(asha, `Note saved: ${shown(call.from)}`)).toBeVisible();
    await look(ravi, desk.board(did, { view: 'closed' }));
    await rowOf(ravi, call).getByRole('button', { name: 'More about' }).click();
    await expect(detailOf(ravi, call)).toContainText('Rings from Madurai');
  });

  test('a row that the reader settled with the pointer does not leave the desk believing it is read', async ({
    desk,
    reader,
  }) => {
    const { did, calls } = await waiting(desk, 5);
    const asha = await reader('Asha', did);
    const ravi = await reader('Ravi', did);
    await rowOf(asha, calls[0]).getByRole('button', { name: 'Called back' }).click();
    await expect(rowOf(asha, calls[0])).toHaveCount(0);
    await asha.mouse.move(2, 2);
    const next = aMissedCall(did);
    await desk.post(next);
    await expect(rowOf(asha, next)).toBeVisible();
    await rowOf(ravi, next).getByRole('button', { name: 'Called back' }).click();
    await expect(rowOf(asha, next)).toHaveCount(0);
  });

  test('a long list stays where it was scrolled to when rows above it leave', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, ...Array.from({ length: 40 }, (_, index) => 20 - index / 10));
    const asha = await reader('Asha', did);
    await rowOf(asha, calls[30]!).scrollIntoViewIfNeeded();
    await asha.mouse.move(2, 2);
    const before = await rowOf(asha, calls[30]!).boundingBox();
    await desk.post(aLegB(calls[0]!, { status: 'answered', duration: 12 }));
    await expect(callerRows(asha)).toHaveCount(39);
    expect(await rowOf(asha, calls[30]!).boundingBox()).toEqual(before);
  });

  test('a case keeps its row when an earlier call of the caller turns up late', async ({ desk, reader }) => {
    const did = aDid();
    const from = aCaller();
    const later = aMissedCall(did, { from }, 2);
    await desk.post(later);
    const asha = await reader('Asha', did);
    await rowOf(asha, later).getByRole('button', { name: 'More about' }).click();
    await detailOf(asha, later).getByRole('textbox', { name: 'Note' }).fill('Half of a');
    await desk.post(aMissedCall(did, { from, conversation_uuid: aConversation() }, 9));
    await expect(rowOf(asha, later)).toContainText('rang 2 times');
    await expect(detailOf(asha, later).getByRole('textbox', { name: 'Note' })).toHaveValue('Half of a');
  });
});

/** Posts a record from inside of the page; tells the ms from before the POST until its row can be seen. */
async function msUntilRow(page: Page, cdr: object, number: string): Promise<number> {
  return page.evaluate(
    async ({ body, number }) => {
      const isSeen = () =>
        [...document.querySelectorAll('tbody [role=row]')].some(
          (row) => row.textContent?.includes(number) && row.checkVisibility(),
        );
      const seen = new Promise<number>((resolve) => {
        const look = () => (isSeen() ? resolve(performance.now()) : requestAnimationFrame(look));
        look();
      });
      const before = performance.now();
      const address = '/api/webhook/cdr?token=a-token-for-the-browser-tests';
      const answer = await fetch(address, { method: 'POST', body });
      if (answer.status !== 200) throw new Error(`The webhook answered ${answer.status}.`);
      return (await seen) - before;
    },
    { body: JSON.stringify(cdr), number },
  );
}
