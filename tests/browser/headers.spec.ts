/** The pages live under their content security policy, and a script that slips into one does not run. */

import { expect, type Page } from 'playwright/test';
import { aDid } from '../builders';
import type { Desk } from './built-desk';
import { aMissedCall, shown } from './calls';
import { test } from './desk';
import { look, rowOf, toastOf } from './on-screen';

const pages = [
  '/',
  '/rules',
  '/settings',
  '/setup',
  '/quarantine',
  '/quarantine/try',
  '/people',
  '/account',
  '/audit',
  '/calls',
  '/reports',
  '/reports/rows',
  '/data/tokens',
  '/data/withdrawal',
  '/data/retention',
  '/data/erasure',
  '/costs',
  '/nowhere',
];

test.describe('under the policy', () => {
  // The page that is nowhere is told as such.
  test.use({ expectedTrouble: /status of 404 .*\/nowhere/ });

  test('every page comes to life without a violation', async ({ ownDesk, person }) => {
    const asha = await person('Asha');
    const violations = await violationsOf(asha);
    for (const path of pages) {
      await asha.goto(ownDesk.url + path);
      await expect(asha.getByRole('heading', { level: 1 })).toBeVisible();
      await expect.poll(() => isAlive(asha), path).toBe(true);
    }
    expect(violations).toEqual([]);
  });

  test('a message is shown, with the style that it brings', async ({ ownDesk, person }) => {
    const call = aMissedCall(aDid());
    await ownDesk.post(call);
    const asha = await person('Asha');
    const violations = await violationsOf(asha);
    await look(asha, ownDesk.url);
    await rowOf(asha, call).getByRole('button', { name: 'Called back' }).first().click();
    const toast = toastOf(asha, `Called back: ${shown(call.from)}`);
    await expect(toast).toBeVisible();
    await expect(toast).toHaveCSS('position', 'absolute');
    expect(violations).toEqual([]);
  });
});

test.describe('control', () => {
  test.use({ expectedTrouble: /Content Security Policy/ });

  test('what the browser refuses is noticed by these tests', async ({ desk, person, trouble }) => {
    const asha = await person('Asha');
    const violations = await violationsOf(asha);
    await asha.goto(`${desk.url}/rules`);
    await asha.evaluate(() =>
      document.body.append(Object.assign(document.createElement('style'), { textContent: 'b{}' })),
    );
    await expect.poll(() => violations.join()).toContain('style-src');
    expect(trouble.join()).toContain('Content Security Policy');
  });
});

const slippedIn = [
  '<script>window.__pwned = true</script>',
  '<img src="data:," onerror="window.__pwned = true">',
  '<svg onload="window.__pwned = true"></svg>',
  '<script src="data:text/javascript,window.__pwned=true"></script>',
  '<script nonce="AAAAAAAAAAAAAAAAAAAAAA==">window.__pwned = true</script>',
  '<iframe srcdoc="<script>parent.__pwned = true</script>"></iframe>',
];

test.describe('a script that slips into the page', () => {
  test.use({ expectedTrouble: /Content Security Policy|frame-ancestors/ });

  for (const markup of slippedIn) {
    test(`does not run: ${markup}`, async ({ desk, person }) => {
      const asha = await person('Asha');
      await slipIn(asha, desk, markup, { underPolicy: true });
      expect(await hasRun(asha)).toBe(false);
    });

    test(`control: without the policy it would: ${markup}`, async ({ desk, person }) => {
      const asha = await person('Asha');
      await slipIn(asha, desk, markup, { underPolicy: false });
      await expect.poll(() => hasRun(asha)).toBe(true);
    });
  }
});

/** Opens the rules with `markup` in their HTML, and waits until the page's own scripts have run. */
async function slipIn(page: Page, { url }: Desk, markup: string, { underPolicy }: { underPolicy: boolean }) {
  await page.route(`${url}/rules`, async (route) => {
    const response = await route.fetch();
    const { 'content-security-policy': policy, ...headers } = response.headers();
    const body = (await response.text()).replace('</body>', `${markup}</body>`);
    await route.fulfill({
      status: response.status(),
      headers: { ...headers, ...(underPolicy && { 'content-security-policy': policy! }) },
      body,
    });
  });
  await page.goto(`${url}/rules`);
  expect(await page.content(), 'it is in the page').toMatch(/__pwned/);
  await expect.poll(() => isAlive(page)).toBe(true);
}

function hasRun(page: Page): Promise<boolean> {
  return page.evaluate(() => '__pwned' in window);
}

/** Whether React has taken over what the server drew. */
function isAlive(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')].some((one) =>
      Object.keys(one).some((key) => key.startsWith('__reactFiber')),
    ),
  );
}

/** Fills up with whatever the browser refuses on the pages that are opened from now on. */
async function violationsOf(page: Page): Promise<string[]> {
  const violations: string[] = [];
  await page.exposeFunction('noteViolation', (what: string) => violations.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      (window as unknown as { noteViolation(what: string): void }).noteViolation(
        `${violatedDirective}: ${blockedURI} ${sample}`,
      );
    });
  });
  return violations;
}
