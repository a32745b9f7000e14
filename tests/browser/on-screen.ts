/** What people see on the board, found as they would find it. */

import { expect, type Page } from 'playwright/test';
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
  return page.getByRole('row').filter({ has: page.getByRole('button', { name: /^More about/ }) });
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

/** Holds back what the page asks by GET of the addresses that match, until the returned function is called. */
export async function hold(page: Page, address: RegExp): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(address, async (route) => {
    if (route.request().method() === 'GET') await released;
    // A request that the page gave up meanwhile needs no answer.
    await route.continue().catch(() => undefined);
  });
  return release;
}
