import { defineConfig } from 'playwright/test';
import { findChromium } from './scripts/find.mjs';
import type { Engine } from './tests/browser/database';

export default defineConfig<object, { engine: Engine }>({
  testDir: 'tests/browser',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  workers: 2,
  // Tests share nothing but a desk, on which each has a number of its own: whoever is free takes the next one.
  fullyParallel: true,
  retries: 0,
  // Long enough for any machine: a test fails for what it sees, never for being slow.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  forbidOnly: true,
  // Every test passes on either: `npx playwright test --project=postgres` (what `npm test` runs: scripts/test.mjs).
  projects: [
    { name: 'sqlite', use: { engine: 'sqlite' } },
    { name: 'postgres', use: { engine: 'postgres' } },
  ],
  use: {
    locale: 'en-IN',
    timezoneId: 'Asia/Kolkata',
    screenshot: 'only-on-failure',
    launchOptions: {
      // The system's Chromium where there is one, else Playwright's own.
      executablePath: findChromium(),
      // A browser that runs as root and speaks to nobody but the desk.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        // What draws in its stead needs no process of its own: a fifteenth of the time.
        '--in-process-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Nobody types into its address bar, whose two pages of its own are loaded for every new person; and nobody
        // goes from site to site, for which it keeps a process ready. This halves the cost of a person.
        '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,SpareRendererForSitePerProcess',
      ],
    },
  },
});
