/** `npm run screens`: a picture of every page and state in docs/screens, light and dark, wide and on a phone. */

import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, expect, test } from 'playwright/test';
import sharp from 'sharp';
import { type Desk, running } from '../browser/built-desk';
import { begins, fill } from './filled-desk';
import { inTheReadme, onAFreshDesk, onTheFilledDesk, type Shot, visit } from './shots';

const folder = 'docs/screens';

const screens = {
  wide: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

const itsDay = {
  DESK_BEGINS: new Date(begins).toISOString(),
  NODE_OPTIONS: `--import ${join(import.meta.dirname, 'fixed-clock.mjs')}`,
};

test('of a desk at work', async ({ browser }) => {
  await running(async (desk) => {
    await fill(desk);
    await takeAll(browser, desk, onTheFilledDesk);
    for (const [name, picture] of Object.entries(inTheReadme)) {
      if (existsSync(join(folder, picture))) copyFileSync(join(folder, picture), join(folder, name));
    }
  }, itsDay);
});

test('of a fresh desk', async ({ browser }) => {
  await running((desk) => takeAll(browser, desk, onAFreshDesk), itsDay);
});

/** A picture that fails is told at the end: the others are taken all the same. `ONLY=board` takes those whose name has it. */
async function takeAll(browser: Browser, desk: Desk, shots: Shot[]): Promise<void> {
  const failed: string[] = [];
  for (const shot of shots.filter(({ name }) => name.includes(process.env.ONLY ?? ''))) {
    for (const screen of Object.keys(screens) as (keyof typeof screens)[]) {
      await take(browser, desk, shot, screen).catch((error) =>
        failed.push(`${shot.name} ${screen}: ${error}`),
      );
    }
    console.log(shot.name);
  }
  expect(failed).toEqual([]);
}

async function take(browser: Browser, desk: Desk, shot: Shot, screen: keyof typeof screens): Promise<void> {
  const { who = 'Asha', name } = shot;
  const context = await browser.newContext({
    ...screens[screen],
    locale: 'en-IN',
    timezoneId: 'Asia/Kolkata',
    reducedMotion: 'reduce',
  });
  try {
    if (who !== null) await context.addCookies(await desk.cast.cookiesOf(who));
    const page = await context.newPage();
    await visit(page, desk, shot);
    await page.evaluate(() => document.fonts.ready);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const path = join(folder, `${name}-${colorScheme}-${screen}.png`);
      const picture = await page.screenshot({ scale: 'css', animations: 'disabled' });
      // A third of the size, and nobody sees the difference.
      await sharp(picture).png({ palette: true, effort: 10 }).toFile(path);
    }
  } finally {
    await context.close();
  }
}
