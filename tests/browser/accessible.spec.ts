/** No axe violations (WCAG 2.2 AA), in light and dark, on a wide screen and on a phone. */

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';
import { aDid } from '../builders';
import type { Desk } from './built-desk';
import { aMissedCall, postNonsense, shown, waiting } from './calls';
import { password } from './cast';
import { type Person, test } from './desk';
import { callerRows, detailOf, look, rowOf, toastOf } from './on-screen';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const screens = {
  wide: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

/** The pages at the door, for who is not signed in. */
const pagesAtTheDoor: Record<string, (page: Page, desk: Desk) => Promise<void>> = {
  async 'the first admin'(page, desk) {
    await page.goto(`${desk.url}/welcome`);
    await expect(page.getByLabel('Your name')).toBeVisible();
  },
  async 'signing in, refused'(page, desk) {
    await desk.cast.exist('Asha');
    await page.goto(`${desk.url}/sign-in`);
    await page.getByLabel('E-mail').fill('asha@example.com');
    await page.getByLabel('Password').fill('not that one at all');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText('is wrong.')).toBeVisible();
  },
  async 'an invitation'(page, desk) {
    const { secret } = await desk.cast.invited('viewer');
    await page.goto(`${desk.url}/invitation/${secret}`);
    await expect(page.getByLabel('Your name')).toBeVisible();
  },
  async 'an invitation that never was'(page, desk) {
    await page.goto(`${desk.url}/invitation/nothing`);
    await expect(page.getByText('Ask for a new one.')).toBeVisible();
  },
};

/** The pages beside the board, each with all that it can show. */
const pagesBeside: Record<string, (page: Page, desk: Desk) => Promise<void>> = {
  async 'the story of a case'(page, desk) {
    const { did, calls } = await waiting(desk, 50);
    await desk.post(aMissedCall(did, { from: calls[0].from, status: 'ringtimeout' }, 40));
    await look(page, desk.board(did));
    for (const key of ['j', 'm', 't']) await page.keyboard.press(key);
    await expect(toastOf(page, 'Tried')).toBeVisible();
    await page.keyboard.press('z');
    await expect(toastOf(page, 'Undone')).toBeVisible();
    await page.keyboard.press('o');
    await detailOf(page, calls[0]).getByRole('link', { name: 'Why is this here?' }).click();
    await expect(page.getByRole('region', { name: 'What happened' })).toContainText('undone by Asha');
  },
  async 'the rules'(page, desk) {
    await page.goto(`${desk.url}/rules#rule-9`);
    await expect(page.locator('[data-named]')).toHaveId('rule-9');
  },
  async 'the settings, tried and refused'(page, desk) {
    const { did } = await waiting(desk, 30);
    await look(page, `${desk.url}/settings`);
    const ofDesk = page.getByRole('form', { name: 'The desk' });
    await ofDesk.getByLabel('Opening hours').selectOption('By weekday');
    await ofDesk.getByLabel('Tuesday closes').fill('08:00');
    await ofDesk.getByRole('button', { name: 'Save' }).click();
    await expect(ofDesk).toContainText('Must be after the opening.');
    await page
      .locator('summary')
      .filter({ hasText: shown(did) })
      .click();
    const ofDid = page.getByRole('form', { name: shown(did) });
    await ofDid.getByLabel('Short ring below: whose').selectOption('Its own');
    await ofDid.getByLabel('From a date back').check();
    await ofDid.getByRole('button', { name: 'Try it' }).click();
    await expect(ofDid.getByRole('table')).toBeVisible();
  },
  async 'what was not understood'(page, desk) {
    await postNonsense(desk, 2);
    await look(page, `${desk.url}/quarantine`);
    await expect(page.getByText('"nonsense": 1')).toBeVisible();
  },
  async 'nothing to understand'(page, desk) {
    await look(page, `${desk.url}/quarantine`);
    await expect(page.getByText('Every record was understood.')).toBeVisible();
  },
  async 'a record that may go'(page, desk) {
    await postNonsense(desk, 1);
    await look(page, `${desk.url}/quarantine`);
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect(page.getByRole('dialog', { name: 'Discard' })).toBeVisible();
  },
  async 'a tried record'(page, desk) {
    await look(page, `${desk.url}/quarantine/try`);
    await page.getByLabel('Paste a record').fill(JSON.stringify(aMissedCall(aDid())));
    await page.getByRole('button', { name: 'Read it' }).click();
    await expect(page.getByText('It would put')).toBeVisible();
  },
  async 'the people, one being changed, and a link'(page, desk) {
    await waiting(desk, 5);
    await desk.cast.exist('Ravi');
    await look(page, `${desk.url}/people`);
    await page.getByRole('button', { name: 'Change Ravi' }).click();
    await page.getByRole('form', { name: 'Change Ravi' }).getByLabel('Only some').check();
    await page.getByRole('button', { name: 'Make a link' }).click();
    await expect(page.getByLabel('The link')).toBeVisible();
  },
  async 'the audit'(page, desk) {
    await desk.cast.exist('Ravi');
    await look(page, `${desk.url}/audit`);
    await expect(page.getByText('accepted an invitation')).toBeVisible();
  },
  async 'the account, with a second factor on its way'(page, desk) {
    await look(page, `${desk.url}/account`);
    await page.getByRole('button', { name: 'Turn it on' }).click();
    await page.getByLabel('Your password first').fill(password);
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByLabel('The code that it shows')).toBeVisible();
  },
  async 'a tried record that is none'(page, desk) {
    await look(page, `${desk.url}/quarantine/try`);
    await page.getByLabel('Paste a record').fill('Good morning');
    await page.getByRole('button', { name: 'Read it' }).click();
    await expect(page.getByRole('alert').filter({ hasText: /\w/ })).toBeVisible();
  },
};

for (const [screen, size] of Object.entries(screens)) {
  // Nothing moves while it is measured: a toast on its way in is half transparent.
  const options = { ...size, reducedMotion: 'reduce' } as const;

  test.describe(screen, () => {
    test('rows of every state, opened, with notes and marks', async ({ desk, person }) => {
      const { did, asha } = await aBusyDesk(desk, person, options);
      await expectNoViolations(asha);
      await look(asha, desk.board(did, { view: 'all' }));
      await callerRows(asha).first().getByRole('button', { name: 'More about' }).click();
      await expectNoViolations(asha);
    });

    test('done, with an opened row', async ({ desk, person }) => {
      const { did, calls } = await waiting(desk, 50, 5);
      const asha = await person('Asha', options);
      await look(asha, desk.board(did));
      for (const key of ['j', 'e']) await asha.keyboard.press(key);
      await expect(toastOf(asha, 'Called back')).toBeVisible();
      await expectNoViolations(asha);
      await look(asha, desk.board(did, { view: 'closed' }));
      await rowOf(asha, calls[0]).getByRole('button', { name: 'More about' }).click();
      await expect(detailOf(asha, calls[0])).toBeVisible();
      await expectNoViolations(asha);
    });

    test('nothing to show', async ({ desk, person }) => {
      const { did } = await waiting(desk, 5);
      const asha = await person('Asha', options);
      await look(asha, desk.board(did, { q: 'Meenakshi' }));
      await expectNoViolations(asha);
      await look(asha, desk.board(aDid()));
      await expectNoViolations(asha);
    });

    test('the dialogs', async ({ desk, person }) => {
      const { did } = await waiting(desk, 5);
      const asha = await person('Asha', options);
      await look(asha, desk.board(did));
      await asha.keyboard.press('?');
      await expect(asha.getByRole('dialog', { name: 'Keys' })).toBeVisible();
      await expectNoViolations(asha);
    });

    test('who is on it, and the times of a snooze', async ({ desk, person }) => {
      const { did, calls } = await waiting(desk, 25);
      const asha = await person('Asha', options);
      await look(asha, desk.board(did));
      for (const key of ['j', 'm', 'o']) await asha.keyboard.press(key);
      await expect(detailOf(asha, calls[0])).toContainText('Asha is on it');
      await detailOf(asha, calls[0]).getByRole('button', { name: 'Snooze' }).click();
      await expectNoViolations(asha);
      await detailOf(asha, calls[0]).getByRole('button', { name: '1 hour' }).click();
      await look(asha, desk.board(did, { view: 'snoozed' }));
      await rowOf(asha, calls[0]).getByRole('button', { name: 'More about' }).click();
      await expectNoViolations(asha);
    });

    test.describe('beside the board', () => {
      // What is wrong on purpose: a value of the settings, a record that is none.
      test.use({ expectedTrouble: /status of (400|401)/ });

      for (const [page, visit] of Object.entries(pagesAtTheDoor)) {
        test(page, async ({ ownDesk, person }) => {
          const nobody = await person(null, options);
          await visit(nobody, ownDesk);
          await expectNoViolations(nobody);
        });
      }

      for (const [page, visit] of Object.entries(pagesBeside)) {
        test(page, async ({ ownDesk, person }) => {
          const asha = await person('Asha', options);
          await visit(asha, ownDesk);
          await expectNoViolations(asha);
        });
      }
    });

    test.describe('a broken line', () => {
      test.use({ expectedTrouble: /net::ERR_/ });

      test('and a mark that was not saved', async ({ desk, person }) => {
        const { did } = await waiting(desk, 5);
        const asha = await person('Asha', options);
        await look(asha, desk.board(did));
        await asha.context().setOffline(true);
        for (const key of ['j', 'e']) await asha.keyboard.press(key);
        await expect(toastOf(asha, 'Not saved')).toBeVisible();
        await expectNoViolations(asha);
      });
    });
  });
}

for (const [page, visit] of Object.entries(pagesBeside)) {
  test.describe('at 320 pixels', () => {
    test.use({ expectedTrouble: /status of 400/ });

    test(`${page}: nothing scrolls sideways`, async ({ ownDesk, person }) => {
      const asha = await person('Asha', { viewport: { width: 320, height: 700 } });
      await visit(asha, ownDesk);
      expect(await asha.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
  });
}

test('at 320 pixels nothing scrolls sideways', async ({ desk, person }) => {
  const { asha } = await aBusyDesk(desk, person, { viewport: { width: 320, height: 700 } });
  const width = () => asha.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBeLessThanOrEqual(320);
  for (const key of ['Escape', '?']) await asha.keyboard.press(key);
  await expect(asha.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  expect(await width()).toBeLessThanOrEqual(320);
});

test.describe('control', () => {
  test('text without contrast and a button without a name are found', async ({ desk, reader }) => {
    const { did } = await waiting(desk, 5);
    const asha = await reader('Asha', did);
    await asha.evaluate(() => {
      document
        .querySelector('main')!
        .insertAdjacentHTML('beforeend', '<button></button><p id="pale">pale</p>');
      document.getElementById('pale')!.style.color = '#ddd';
    });
    const rules = (await violations(asha)).map((line) => line.split(':')[0]);
    expect(rules.toSorted()).toEqual(['button-name', 'color-contrast']);
  });
});

/** Overdue, due soon, tried and waiting; twice, short and without a number; greyed, noted and opened. */
async function aBusyDesk(desk: Desk, person: Person, options: Parameters<Person>[1]) {
  const { did, calls } = await waiting(desk, 60, 45, 25, 10, 5, 2);
  await desk.post(aMissedCall(did, { from: 'anonymous' }));
  await desk.post(aMissedCall(did, { from: calls[3].from }));
  await desk.post(aMissedCall(did, { from: calls[4].from, status: 'ringtimeout' }));
  const [asha, ravi] = [await person('Asha', options), await person('Ravi')];
  await look(asha, desk.board(did));
  await look(ravi, desk.board(did));
  await asha.keyboard.press('j');
  await asha.keyboard.press('t');
  await expect(rowOf(asha, calls[0])).toContainText('Tried');
  for (const key of ['j', 'j', 'j', 'j', 'n']) await asha.keyboard.press(key);
  await asha.keyboard.type('Half of a no');
  await rowOf(ravi, calls[1]).getByRole('button', { name: 'Called back' }).click();
  await expect(rowOf(asha, calls[1])).toContainText('Called back by Ravi');
  return { did, calls, asha };
}

/** In light and in dark; at the page's full height, for a row half under a bar that sticks is no small target. */
async function expectNoViolations(page: Page): Promise<void> {
  const { width, height } = page.viewportSize()!;
  const fullHeight = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, fullHeight) });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction(() => document.getAnimations().length === 0);
    expect(await violations(page), colorScheme).toEqual([]);
  }
  await page.setViewportSize({ width, height });
}

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).withTags(levels).analyze();
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${help}: ${html.slice(0, 200)} ${any[0]?.message ?? ''}`),
  );
}
