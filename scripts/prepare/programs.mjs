/** Brings the programs that the tests need and npm does not install: a Chromium and PostgreSQL's server. */
import { existsSync } from 'node:fs';
import { findChromium, findPostgres, findProgram } from '../find.mjs';
import { run, stop } from './run.mjs';

export async function hasPrograms() {
  return hasPostgres() && (await hasChromium());
}

export async function bringPrograms() {
  const canUseApt = process.getuid?.() === 0 && Boolean(findProgram('apt-get'));
  if (canUseApt) {
    console.log('Installing what the tests need (Chromium, PostgreSQL) …');
    apt('update');
    if (!hasPostgres()) apt('install -y --no-install-recommends postgresql');
    if (!(await hasChromium())) apt('install -y --no-install-recommends chromium');
  }
  if (!(await hasChromium())) {
    console.log('Downloading Chromium for the tests …');
    if (!run(`npx playwright install ${canUseApt ? '--with-deps ' : ''}chromium 2>&1`)) {
      stop('The tests need a browser: please install Chromium or Google Chrome and run npm test again.');
    }
  }
  if (!hasPostgres()) {
    stop(
      'The tests need PostgreSQL: please install its server, or set TEST_DATABASE_URL to an empty database.',
    );
  }
}

function hasPostgres() {
  return Boolean(process.env.TEST_DATABASE_URL || findPostgres());
}

async function hasChromium() {
  if (findChromium()) return true;
  const { chromium } = await import('playwright');
  return existsSync(chromium.executablePath());
}

function apt(command) {
  // A freshly started machine may be busy with its own updates: wait for them.
  return run(`apt-get -qq -o DPkg::Lock::Timeout=120 ${command} 2>&1`, { DEBIAN_FRONTEND: 'noninteractive' });
}
