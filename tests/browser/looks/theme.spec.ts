/** Light, dark or as the system: whatever somebody chose is what they see, from the first paint on. */

import { expect, type Page } from 'playwright/test';
import { test } from '../desk';

const light = 'rgb(251, 251, 250)';
const dark = 'rgb(20, 20, 20)';

const ground = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
/** What the browser draws its own bar in, of those that hold now. */
const bar = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')]
      .filter(({ media }) => media === '' || matchMedia(media).matches)
      .map(({ content }) => content),
  );

for (const [system, choice, other] of [
  ['light', 'Dark', dark],
  ['dark', 'Light', light],
] as const) {
  test(`${choice} by choice on a ${system} system`, async ({ desk, person }) => {
    const own = system === 'light' ? light : dark;
    const asha = await person('Asha', { colorScheme: system });
    await asha.goto(`${desk.url}/account`);
    expect(await ground(asha)).toBe(own);

    await asha.getByRole('button', { name: choice }).click();
    await expect(asha.getByRole('button', { name: choice })).toHaveAttribute('aria-current', 'true');
    expect(await ground(asha)).toBe(other);
    expect(await bar(asha)).toEqual([other === dark ? '#141414' : '#fbfbfa']);
    const text = await asha.evaluate(() => getComputedStyle(document.querySelector('h1')!).color);
    expect(text).toBe(other === dark ? 'rgb(237, 237, 236)' : 'rgb(28, 27, 26)');

    // The board is drawn so by the server: no script turns it afterwards.
    const answer = await asha.request.get(desk.url);
    expect(await answer.text()).toContain(`data-theme="${choice.toLowerCase()}"`);
    await asha.goto(desk.url);
    expect(await ground(asha)).toBe(other);

    await asha.goto(`${desk.url}/account`);
    await asha.getByRole('button', { name: 'As the system' }).click();
    await expect(asha.getByRole('button', { name: 'As the system' })).toHaveAttribute('aria-current', 'true');
    expect(await ground(asha)).toBe(own);
    expect(await bar(asha)).toEqual([own === dark ? '#141414' : '#fbfbfa']);
  });
}
