/** The pages live under their content security policy, and a script that slips into one does not run. */

import { expect, type Page } from 'playwright/test';
import type { Desk } from '../built-desk';
import { shown, waiting } from '../calls';
import { test } from '../desk';
import { look, pressIn, rowOf, toastOf } from '../on-screen';

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

  test('every page comes to life without a violation', async ({ desk, person }) => {
    const asha = await person('Asha');
    const violations = await violationsOf(asha);
    for (const path of pages) {
      await asha.goto(desk.url + path);
      await expect(asha.getByRole('heading', { level: 1 })).toBeVisible();
      await expect.poll(() => isAlive(asha), path).toBe(true);
    }
    expect(violations).toEqual([]);
  });

  test('a message is shown, with the style that it brings', async ({ desk, person }) => {
    const {
      did,
      calls: [call],
    } = await waiting(desk, 1);
    const asha = await person('Asha');
    const violations = await violationsOf(asha);
    await look(asha, desk.board(did));
    await pressIn(rowOf(asha, call), 'Called back');
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

/** Each leaves a mark of its own where it runs. */
const slippedIn = [
  '<script>window.__pwned_script = true</script>',
  '<img src="data:," onerror="window.__pwned_image = true">',
  '<svg onload="window.__pwned_svg = true"></svg>',
  '<script src="data:text/javascript,window.__pwned_address=true"></script>',
  '<script nonce="AAAAAAAAAAAAAAAAAAAAAA==">window.__pwned_nonce = true</script>',
  '<iframe srcdoc="<script>parent.__pwned_frame = true</script>"></iframe>',
];

test.describe('scripts that slip into the page', () => {
  test.use({ expectedTrouble: /Content Security Policy|frame-ancestors/ });

  test('do not run', async ({ desk, person }) => {
    const asha = await person('Asha');
    await slipIn(asha, desk, { underPolicy: true });
    expect(await haveRun(asha)).toEqual([]);
  });

  test('control: without the policy each of them would', async ({ desk, person }) => {
    const asha = await person('Asha');
    await slipIn(asha, desk, { underPolicy: false });
    await expect.poll(() => haveRun(asha)).toHaveLength(slippedIn.length);
  });
});

/** Opens the rules with them in their HTML, and waits until the page's own scripts have run. */
async function slipIn(page: Page, { url }: Desk, { underPolicy }: { underPolicy: boolean }) {
  await page.route(`${url}/rules`, async (route) => {
    const response = await route.fetch();
    const { 'content-security-policy': policy, ...headers } = response.headers();
    const body = (await response.text()).replace('</body>', `${slippedIn.join('')}</body>`);
    await route.fulfill({
      status: response.status(),
      headers: { ...headers, ...(underPolicy && { 'content-security-policy': policy! }) },
      body,
    });
  });
  await page.goto(`${url}/rules`);
  const content = await page.content();
  for (const mark of slippedIn.map((markup) => /__pwned\w+/.exec(markup)![0]))
    expect(content, 'it is in the page').toContain(mark);
  await expect.poll(() => isAlive(page)).toBe(true);
}

function haveRun(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(window).filter((name) => name.startsWith('__pwned')));
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
