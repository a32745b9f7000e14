/**
 * Makes a clone ready for the npm command that follows: `node scripts/prepare.mjs install|build|test|screens`.
 * It runs before node_modules exists, so it and what it imports use Node's built-ins only.
 */
import { fileURLToPath } from 'node:url';
import { build, isBuilt } from './prepare/build.mjs';
import { areInstalled, install } from './prepare/install.mjs';
import { bringBrowser, bringPrograms, hasBrowser, hasPrograms } from './prepare/programs.mjs';
import { stop } from './prepare/run.mjs';
import { takeTurn } from './prepare/turn.mjs';

const packages = { isReady: areInstalled, prepare: install };
const bundle = { isReady: isBuilt, prepare: build };
const programs = { isReady: hasPrograms, prepare: bringPrograms };
const browser = { isReady: hasBrowser, prepare: bringBrowser };
const steps = {
  install: [packages],
  build: [packages, bundle],
  test: [packages, bundle, programs],
  screens: [packages, bundle, browser],
}[process.argv[2]];

if (!steps) stop('Say what to prepare: node scripts/prepare.mjs install, build, test or screens.');
if (isNodeTooOld()) {
  stop(`Ringback needs Node 20.12 or newer, and this is ${process.version}: please install Node 24.`);
}

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
for (const { isReady, prepare } of steps) {
  if (await isReady()) continue;
  await takeTurn();
  // Another npm command may have done it while this one waited.
  if (!(await isReady())) await prepare();
}

function isNodeTooOld() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major < 20 || (major === 20 && minor < 12);
}
