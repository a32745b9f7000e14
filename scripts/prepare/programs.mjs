/** Brings the programs that the tests use and npm does not install: a Chromium, PostgreSQL's server, PgBouncer and tools. */
import { existsSync } from 'node:fs';
import { findChromium, findPgBouncer, findPostgres, findProgram } from '../find.mjs';
import { run } from './run.mjs';

const canUseApt = process.getuid?.() === 0 && Boolean(findProgram('apt-get'));

export async function hasPrograms() {
  return hasPostgres() && Boolean(findPgBouncer()) && (await hasBrowser());
}

export async function bringPrograms() {
  await bringBrowser();
  if (canUseApt) {
    console.log('Installing PostgreSQL, PgBouncer and the tools of the drills …');
    await apt('update');
    if (!hasPostgres()) await install('postgresql');
    if (!findPgBouncer()) await install('pgbouncer');
    // What cuts the power of a disk, and what sees a flush: without them these tests are skipped, and say so.
    await install('xfsprogs');
    await install('strace');
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
    await install('chromium');
    // The same in small, which the tests prefer; not every system has it.
    await install('chromium-headless-shell');
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

function install(name) {
  return apt(`install -y --no-install-recommends ${name}`);
}

function apt(command) {
  // A freshly started machine may be busy with its own updates: wait for them.
  return run(`apt-get -qq -o DPkg::Lock::Timeout=120 ${command} 2>&1`, { DEBIAN_FRONTEND: 'noninteractive' });
}
