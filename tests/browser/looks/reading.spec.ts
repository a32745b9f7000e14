/** A refresh does not move what is being read, nor lose what is being written. */

import { expect } from 'playwright/test';
import { aCaller, aConversation, aDid, aLegB } from '../../builders';
import { aMissedCall, shown, waiting } from '../calls';
import { test } from '../desk';
import { callerRows, detailOf, look, lookAway, newRows, pressIn, rowOf, toastOf } from '../on-screen';

test('the focus stays on its row when an older call comes in, until the reader asks for it', async ({
  desk,
  reader,
}) => {
  const {
    did,
    calls: [call],
  } = await waiting(desk, 2);
  const asha = await reader('Asha', did);
  await asha.keyboard.press('j');
  await expect(rowOf(asha, call)).toBeFocused();
  const older = aMissedCall(did, {}, 8);
  await desk.post(older);
  await expect(newRows(asha)).toHaveText(/^▲1 new missed call/);
  await expect(rowOf(asha, call)).toBeFocused();
  await expect(rowOf(asha, older)).toHaveCount(0);
  await asha.keyboard.press('n');
  await expect(rowOf(asha, older)).toBeFocused();
  await expect(callerRows(asha).first()).toContainText(shown(older.from));
  await expect(newRows(asha)).toHaveCount(0);
});

test('a half-written note keeps its text, its caret and the focus', async ({ desk, reader }) => {
  const {
    did,
    calls: [call],
  } = await waiting(desk, 2);
  const asha = await reader('Asha', did);
  await pressIn(rowOf(asha, call), 'More about');
  const note = detailOf(asha, call).getByRole('textbox', { name: 'Note' });
  await note.click();
  await note.pressSequentially('Wants the bill');
  for (let step = 0; step < ' bill'.length; step += 1) await note.press('ArrowLeft');
  const [older, again] = [aMissedCall(did, {}, 8), aMissedCall(did, { from: call.from })];
  await desk.post(older);
  await desk.post(again);
  await expect(newRows(asha)).toBeVisible();
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
  await pressIn(rowOf(asha, call), 'More about');
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
  await pressIn(rowOf(asha, calls[0]), 'More about');
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
  await expect(detailOf(asha, calls[0]).getByRole('textbox', { name: 'Note' })).toHaveValue('Asked for Ravi');
});

test('a half-written note is there again after the row was closed', async ({ desk, reader }) => {
  const {
    did,
    calls: [call],
  } = await waiting(desk, 1);
  const asha = await reader('Asha', did);
  const pressMore = () => pressIn(rowOf(asha, call), 'More about');
  await pressMore();
  await detailOf(asha, call).getByRole('textbox', { name: 'Note' }).fill('Asked for Ravi');
  await pressMore();
  await expect(detailOf(asha, call)).toHaveCount(0);
  await expect(rowOf(asha, call)).toContainText('note not saved');
  await pressMore();
  await expect(detailOf(asha, call).getByRole('textbox', { name: 'Note' })).toHaveValue('Asked for Ravi');
});

test('nothing moves under the pointer: an older call waits until the reader leaves', async ({
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
  await expect(newRows(asha)).toBeVisible();
  expect(await rowOf(asha, second).boundingBox()).toEqual(before);
  await expect(rowOf(asha, older)).toHaveCount(0);
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
  await pressIn(rowOf(ravi, first), 'Called back');
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

  test('a call that was answered after all says so, while the reader is there', async ({ desk, reader }) => {
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

test('a row that was reopened and settled again keeps its place like any other', async ({ desk, reader }) => {
  const { did, calls } = await waiting(desk, 5, 3);
  const asha = await reader('Asha', did);
  const ravi = await reader('Ravi', did, { view: 'closed' });
  await pressIn(rowOf(asha, calls[0]), 'Called back');
  await pressIn(rowOf(ravi, calls[0]), 'Reopen');
  await expect(newRows(asha)).toHaveText(/1 new ?press n/);
  await asha.keyboard.press('n');
  await expect(rowOf(asha, calls[0])).toBeFocused();
  await look(ravi, desk.board(did));
  await rowOf(asha, calls[1]).hover();
  await pressIn(rowOf(ravi, calls[0]), 'Called back');
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
  await pressIn(rowOf(asha, call), 'More about');
  const note = detailOf(asha, call).getByRole('textbox', { name: 'Note' });
  await note.fill('Rings from Madurai');
  await lookAway(asha);
  await pressIn(rowOf(ravi, call), 'Called back');
  await expect(rowOf(asha, call)).toContainText('Called back by Ravi');
  await expect(note).toHaveValue('Rings from Madurai');
  await detailOf(asha, call).getByRole('button', { name: 'Save note' }).click();
  await expect(toastOf(asha, `Note saved: ${shown(call.from)}`)).toBeVisible();
  await look(ravi, desk.board(did, { view: 'closed' }));
  await pressIn(rowOf(ravi, call), 'More about');
  await expect(detailOf(ravi, call)).toContainText('Rings from Madurai');
});

test('a row that the reader settled with the pointer does not leave the desk believing it is read', async ({
  desk,
  reader,
}) => {
  const { did, calls } = await waiting(desk, 5);
  const asha = await reader('Asha', did);
  const ravi = await reader('Ravi', did);
  await pressIn(rowOf(asha, calls[0]), 'Called back');
  await expect(rowOf(asha, calls[0])).toHaveCount(0);
  await asha.mouse.move(2, 2);
  const next = aMissedCall(did);
  await desk.post(next);
  await expect(rowOf(asha, next)).toBeVisible();
  await pressIn(rowOf(ravi, next), 'Called back');
  await expect(rowOf(asha, next)).toHaveCount(0);
});

test('a long list stays where it was scrolled to, and says how many are new', async ({ desk, reader }) => {
  const { did, calls } = await waiting(desk, ...Array.from({ length: 40 }, (_, index) => 20 - index / 10));
  const asha = await reader('Asha', did);
  const ravi = await reader('Ravi', did);
  await rowOf(asha, calls[30]!).scrollIntoViewIfNeeded();
  await asha.mouse.move(2, 2);
  const before = await rowOf(asha, calls[30]!).boundingBox();
  await pressIn(rowOf(ravi, calls[0]!), 'Called back');
  const older = aMissedCall(did, {}, 25);
  await desk.post(older);
  await expect(rowOf(asha, calls[0]!)).toContainText('Called back by Ravi');
  await expect(newRows(asha)).toBeVisible();
  expect(await rowOf(asha, calls[30]!).boundingBox()).toEqual(before);
  await newRows(asha).click();
  await expect(rowOf(asha, older)).toBeFocused();
  await asha.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await asha.evaluate(() => window.scrollTo({ top: 0 }));
  await expect(rowOf(asha, calls[0]!)).toHaveCount(0);
  await expect(callerRows(asha)).toHaveCount(40);
});

test('a paused desk stands still until it goes on, and says how many are new', async ({ desk, reader }) => {
  const {
    did,
    calls: [first],
  } = await waiting(desk, 5);
  const asha = await reader('Asha', did);
  const ravi = await reader('Ravi', did);
  const pause = asha.getByRole('button', { name: 'Pause' });
  await asha.keyboard.press('p');
  await expect(pause).toHaveAttribute('aria-pressed', 'true');
  const next = aMissedCall(did);
  await desk.post(next);
  await pressIn(rowOf(ravi, first), 'Called back');
  await expect(rowOf(asha, first)).toContainText('Called back by Ravi');
  await expect(newRows(asha)).toBeVisible();
  await expect(rowOf(asha, next)).toHaveCount(0);
  await pause.click();
  await asha.mouse.move(2, 2);
  await expect(rowOf(asha, next)).toBeVisible();
  await expect(rowOf(asha, first)).toHaveCount(0);
});

test('nobody reads, and yet a settled row stands greyed for a moment before the others move up', async ({
  desk,
  reader,
}) => {
  const {
    did,
    calls: [first, second],
  } = await waiting(desk, 5, 3);
  const asha = await reader('Asha', did);
  const ravi = await reader('Ravi', did);
  const before = await rowOf(asha, second).boundingBox();
  await pressIn(rowOf(ravi, first), 'Called back');
  await expect(rowOf(asha, first)).toContainText('Called back by Ravi');
  expect(await rowOf(asha, second).boundingBox()).toEqual(before);
  await expect(rowOf(asha, first)).toHaveCount(0);
});

test('a case keeps its row when an earlier call of the caller turns up late', async ({ desk, reader }) => {
  const did = aDid();
  const from = aCaller();
  const later = aMissedCall(did, { from }, 2);
  await desk.post(later);
  const asha = await reader('Asha', did);
  await pressIn(rowOf(asha, later), 'More about');
  await detailOf(asha, later).getByRole('textbox', { name: 'Note' }).fill('Half of a');
  await desk.post(aMissedCall(did, { from, conversation_uuid: aConversation() }, 9));
  await expect(rowOf(asha, later)).toContainText('rang 2 times');
  await expect(detailOf(asha, later).getByRole('textbox', { name: 'Note' })).toHaveValue('Half of a');
});
