/** Hindi as the second language: by the browser's wish or by choice, on every page, with no English left. */

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';
import { wholeLanguages } from '@/messages/whole';
import { aMissedCall, postNonsense, shown, waiting } from '../calls';
import { emailOf, password } from '../cast';
import { test } from '../desk';

// The wrong password.
test.use({ expectedTrouble: /status of (401|404)/ });

const { hi } = wholeLanguages;

const inHindi = { locale: 'hi-IN' };

/** Names, units and what is copied as it stands. */
const names =
  /^(Ringback|PIOPIY|JSON|CSV|English|Asha|Ravi|Ctrl|alt|Esc|Enter|Shift|Asia|Kolkata|Chrome|Linux|WEBHOOK|TOKENS|SMTP|URL|MAIL|FROM|\p{L})$/u;

/** Latin words that are seen or told aloud, but for people's own and the records' (bdi, code, pre). */
async function englishOn(page: Page, within: string): Promise<string[]> {
  const texts = await page.evaluate((selector) => {
    const own = 'bdi, code, pre, script, style, option, [lang="en"], [contenteditable]';
    const found: string[] = [document.title];
    for (const root of document.querySelectorAll(selector)) {
      for (const element of [root, ...root.querySelectorAll('*')]) {
        if (element.closest(own) || !element.checkVisibility()) continue;
        for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
          found.push(element.getAttribute(name) ?? '');
        for (const child of element.childNodes)
          if (child.nodeType === Node.TEXT_NODE) found.push(child.textContent ?? '');
      }
    }
    return found;
  }, within);
  return texts
    .map((text) => text.replace(/\S+@\S+/g, '').trim())
    .filter((text) => (text.match(/\p{Script=Latin}+/gu) ?? []).some((word) => !names.test(word)));
}

test('signing in, the board, a mark and the account are in Hindi', async ({ desk, person }) => {
  const { did, calls } = await waiting(desk, 50, 5);
  await desk.cast.exist('Asha');
  const page = await person(null, inHindi);
  await page.goto(`${desk.url}/sign-in?${new URLSearchParams({ to: `/?did=%2B${did}` })}`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'hi');
  expect(await englishOn(page, 'body')).toEqual([]);

  await page.getByLabel(hi.account.email).fill(emailOf('Asha'));
  await page.getByLabel(hi.account.password).fill('not that one at all');
  await page.getByRole('button', { name: hi.account.signIn }).click();
  await expect(page.getByText(hi.account.signInIsWrong)).toBeVisible();
  await page.getByLabel(hi.account.password).fill(password);
  // The page listens once it hears of the desk: keys are heard from then on.
  const hears = page.waitForRequest(/\/api\/events/);
  await page.getByRole('button', { name: hi.account.signIn }).click();
  await expect(page.getByText(shown(calls[0].from)).first()).toBeVisible();
  await hears;
  expect(await englishOn(page, 'body')).toEqual([]);
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

  for (const key of ['j', 'e']) await page.keyboard.press(key);
  await expect(toastIn(page, hi.decisions.called_back)).toBeVisible();
  expect(await englishOn(page, 'body')).toEqual([]);

  await page.goto(`${desk.url}/account`);
  await expect(page.getByRole('heading', { name: hi.account.heading })).toBeVisible();
  expect(await englishOn(page, 'body')).toEqual([]);
});

test('every page beside the board is in Hindi', async ({ ownDesk, person }) => {
  const { did, calls } = await waiting(ownDesk, 50);
  await ownDesk.post(aMissedCall(did, { from: calls[0].from }, 20));
  await postNonsense(ownDesk, 1);
  await ownDesk.cast.exist('Ravi');
  const asha = await person('Asha', inHindi);
  const board = await ownDesk.cast.getAs('Asha', '/api/cases?view=open');
  const { cases } = (await board.json()) as { cases: { id: string }[] };
  const pages: [address: string, heading: string][] = [
    [`/cases/${cases[0]!.id}`, hi.story.heading],
    ['/reports', hi.row.palette.reports],
    ['/reports/rows?rows=waiting', hi.reports.rows.waiting],
    ['/account', hi.account.heading],
    ['/people', hi.people.heading],
    ['/audit', hi.people.audit],
    ['/settings', hi.settings.heading],
    ['/quarantine', hi.quarantine.heading],
    ['/quarantine/try', hi.quarantine.tryRecord],
    ['/data', hi.data.heading],
    ['/data/tokens', hi.data.pages.tokens.name],
    ['/data/withdrawal', hi.data.pages.withdrawal.name],
    ['/data/retention', hi.data.pages.retention.name],
    ['/data/erasure', hi.data.pages.erasure.name],
    ['/costs', hi.data.costs],
    ['/rules', hi.pages.rulesHeading],
    ['/nothing-here', hi.pages.noPage],
  ];
  for (const [address, heading] of pages) {
    await asha.goto(`${ownDesk.url}${address}`);
    await expect(asha.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    // What is folded away is read, too.
    await asha.evaluate(() => {
      for (const folded of document.querySelectorAll('details')) folded.open = true;
    });
    expect(await englishOn(asha, 'main, h1'), address).toEqual([]);
  }
});

test('chosen on the account page it holds at once, and English again', async ({ desk, person }) => {
  const asha = await person('Asha');
  await asha.goto(`${desk.url}/account`);
  await asha.getByRole('button', { name: 'हिन्दी' }).click();
  await expect(asha.getByRole('heading', { level: 1 })).toHaveText(hi.account.heading);
  await expect(asha.getByRole('button', { name: 'हिन्दी' })).toHaveAttribute('aria-current', 'true');
  await asha.getByRole('button', { name: 'English' }).click();
  await expect(asha.getByRole('heading', { level: 1 })).toHaveText('Your account');
});

test('at the door it is chosen without a script', async ({ desk, person }) => {
  await desk.cast.exist('Asha');
  const nobody = await person(null, { javaScriptEnabled: false });
  await nobody.goto(`${desk.url}/sign-in?to=%2Faccount`);
  await nobody.getByRole('button', { name: 'हिन्दी' }).click();
  await expect(nobody.getByRole('heading', { level: 1 })).toHaveText(hi.account.signIn);
  await expect(nobody).toHaveURL(/\/sign-in\?to=%2Faccount$/);
});

test('control: English on a Hindi page is found', async ({ desk, person }) => {
  await desk.cast.exist('Asha');
  // Without scripts: what is put into the page before React has taken it up would be a complaint.
  const nobody = await person(null, { ...inHindi, javaScriptEnabled: false });
  await nobody.goto(`${desk.url}/sign-in`);
  await nobody.evaluate(() => {
    document.querySelector('main')!.insertAdjacentHTML('beforeend', '<p title="Missed">कॉल called back</p>');
  });
  expect(await englishOn(nobody, 'body')).toEqual(['Missed', 'कॉल called back']);
});

function toastIn(page: Page, text: string) {
  return page.locator('[data-sonner-toast]').filter({ hasText: text });
}
