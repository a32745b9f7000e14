/** Notifications and sounds of missed and overdue calls: off until somebody asks, and once over all tabs. */

import { expect, type Page } from 'playwright/test';
import type { BoardJson } from '@/domain/case-json';
import { aDid, aLegB } from '../../builders';
import type { Desk } from '../built-desk';
import { aMissedCall, shown } from '../calls';
import { test } from '../desk';
import { look, rowOf } from '../on-screen';

/** Notes what the browser is asked to show and to sound, which nobody can see in a picture of the page. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept = window as unknown as { shown: string[]; sounded: number };
    kept.shown = [];
    kept.sounded = 0;
    const Shown = Notification;
    window.Notification = class extends Shown {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        kept.shown.push(title);
      }
    };
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      kept.sounded += 1;
      start.call(this, when);
    };
  });
}
const shownOn = (page: Page) => page.evaluate(() => (window as unknown as { shown: string[] }).shown);
const soundedOn = (page: Page) => page.evaluate(() => (window as unknown as { sounded: number }).sounded);

async function want(page: Page, kind: string, how: string): Promise<void> {
  await page.getByRole('button', { name: 'Notices' }).click();
  await page.getByRole('group', { name: kind }).getByRole('checkbox', { name: how }).click();
  await page.keyboard.press('Escape');
}

/** Whether the one call of the desk could be told of by now (rules.md 12). */
async function isSettled(desk: Desk): Promise<boolean> {
  const board = (await (await desk.cast.getAs('Asha', '/api/cases')).json()) as BoardJson;
  return board.cases.every(({ calls }) => Date.parse(calls[0]!.settlesAt) < Date.now());
}

test.describe(() => {
  // The page asks what became of the answered call, and hears that it is none.
  test.use({ expectedTrouble: /status of 404 .*\/api\/cases\// });

  test('once switched on, a missed call is told once over two tabs, and an answered one never', async ({
    ownDesk,
    person,
  }) => {
    const did = aDid();
    const before = aMissedCall(did, {}, 3);
    await ownDesk.post(before);
    const asha = await person('Asha');
    await expect.poll(() => isSettled(ownDesk)).toBe(true);
    await asha.context().grantPermissions(['notifications']);
    const other = await asha.context().newPage();
    for (const page of [asha, other]) {
      await listen(page);
      await look(page, ownDesk.url);
    }
    await want(other, 'New missed calls', 'Show a notification');
    await want(other, 'New missed calls', 'Play a sound');
    expect(await soundedOn(other)).toBe(2);
    await asha.getByRole('button', { name: 'Notices' }).click();
    await expect(
      asha.getByRole('group', { name: 'New missed calls' }).getByRole('checkbox', { name: 'Play a sound' }),
    ).toBeChecked();

    const answered = aMissedCall(did);
    const missed = aMissedCall(did);
    for (const leg of [answered, missed, aLegB(answered, { status: 'answered', duration: 12 })])
      await ownDesk.post(leg);
    const told = async () => [...(await shownOn(asha)), ...(await shownOn(other))];
    await expect.poll(told).toEqual([`Missed: ${shown(missed.from)} on ${shown(did)}`]);
    const last = aMissedCall(did);
    await ownDesk.post(last);
    await expect.poll(told).toHaveLength(2);
    expect(await told()).toContain(`Missed: ${shown(last.from)} on ${shown(did)}`);
    expect((await soundedOn(asha)) + (await soundedOn(other))).toBe(2 + 4);
  });
});

test('a case that falls due is told when it does, and what nobody asked for is not', async ({
  desk,
  person,
}) => {
  const did = aDid();
  const asha = await person('Asha');
  await asha.context().grantPermissions(['notifications']);
  await listen(asha);
  await look(asha, desk.board(did));
  await want(asha, 'Overdue calls', 'Show a notification');
  // Due in three seconds, of thirty minutes.
  const [call, fresh] = [aMissedCall(did, {}, 29.95), aMissedCall(did)];
  for (const leg of [call, fresh]) await desk.post(leg);
  await expect.poll(() => shownOn(asha)).toContain(`Overdue: ${shown(call.from)} on ${shown(did)}`);
  expect((await shownOn(asha)).filter((title) => title.startsWith('Missed'))).toEqual([]);
  await expect(rowOf(asha, call)).toContainText('Overdue');
});

test('a browser that does not allow it says so, and nothing is switched on', async ({ desk, person }) => {
  const asha = await person('Asha');
  await asha.addInitScript(() => {
    Notification.requestPermission = () => Promise.resolve('denied');
  });
  await look(asha, desk.url);
  await asha.getByRole('button', { name: 'Notices' }).click();
  const box = asha
    .getByRole('group', { name: 'New missed calls' })
    .getByRole('checkbox', { name: 'Show a notification' });
  await box.click();
  await expect(asha.getByText('This browser does not allow notifications')).toBeVisible();
  await expect(box).not.toBeChecked();
});
