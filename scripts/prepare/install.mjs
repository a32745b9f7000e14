/** Installs the packages when package-lock.json changed, and sees that the SQLite add-on loads. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { findProgram } from '../find.mjs';
import { run } from './run.mjs';

const stamp = 'node_modules/.ringback-installed';

/** The packages, the add-on among them. */
export function areInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

export function arePackagesThere() {
  return areInstalled() || hasEveryPackage();
}

/** Only the add-on has a script that it needs, and that takes long: `bringAddOn` runs it. */
export async function bringPackages() {
  console.log('Installing packages …');
  // NODE_ENV=production would leave out what the build and the tests need.
  if (!(await run('npm ci --ignore-scripts --include=dev --no-audit --no-fund --loglevel=error'))) {
    throw new Error('The packages could not be installed: npm says why above.');
  }
}

export async function bringAddOn() {
  if (!isSqliteLoading()) {
    console.log('Fetching the SQLite add-on, or compiling it (a minute or two, the first time) …');
    if (!(await run('npm rebuild better-sqlite3 --loglevel=error')) || !isSqliteLoading()) {
      throw new Error(
        `The SQLite add-on (better-sqlite3) does not load: npm says why above${compilerNeeds()}.`,
      );
    }
  }
  writeFileSync(stamp, fingerprint());
}

/** The add-on is compiled for one version of Node's binary interface, so another Node asks for a new look. */
function fingerprint() {
  const { platform, arch, versions } = process;
  return createHash('sha256')
    .update(readFileSync('package-lock.json'))
    .update(`${platform} ${arch} ${versions.modules}`)
    .digest('hex');
}

/** Spares those who ran `npm install` themselves a second one: npm keeps its own list of what is there. */
function hasEveryPackage() {
  const list = 'node_modules/.package-lock.json';
  if (!existsSync(list)) return false;
  const [wanted, there] = ['package-lock.json', list].map((file) => JSON.parse(readFileSync(file)).packages);
  return Object.keys(wanted).every((path) => {
    if (path === '') return true;
    // Optional packages are mostly builds for other systems.
    if (!there[path]) return wanted[path].optional || wanted[path].devOptional;
    return there[path].integrity === wanted[path].integrity;
  });
}

function isSqliteLoading() {
  const script = "new (require('better-sqlite3'))(':memory:')";
  return spawnSync(process.execPath, ['-e', script]).status === 0;
}

function compilerNeeds() {
  const missing = ['g++', 'make', 'python3'].filter((name) => !findProgram(name));
  if (process.platform === 'win32' || missing.length === 0) return '';
  const names = missing.join(' ');
  return `, and compiling the SQLite add-on needs what is missing here: ${names} (on Debian: apt-get install ${names})`;
}
