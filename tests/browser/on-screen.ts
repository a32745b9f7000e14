/** What people see on the board, found as they would find it. */

import { expect, type Locator, type Page } from 'playwright/test';
import type { CdrJson } from '../builders';
import { shown } from './calls';

/** Opens an address of the desk and waits until the page is live: from then on it hears clicks and keys. */
export async function look(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(lineWord(page)).toHaveText('Live');
}

/** The pointer and the focus leave the rows. */
export async function lookAway(page: Page): Promise<void> {
  await page.mouse.move(2, 2);
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
}

/** The row of a caller. */
export function rowOf(page: Page, { from }: CdrJson) {
  return callerRows(page).filter({ hasText: shown(from) });
}

/** The rows of callers, without the head of the table and the details of opened rows. */
export function callerRows(page: Page) {
  return page
    .getByRole('row')
    .filter({ hasNot: page.getByRole('columnheader') })
    .filter({ hasNot: page.getByRole('region') });
}

/** The case at the side of the rows. */
export function panelOf(page: Page, { from }: CdrJson) {
  return page.getByRole('complementary', { name: shown(from) });
}

/** Clicks a button of a row, which is there to see once the pointer is over the row. */
export async function pressIn(row: Locator, name: string): Promise<void> {
  await row.hover();
  await row.getByRole('button', { name }).first().click();
}

/** Where a click on a row meets no button of it. */
export const onItsState = { position: { x: 60, y: 20 } };

/** The bar that says how many rows are selected. */
export function selectionBar(page: Page) {
  return page.getByRole('toolbar', { name: 'Selected callers' });
}

/** The bar that holds new rows back. */
export function newRows(page: Page) {
  return page.getByRole('button', { name: /\d+ new/ });
}

/** What an opened row shows of its caller. */
export function detailOf(page: Page, { from }: CdrJson) {
  return page.getByRole('region', { name: `Calls of ${shown(from)}` });
}

/** A message at the foot of the page. */
export function toastOf(page: Page, text: string) {
  return page
    .getByRole('region', { name: /^Notifications/ })
    .getByRole('listitem')
    .filter({ hasText: text });
}

/** Whether the rows can be believed: "Live", "Reconnecting…", "Last update 10:02". */
export function lineWord(page: Page) {
  return page.getByRole('banner').getByRole('status');
}

/** A gate before what a page asks by GET of the addresses that match. */
export type Gate = {
  /** From now on they wait; done when none is under way any more, so that no answer from before comes later. */
  hold(): Promise<void>;
  /** Lets them all through. */
  release(): void;
};

/** Builds a gate, open at first: before the page is opened, for a question that is under way already passes no gate. */
export async function gateFor(page: Page, address: RegExp): Promise<Gate> {
  if (page.url() !== 'about:blank') throw new Error('The gate comes too late: this page is open already.');
  let release = () => {};
  let released = Promise.resolve();
  const underWay = new Set<Promise<void>>();
  await page.route(address, async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    await released;
    // A question that the page gave up meanwhile needs no answer.
    const answered = route
      .fetch()
      .then((response) => route.fulfill({ response }))
      .catch(() => undefined)
      .finally(() => underWay.delete(answered));
    underWay.add(answered);
  });
  return {
    async hold() {
      released = new Promise((resolve) => {
        release = resolve;
      });
      await Promise.all(underWay);
    },
    release: () => release(),
  };
}
