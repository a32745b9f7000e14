/** Brings the programs that the tests need and npm does not install: a Chromium, PostgreSQL's server and PgBouncer. */
import { existsSync } from 'node:fs';
import { findChromium, findPgBouncer, findPostgres, findProgram } from '../find.mjs';
import { run } from './run.mjs';

const canUseApt = process.getuid?.() === 0 && Boolean(findProgram('apt-get'));

export async function hasPrograms() {
  return hasPostgres() && Boolean(findPgBouncer()) && (await hasBrowser());
}

export async function bringPrograms() {
  await bringBrowser();
  if (!(hasPostgres() && findPgBouncer()) && canUseApt) {
    console.log('Installing PostgreSQL and PgBouncer for the tests …');
    await apt('update');
    if (!hasPostgres()) await apt('install -y --no-install-recommends postgresql');
    if (!findPgBouncer()) await apt('install -y --no-install-recommends pgbouncer');
  }
  if (!findPgBouncer())
    throw new Error('The tests need PgBouncer: please install it and run npm test again.');
  if (!hasPostgres()) {
    throw new Error(
      'The tests need PostgreSQL: please install its server, or set TEST_DATABASE_URL to an empty database.',
    );
  }
}

export async function hasBrowser() {
  if (findChromium()) return true;
  const { chromium } = await import('playwright');
  return existsSync(chromium.executablePath());
}

export async function bringBrowser() {
  if (!(await hasBrowser()) && canUseApt) {
    console.log('Installing Chromium …');
    await apt('update');
    await apt('install -y --no-install-recommends chromium');
  }
  if (!(await hasBrowser())) {
    console.log('Downloading Chromium …');
    if (!(await run(`npx playwright install ${canUseApt ? '--with-deps ' : ''}chromium 2>&1`))) {
      throw new Error('A browser is needed: please install Chromium or Google Chrome and run this again.');
    }
  }
}

function hasPostgres() {
  return Boolean(process.env.TEST_DATABASE_URL || findPostgres());
}

function apt(command) {
  // A freshly started machine may be busy with its own updates: wait for them.
  return run(`apt-get -qq -o DPkg::Lock::Timeout=120 ${command} 2>&1`, { DEBIAN_FRONTEND: 'noninteractive' });
}
