/** Finds programs of this machine: those that compile the SQLite add-on and those that the tests need. */
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path of the system's Chromium or Chrome; without one Playwright's own may still be there. */
export function findChromium() {
  return ['chromium', 'chromium-browser', 'google-chrome'].map((name) => findProgram(name)).find(Boolean);
}

/** The folder of PostgreSQL's server programs; Debian keeps them off PATH, a folder per version. */
export function findPostgres() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => b - a) : [];
  const folders = [...onPath(), ...versions.map((version) => join(debian, version, 'bin'))];
  return folders.find((folder) => findProgram('initdb', [folder]) && findProgram('postgres', [folder]));
}

/** PgBouncer, which Debian keeps off PATH. */
export function findPgBouncer() {
  return findProgram('pgbouncer', [...onPath(), '/usr/sbin']);
}

export function findProgram(name, folders = onPath()) {
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function onPath() {
  return (process.env.PATH ?? '').split(delimiter).filter(Boolean);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
