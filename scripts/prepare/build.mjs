/** Builds the desk when what goes into the build changed. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

const folders = [
  'app',
  'components',
  'db',
  'desk',
  'domain',
  'drizzle',
  'front',
  'messages',
  'public',
  'scripts',
];
const stamp = 'dist/.ringback-built';
const results = ['.next/BUILD_ID', 'dist/server.js', stamp];

export function isBuilt() {
  return results.every((path) => existsSync(path)) && readFileSync(stamp, 'utf8') === fingerprint();
}

export async function build() {
  console.log('Building …');
  // Taken first: what is edited during the build must ask for another one.
  const before = fingerprint();
  // Next's telemetry is nobody's business, and NODE_ENV=development or test would spoil its build.
  if (!(await run('npm run build 2>&1', { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }))) {
    throw new Error('The build failed: its output above says why.');
  }
  writeFileSync(stamp, before);
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const path of sources()) hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

function sources() {
  const isSource = (name) => /\.(ts|mjs)$|^(package|package-lock|tsconfig)\.json$/.test(name);
  const atRoot = readdirSync('.').filter((name) => isSource(name) && name !== 'next-env.d.ts');
  return [...atRoot, ...folders.filter((folder) => existsSync(folder)).flatMap(filesIn)].sort();
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : [path];
    });
}
