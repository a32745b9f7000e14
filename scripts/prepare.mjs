/**
 * Makes a clone ready for the npm command that follows: `node scripts/prepare.mjs install|build|test|screens`.
 * It runs before node_modules exists, so it and what it imports use Node's built-ins only.
 */
import { fileURLToPath } from 'node:url';
import { build, isBuilt } from './prepare/build.mjs';
import { areInstalled, arePackagesThere, bringAddOn, bringPackages } from './prepare/install.mjs';
import { bringBrowser, bringPrograms, hasBrowser, hasPrograms } from './prepare/programs.mjs';
import { takeTurn } from './prepare/turn.mjs';

const packages = { isReady: arePackagesThere, prepare: bringPackages };
const addOn = { isReady: areInstalled, prepare: bringAddOn };
const bundle = { isReady: isBuilt, prepare: build };
const programs = { isReady: hasPrograms, prepare: bringPrograms };
const browser = { isReady: hasBrowser, prepare: bringBrowser };
/** One after the other; what stands in brackets at the same time: compiling keeps one core busy and no more, and programs are fetched. */
const steps = {
  install: [[packages], [addOn]],
  build: [[packages], [addOn, bundle]],
  test: [[packages], [addOn, bundle, programs]],
  screens: [[packages], [addOn, bundle, browser]],
}[process.argv[2]];

if (!steps) stop('Say what to prepare: node scripts/prepare.mjs install, build, test or screens.');
if (isNodeTooOld()) {
  stop(`Ringback needs Node 20.12 or newer, and this is ${process.version}: please install Node 24.`);
}

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
for (const together of steps) {
  const outcomes = await Promise.allSettled(together.map(makeReady));
  const failed = outcomes.find(({ status }) => status === 'rejected');
  if (failed) stop(failed.reason.message);
}

async function makeReady({ isReady, prepare }) {
  if (await isReady()) return;
  await takeTurn();
  // Another npm command may have done it while this one waited.
  if (!(await isReady())) await prepare();
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

function isNodeTooOld() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major < 20 || (major === 20 && minor < 12);
}
