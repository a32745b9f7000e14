/** How the browsers of the tests are started. */

import type { LaunchOptions } from 'playwright/test';
import { findChromium, findProgram } from '../../scripts/find.mjs';

// A browser that runs as root and speaks to nobody but the desk.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The system's Chromium with its window and all, though nobody sees it; else Playwright's own. */
export const wholeBrowser: LaunchOptions = { executablePath: findChromium(), channel: 'chromium', args };

/** The same engine and nothing around it, a fifth cheaper; where there is none, the whole one. */
export const bareBrowser: LaunchOptions = {
  executablePath: findProgram('chromium-headless-shell') ?? findChromium(),
  args,
};
