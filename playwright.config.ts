import { defineConfig } from 'playwright/test';
import type { Engine } from './tests/browser/database';
import { bareBrowser } from './tests/browser/launch';

export default defineConfig<object, { engine: Engine }>({
  testDir: 'tests/browser',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // Two cores, and tests that wait for what comes next.
  workers: 3,
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
    launchOptions: bareBrowser,
  },
});
