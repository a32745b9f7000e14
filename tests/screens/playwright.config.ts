import { defineConfig } from 'playwright/test';
import tests from '../../playwright.config';

/** The browser of the tests, for pictures: one at a time. */
export default defineConfig({
  ...tests,
  testDir: '.',
  testMatch: 'take.spec.ts',
  outputDir: '../../test-results',
  projects: undefined,
  workers: 1,
  timeout: 15 * 60_000,
});
