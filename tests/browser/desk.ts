/** The fixtures of the browser tests: desks that run, and people who look at them. */

import type { BrowserContextOptions, Page } from 'playwright/test';
import { expect, test as plain } from 'playwright/test';
import { type Browsers, browsersOf, type Own } from './browsers';
import { type Desk, desksRunning, running } from './built-desk';
import { type Databases, type Engine, postgresServer, sqliteFiles } from './database';
import { look } from './on-screen';

/** Opens a browser of somebody's own, signed in to the desk of the test; with null it is signed in nowhere. */
export type Person = (name: string | null, options?: BrowserContextOptions) => Promise<Page>;

/** The same, looking at the calls of one DID on the shared desk. */
type Reader = (name: string | null, did: number, more?: Record<string, string>) => Promise<Page>;

type OfTest = {
  /** A desk that no other test knows, to be empty or to have other settings: its start costs some seconds. */
  ownDesk: Desk;
  person: Person;
  reader: Reader;
  /** What the browsers of this test complained of. */
  trouble: string[];
  /** The complaints that the test brings about on purpose; all others fail it. */
  expectedTrouble: RegExp | null;
};

type OfWorker = {
  /** Said by the project (playwright.config.ts). */
  engine: Engine;
  databases: Databases;
  /** Shared by the tests of the worker, one after the other: each mints its own DID on it, and leaves it running. */
  desk: Desk;
  browsers: Browsers;
};

export const test = plain.extend<OfTest, OfWorker>({
  engine: ['sqlite', { option: true, scope: 'worker' }],
  databases: [
    async ({ engine }, use) => {
      const databases = engine === 'sqlite' ? sqliteFiles() : await postgresServer();
      await use(databases);
      await databases.stop();
    },
    { scope: 'worker' },
  ],
  browsers: [async ({ browser }, use) => use(browsersOf(browser)), { scope: 'worker' }],
  desk: [async ({ databases }, use) => running(use, {}, databases), { scope: 'worker' }],
  ownDesk: async ({ databases }, use) => running(use, {}, databases),
  expectedTrouble: [null, { option: true }],
  trouble: async ({ expectedTrouble }, use) => {
    const trouble: string[] = [];
    await use(trouble);
    expect(trouble.filter((line) => !expectedTrouble?.test(line))).toEqual([]);
  },
  person: async ({ browsers, contextOptions, trouble }, use) => {
    const taken: Own[] = [];
    await use(async (name, options) => {
      const origins = desksRunning.map(({ url }) => url);
      const { own, page } = await browsers.take({ ...contextOptions, ...options }, origins, trouble);
      taken.push(own);
      if (name !== null) await own.context.addCookies(await desksRunning.at(-1)!.cast.cookiesOf(name));
      return page;
    });
    for (const own of taken) await browsers.give(own);
  },
  reader: async ({ desk, person }, use) => {
    await use(async (name, did, more) => {
      const page = await person(name);
      await look(page, desk.board(did, more));
      return page;
    });
  },
});
