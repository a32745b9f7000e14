/**
 * No axe violations (WCAG 2.2 AA), in light and dark, on a wide screen and on a phone, and nothing that scrolls
 * sideways at 320 pixels. Each page is loaded once; its screen and its colours change on it as they do in life.
 */

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';
import { aDid } from '../../builders';
import type { Desk } from '../built-desk';
import { aMissedCall, aReportedDay, postNonsense, shown, waiting } from '../calls';
import { password } from '../cast';
import { type Person, test } from '../desk';
import { detailOf, look, panelOf, pressIn, rowOf, selectionBar, toastOf } from '../on-screen';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What other colours on the same page can break. */
const rulesOfColours = ['color-contrast', 'link-in-text-block'];

const screens = {
  wide: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
};

/** The narrowest that WCAG asks for: 1280 pixels at 400 % (1.4.10). */
const narrowest = { width: 320, height: 700 };

/** Nothing moves while it is measured: a toast on its way in is half transparent. */
const options = { viewport: screens.wide, reducedMotion: 'reduce' } as const;

/** The pages at the door, for who is not signed in. */
const pagesAtTheDoor: Record<string, (page: Page, desk: Desk) => Promise<void>> = {
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
  async 'the filters of the board'(page, desk) {
    const { did } = await waiting(desk, 5);
    await look(page, desk.board(did, { view: 'all', who: 'Ravi', from: '2026-01-01' }));
    await page.getByRole('button', { name: 'Filter', exact: false }).click();
    await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
  },
  async 'all calls'(page, desk) {
    const { did } = await waiting(desk, 5, 50);
    await look(page, `${desk.url}/calls?did=%2B${did}`);
    await expect(page.getByRole('link', { name: 'Case' })).toHaveCount(2);
  },
  async 'the report, unfolded'(page, desk) {
    const { did } = await aReportedDay(desk);
    await look(page, `${desk.url}/reports?did=%2B${did}&who=Asha&nobody=1`);
    await page.evaluate(() => {
      for (const folded of document.querySelectorAll('details')) folded.open = true;
    });
    await expect(page.getByRole('table', { name: 'Missed by weekday and hour' })).toBeVisible();
  },
  async 'the rows behind a figure'(page, desk) {
    const { did } = await aReportedDay(desk);
    await look(page, `${desk.url}/reports/rows?rows=cases&did=%2B${did}`);
    await expect(page.getByRole('row')).toHaveCount(4);
  },
  async 'a caller with a name, a mark and notes'(page, desk) {
    const { calls } = await waiting(desk, 50);
    const path = `/api/callers/+${calls[0].from}/notes`;
    for (const text of ['Mornings only.', 'Ask for Meera.']) await desk.cast.postAs('Asha', path, { text });
    await look(page, `${desk.url}/callers/%2B${calls[0].from}`);
    await page.getByRole('button', { name: 'Mark as spam' }).click();
    await page.getByRole('button', { name: 'Remove the note' }).first().click();
    await page.getByRole('button', { name: 'Add a name' }).click();
    await expect(page.getByText('No call is hidden')).toBeVisible();
  },
  async 'an import with faulty lines'(page, desk) {
    await look(page, `${desk.url}/callers/import`);
    await page.getByLabel('paste').fill('Name,Phone\nMeera,98410 22417\nNobody,\nZed,12\n');
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.getByText('What would change').click();
    await expect(page.getByRole('table', { name: 'Faulty lines' })).toBeVisible();
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
    await expect(page.getByText('accepted an invitation').first()).toBeVisible();
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

test('rows of every state, opened, with notes and marks', async ({ desk, person }) => {
  const { did, asha } = await aBusyDesk(desk, person);
  await expectGood(asha);
  await look(asha, desk.board(did, { view: 'all' }));
  for (const key of ['j', 'o']) await asha.keyboard.press(key);
  await expect(asha.getByRole('region', { name: /^Calls of/ }).first()).toBeVisible();
  await expectGood(asha);
});

test('done, with an opened row', async ({ desk, person }) => {
  const { did, calls } = await waiting(desk, 50, 5);
  const asha = await person('Asha', options);
  await look(asha, desk.board(did));
  for (const key of ['j', 'e']) await asha.keyboard.press(key);
  await expect(toastOf(asha, 'Called back')).toBeVisible();
  await expectGood(asha);
  await look(asha, desk.board(did, { view: 'closed' }));
  for (const key of ['j', 'o']) await asha.keyboard.press(key);
  await expect(detailOf(asha, calls[0])).toBeVisible();
  await expectGood(asha);
});

test('nothing to show', async ({ desk, person }) => {
  const { did } = await waiting(desk, 5);
  const asha = await person('Asha', options);
  await look(asha, desk.board(did, { q: 'Meenakshi' }));
  await expectGood(asha);
  await look(asha, desk.board(aDid()));
  await expectGood(asha);
});

test('a case at the side, with its menu', async ({ desk, person }) => {
  const { did, calls } = await waiting(desk, 50, 5);
  const asha = await person('Asha', options);
  await look(asha, desk.board(did));
  for (const key of ['j', 'm', 'Enter']) await asha.keyboard.press(key);
  await expect(panelOf(asha, calls[0])).toContainText('Asha is on it');
  await expectGood(asha);
  await panelOf(asha, calls[0]).getByRole('button', { name: 'More' }).click();
  await expect(panelOf(asha, calls[0]).getByRole('button', { name: 'Spam' })).toBeVisible();
  await expectGood(asha);
});

test('selected rows, the commands and the keys', async ({ desk, person }) => {
  const { did } = await waiting(desk, 50, 5);
  const asha = await person('Asha', options);
  await look(asha, desk.board(did));
  for (const key of ['j', 'x', 'Shift+j']) await asha.keyboard.press(key);
  await expect(selectionBar(asha)).toContainText('2 selected');
  await expectGood(asha);
  await asha.keyboard.press('Control+k');
  await expect(asha.getByRole('option').first()).toBeVisible();
  await expectGood(asha);
  await asha.keyboard.press('Escape');
  await asha.keyboard.press('?');
  await expect(asha.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await expectGood(asha);
});

test('who is on it, and the times of a snooze', async ({ desk, person }) => {
  const { did, calls } = await waiting(desk, 25);
  const asha = await person('Asha', options);
  await look(asha, desk.board(did));
  for (const key of ['j', 'm', 'o']) await asha.keyboard.press(key);
  await expect(detailOf(asha, calls[0])).toContainText('Asha is on it');
  await detailOf(asha, calls[0]).getByRole('button', { name: 'Snooze' }).click();
  await expectGood(asha);
  await detailOf(asha, calls[0]).getByRole('button', { name: '1 hour' }).click();
  await look(asha, desk.board(did, { view: 'snoozed' }));
  for (const key of ['j', 'o']) await asha.keyboard.press(key);
  await expect(detailOf(asha, calls[0])).toBeVisible();
  await expectGood(asha);
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
    await expectGood(asha);
  });
});

test.describe('beside the board', () => {
  // What is wrong on purpose: a value of the settings, a record that is none.
  test.use({ expectedTrouble: /status of (400|401)/ });

  for (const [page, visit] of Object.entries(pagesAtTheDoor)) {
    test(page, async ({ desk, person }) => {
      const nobody = await person(null, options);
      await visit(nobody, desk);
      await expectGood(nobody);
    });
  }

  for (const [page, visit] of Object.entries(pagesBeside)) {
    test(page, async ({ desk, person }) => {
      const asha = await person('Asha', options);
      await visit(asha, desk);
      await expectGood(asha);
    });
  }

  test('a desk that is new: the first admin, and nothing that was not understood', async ({
    ownDesk,
    person,
  }) => {
    const nobody = await person(null, options);
    await nobody.goto(`${ownDesk.url}/welcome`);
    await expect(nobody.getByLabel('Your name')).toBeVisible();
    await expectGood(nobody);
    const asha = await person('Asha', options);
    await look(asha, `${ownDesk.url}/quarantine`);
    await expect(asha.getByText('Every record was understood.')).toBeVisible();
    await expectGood(asha);
  });

  test('what was not understood, and may go', async ({ desk, person }) => {
    await postNonsense(desk, 2);
    const asha = await person('Asha', options);
    await look(asha, `${desk.url}/quarantine`);
    await expect(asha.getByText('"nonsense": 1')).toBeVisible();
    await expectGood(asha);
    await asha.getByRole('button', { name: 'Discard' }).first().click();
    await expect(asha.getByRole('dialog', { name: 'Discard' })).toBeVisible();
    await expectGood(asha);
  });
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
    const broken = async (rules?: string[]) =>
      (await violations(asha, rules)).map((line) => line.split(':')[0]).toSorted();
    await colored(asha, 'light');
    expect(await broken()).toEqual(['button-name', 'color-contrast']);
    await colored(asha, 'dark');
    expect(await broken(rulesOfColours), 'light grey on dark can be read').toEqual([]);
    await asha.evaluate(() => {
      document.getElementById('pale')!.style.color = '#333';
    });
    expect(await broken(rulesOfColours)).toEqual(['color-contrast']);
  });

  test('a button of 20 pixels, and what is wider than the screen, are found on a phone only', async ({
    desk,
    reader,
  }) => {
    const { did } = await waiting(desk, 5);
    const asha = await reader('Asha', did);
    await asha.evaluate(() => {
      const style = '@media (hover: none) { .tiny { width: 20px; height: 20px } .tiny + p { width: 400px } }';
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`.tiny { padding: 0; width: 30px; height: 30px } ${style}`);
      document.adoptedStyleSheets = [sheet];
      document
        .querySelector('main')!
        .insertAdjacentHTML(
          'beforeend',
          '<button class="tiny">a</button><button class="tiny">b</button><p>c</p>',
        );
    });
    await at(asha, screens.wide);
    expect(await violations(asha)).toEqual([]);
    await touched(asha);
    expect((await violations(asha)).map((line) => line.split(':')[0])).toContain('target-size');
    await at(asha, narrowest);
    expect(await sidewaysBy(asha)).toBeGreaterThan(0);
  });
});

/** Overdue, due soon, tried and waiting; twice, short and without a number; greyed, noted and opened. */
async function aBusyDesk(desk: Desk, person: Person) {
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
  for (const key of ['j', 'j', 'j', 'j', 'o']) await asha.keyboard.press(key);
  await asha.getByRole('textbox', { name: 'Note' }).fill('Half of a no');
  await pressIn(rowOf(ravi, calls[1]), 'Called back');
  await expect(rowOf(asha, calls[1])).toContainText('Called back by Ravi');
  return { did, calls, asha };
}

/** On every screen, in light and in dark. */
async function expectGood(page: Page): Promise<void> {
  await at(page, screens.wide);
  await expectNoViolations(page, 'wide');
  const putDown = await touched(page);
  await at(page, screens.phone);
  await expectNoViolations(page, 'phone');
  await at(page, narrowest);
  expect(await sidewaysBy(page)).toBeLessThanOrEqual(0);
  await putDown();
  await at(page, screens.wide);
}

/** All rules in light; in dark, where the page is the same one, those of colours. */
async function expectNoViolations(page: Page, screen: keyof typeof screens): Promise<void> {
  await colored(page, 'light');
  expect(await violationsOfWhole(page), `${screen}, light`).toEqual([]);
  await colored(page, 'dark');
  expect(await violationsOfWhole(page, rulesOfColours), `${screen}, dark`).toEqual([]);
}

/** Where the page has grown beyond the screen meanwhile, its foot lay under the bar there: then it is looked at again. */
async function violationsOfWhole(page: Page, rules?: typeof rulesOfColours): Promise<string[]> {
  for (;;) {
    const found = await violations(page, rules);
    const { width, height } = page.viewportSize()!;
    const has = await page.evaluate(() => document.documentElement.scrollHeight);
    if (has <= height) return found;
    await at(page, { width, height: has });
  }
}

async function colored(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction(() => document.getAnimations().length === 0);
}

/** Puts the page on a screen of this width, as high as all of it: a row half under a bar that sticks is no small target. */
async function at(page: Page, { width, height }: typeof narrowest): Promise<void> {
  for (let wanted = height, has = 0; has < wanted; ) {
    has = wanted;
    await page.setViewportSize({ width, height: has });
    await page.waitForFunction(([w, h]) => innerWidth === w && innerHeight === h, [width, has]);
    wanted = await page.evaluate(() => document.documentElement.scrollHeight);
  }
}

/** Nothing hovers any more, as in a browser that is opened with `hasTouch`; until the returned function is called. */
async function touched(page: Page): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  return () => session.detach();
}

/** How far the page can be scrolled to the side, in pixels. */
function sidewaysBy(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

async function violations(page: Page, rules: string[] = []): Promise<string[]> {
  // Reading axe costs a page as much as reading the desk: what a page has of it, it keeps.
  const isThere = await page.evaluate(() => 'axe' in window);
  // In legacy mode axe reads one frame, and there is but one; else it opens a page of its own for every report.
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] });
  // The foot of a phone may lie under an open menu: the first tap beside the menu closes it, and nothing else.
  axe.exclude('body:has(:popover-open) footer');
  const found = await (rules.length > 0 ? axe.withRules(rules) : axe.withTags(levels)).analyze();
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${help}: ${html.slice(0, 200)} ${any[0]?.message ?? ''}`),
  );
}
