/** "I am on it" for everybody to see, and callers who are put off until a time. */

import { expect } from 'playwright/test';
import { second } from '../builders';
import type { Desk } from './built-desk';
import { aMissedCall, shown, waiting } from './calls';
import { test } from './desk';
import { callerRows, detailOf, look, pressIn, rowOf, toastOf } from './on-screen';

/** Minutes ago: a record tells its seconds only, and a call that began before a decision is seen with it. */
const afterTheSnooze = -0.05;

test.describe('a claim', () => {
  test('m claims, everybody sees who is on it, and m again releases', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9, 8);
    const [asha, ravi] = [await reader('Asha', did), await reader('Ravi', did)];
    for (const key of ['j', 'm']) await asha.keyboard.press(key);
    await expect(rowOf(ravi, calls[0])).toContainText('Asha is on it');
    await expect(rowOf(asha, calls[0])).toContainText('Asha is on it');
    await expect(rowOf(asha, calls[0])).toBeFocused();
    await expect(rowOf(ravi, calls[1])).not.toContainText('is on it');
    await asha.keyboard.press('m');
    await expect(rowOf(ravi, calls[0])).not.toContainText('is on it');
  });

  test('the opened row says until when, and a colleague can release it', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9);
    const [asha, ravi] = [await reader('Asha', did), await reader('Ravi', did)];
    await pressIn(rowOf(asha, calls[0]), 'Claim');
    await expect(rowOf(ravi, calls[0])).toContainText('Asha is on it');
    await expect(rowOf(ravi, calls[0]).getByRole('button', { name: 'Claim' })).toHaveCount(0);
    await pressIn(rowOf(ravi, calls[0]), 'More about');
    await expect(detailOf(ravi, calls[0])).toContainText(/Asha is on it until \d\d:\d\d/);
    await detailOf(ravi, calls[0]).getByRole('button', { name: 'Release' }).click();
    await expect(rowOf(asha, calls[0])).not.toContainText('is on it');
  });

  test.describe(() => {
    // The answer that tells who was first.
    test.use({ expectedTrouble: /status of 409 .*\/decisions/ });

    test('of somebody else stays theirs, and a sentence says so', async ({ desk, reader }) => {
      const { did, calls } = await waiting(desk, 9);
      const [asha, ravi] = [await reader('Asha', did), await reader('Ravi', did)];
      for (const key of ['j', 'm']) await asha.keyboard.press(key);
      await expect(rowOf(ravi, calls[0])).toContainText('Asha is on it');
      for (const key of ['j', 'm']) await ravi.keyboard.press(key);
      await expect(toastOf(ravi, 'Asha is on it.')).toBeVisible();
      await expect(rowOf(ravi, calls[0])).toContainText('Asha is on it');
      await expect(rowOf(asha, calls[0])).toContainText('Asha is on it');
    });
  });
});

test.describe('a snooze', () => {
  test('s puts the caller off for an hour, the focus goes on, and z takes it back', async ({
    desk,
    reader,
  }) => {
    const { did, calls } = await waiting(desk, 9, 8);
    const asha = await reader('Asha', did);
    for (const key of ['j', 's']) await asha.keyboard.press(key);
    await expect(rowOf(asha, calls[0])).toHaveCount(0);
    await expect(rowOf(asha, calls[1])).toBeFocused();
    await expect(toastOf(asha, `Snoozed: ${shown(calls[0].from)}`)).toBeVisible();
    await asha.keyboard.press('z');
    await expect(rowOf(asha, calls[0])).toBeFocused();
    await expect(callerRows(asha)).toHaveCount(2);
  });

  test('until a time of the menu: the Snoozed view says until when and wakes the caller', async ({
    desk,
    reader,
  }) => {
    const { did, calls } = await waiting(desk, 9);
    const [asha, ravi] = [await reader('Asha', did), await reader('Ravi', did)];
    await pressIn(rowOf(asha, calls[0]), 'More about');
    await detailOf(asha, calls[0]).getByRole('button', { name: 'Snooze' }).click();
    await detailOf(asha, calls[0]).getByRole('button', { name: 'Tomorrow, 9:00' }).click();
    await expect(rowOf(asha, calls[0])).toHaveCount(0);
    await expect(rowOf(ravi, calls[0])).toHaveCount(0);

    await look(asha, desk.board(did, { view: 'snoozed' }));
    await expect(rowOf(asha, calls[0])).toContainText('Snoozed');
    await expect(rowOf(asha, calls[0])).toContainText(/until \w{3} 09:00/);
    await pressIn(rowOf(asha, calls[0]), 'More about');
    await detailOf(asha, calls[0]).getByRole('button', { name: 'Wake now' }).click();
    await expect(rowOf(asha, calls[0])).toHaveCount(0);
    await expect(rowOf(ravi, calls[0])).toContainText('Waiting');
  });

  test('until any time that is typed', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9);
    const asha = await reader('Asha', did);
    await pressIn(rowOf(asha, calls[0]), 'More about');
    await detailOf(asha, calls[0]).getByRole('button', { name: 'Snooze' }).click();
    const inTwoDays = new Date(Date.now() + 48 * 3600 * second).toISOString().slice(0, 10);
    await detailOf(asha, calls[0]).getByLabel('Snooze until').fill(`${inTwoDays}T16:45`);
    await detailOf(asha, calls[0]).getByRole('button', { name: 'Snooze until then' }).click();
    await look(asha, desk.board(did, { view: 'snoozed' }));
    await expect(rowOf(asha, calls[0])).toContainText(/until \w{3} 16:45/);
  });

  test('is over when its time has come, without any record', async ({ desk, person }) => {
    const { did, calls } = await waiting(desk, 9);
    const asha = await person('Asha');
    await asha.clock.install();
    await look(asha, desk.board(did));
    let seconds = 2;
    await expect(async () => {
      // Until it lasts long enough to be seen on this machine.
      seconds *= 2;
      await snooze(desk, did, seconds * second);
      await expect(rowOf(asha, calls[0])).toHaveCount(0, { timeout: seconds * second });
    }).toPass();
    await expect(async () => {
      // A calm board asks every 30 s.
      await asha.clock.fastForward(30_000);
      await expect(rowOf(asha, calls[0])).toContainText('Waiting', { timeout: second });
    }).toPass();
  });

  test('ends as soon as the caller rings again', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9);
    const asha = await reader('Asha', did);
    await snooze(desk, did, 3600 * second);
    await expect(rowOf(asha, calls[0])).toHaveCount(0);
    await desk.post(aMissedCall(did, { from: calls[0].from }, afterTheSnooze));
    await expect(rowOf(asha, calls[0])).toContainText('rang 2 times');
  });
});

/** Ravi, at another desk, puts off the only caller of a DID. */
async function snooze(desk: Desk, did: number, ms: number): Promise<void> {
  const board = await (
    await desk.cast.getAs('Ravi', `/api/cases?${new URLSearchParams({ did: `+${did}` })}`)
  ).json();
  const answer = await desk.cast.postAs('Ravi', `/api/cases/${board.cases[0].id}/decisions`, {
    kind: 'snooze',
    until: new Date(Date.now() + ms).toISOString(),
  });
  expect(answer.status).toBe(200);
}
