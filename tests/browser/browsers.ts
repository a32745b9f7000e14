/**
 * The browsers of people. One that a test is done with serves the next test that asks for its like: all that a person
 * leaves in it is gone, and the scripts of the desk are there already, which saves a third of a first look.
 */

import { isDeepStrictEqual } from 'node:util';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright/test';

export type Own = {
  context: BrowserContext;
  options: BrowserContextOptions;
  /** Where the test that has it wants its complaints. */
  trouble: string[];
};

export type Browsers = ReturnType<typeof browsersOf>;

export function browsersOf(browser: Browser) {
  const free: Own[] = [];

  async function anew(options: BrowserContextOptions, trouble: string[]) {
    const own = { context: await browser.newContext(options), options, trouble };
    watch(own);
    return { own, page: await own.context.newPage() };
  }

  return {
    /** The first page of a browser that knows none of the `origins`; complaints go to `trouble`. */
    async take(options: BrowserContextOptions, origins: string[], trouble: string[]) {
      const alike = free.findIndex((own) => isDeepStrictEqual(own.options, options));
      if (alike < 0) return anew(options, trouble);
      const [own] = free.splice(alike, 1) as [Own];
      const page = await emptied(own, origins);
      if (!page) {
        await own.context.close();
        return anew(options, trouble);
      }
      own.trouble = trouble;
      return { own, page };
    },
    async give(own: Own) {
      const pages = own.context.pages();
      // A test may have closed it.
      if (pages.length === 0) return;
      for (const page of pages) await page.close();
      free.push(own);
    },
  };
}

/** Its new first page, or nothing where it cannot be made as new: a clock that was put into it stays. */
async function emptied({ context, options }: Own, origins: string[]): Promise<Page | undefined> {
  await context.setOffline(options.offline ?? false);
  await context.clearPermissions();
  await context.clearCookies();
  if (options.permissions) await context.grantPermissions(options.permissions);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  for (const origin of origins) {
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  }
  await session.detach();
  const hasItsOwnClock = await page.evaluate(() => /native code/.test(String(Date)));
  return hasItsOwnClock ? page : undefined;
}

/** Notes whatever a page should never do: complain, throw, ask, or speak to anybody but this machine. */
function watch(own: Own): void {
  const { context } = own;
  const isTrouble = (type: string, text: string) =>
    type === 'error' || (type === 'warning' && /hydrat|server[- ]rendered|did not match/i.test(text));
  context.on('console', (message) => {
    if (isTrouble(message.type(), message.text())) {
      own.trouble.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on('weberror', (thrown) => own.trouble.push(`thrown: ${thrown.error().message}`));
  context.on('dialog', (dialog) => {
    own.trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') own.trouble.push(`asked ${request.url()}`);
  });
}
