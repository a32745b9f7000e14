/**
 * Runs every check and every test, and ends with one plain line: `N passed, N failed`.
 * `npm test -- lint types` runs only the steps that are named: lint, types, dead-code, unit, browser, browser-on-postgres.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const folder = mkdtempSync(join(tmpdir(), 'ringback-test-'));
process.on('exit', () => rmSync(folder, { recursive: true }));
const unitReport = join(folder, 'unit.json');
const browserReport = join(folder, 'browser.json');

/** Of the message of a test that failed. */
const linesTold = 6;

const steps = {
  lint: { command: 'biome check', tally: ofCheck },
  types: { command: 'tsc --noEmit', tally: ofCheck },
  'dead-code': { command: 'knip', tally: ofCheck },
  unit: {
    command: `vitest run --reporter=default --reporter=json --outputFile.json="${unitReport}"`,
    tally: () => ofVitest(unitReport),
  },
  browser: {
    command: 'playwright test --project=sqlite --reporter=list,json',
    tally: () => ofPlaywright(browserReport),
  },
  // What the browser alone decides (tests/browser/looks) was seen on SQLite just now, and is no other on PostgreSQL.
  'browser-on-postgres': {
    command: 'playwright test --project=postgres "browser/[^/]+$" --reporter=list,json',
    tally: () => ofPlaywright(browserReport),
  },
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`No step is called ${unknown.join(' or ')}: there are ${Object.keys(steps).join(', ')}.`);
  process.exit(1);
}

const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
for (const name of named.length > 0 ? named : Object.keys(steps)) {
  const tally = await tallyOf(name, steps[name]);
  for (const outcome of Object.keys(total)) total[outcome] += tally[outcome];
  failures.push(...tally.failures.map((failure) => `${name}: ${failure}`));
}
// Whoever reads only the end of a log reads what failed.
if (failures.length > 0) console.log(`\n== failed\n${failures.join('\n')}`);
console.log(`\n${asLine(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function tallyOf(name, { command, tally }) {
  console.log(`\n== ${name}: ${command.split(' --')[0]}`);
  const startedAt = Date.now();
  const isGood = await succeeds(command);
  const counted = { passed: 0, failed: 0, skipped: 0, failures: [], ...tally(isGood) };
  // A runner that crashed, found no test or tripped outside of a test has failed too.
  const isSilent = counted.passed + counted.failed === 0;
  if (counted.failed === 0 && (!isGood || isSilent)) counted.failed = 1;
  if (counted.failures.length < counted.failed) counted.failures.push('see its part of the log');
  console.log(`== ${name}: ${asLine(counted)} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
  return counted;
}

/** npm puts node_modules/.bin on PATH. NODE_ENV is left to each tool, whatever the shell around says. */
async function succeeds(command) {
  const env = { ...process.env, NODE_ENV: undefined, PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport };
  const [code] = await once(spawn(command, { shell: true, stdio: 'inherit', env }), 'exit');
  return code === 0;
}

function ofCheck(isGood) {
  return isGood ? { passed: 1 } : { failed: 1 };
}

function ofVitest(file) {
  if (!existsSync(file)) return {};
  const report = JSON.parse(readFileSync(file, 'utf8'));
  // A file that cannot be loaded, or whose set-up fails, has no failed test to count.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap(({ name, message, assertionResults }) => [
      ...assertionResults
        .filter(({ status }) => status === 'failed')
        .map((test) =>
          told([relative('', name), ...test.ancestorTitles, test.title], test.failureMessages[0]),
        ),
      ...(broken.some((file) => file.name === name) ? [told([relative('', name)], message)] : []),
    ]),
  };
}

function ofPlaywright(file) {
  if (!existsSync(file)) return {};
  const { stats, errors, suites } = JSON.parse(readFileSync(file, 'utf8'));
  // The other engine's step writes its own, or has failed.
  rmSync(file);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    failures: [
      ...suites.flatMap((suite) => failuresIn(suite)),
      ...errors.map(({ message }) => told(['outside of a test'], message)),
    ],
  };
}

/** Playwright's suites are files, and groups within them. */
function failuresIn({ title, specs, suites = [] }, above = []) {
  const here = [...above, title];
  const errorOf = ({ tests }) => tests.flatMap(({ results }) => results).find(({ error }) => error)?.error;
  return [
    ...specs.filter(({ ok }) => !ok).map((spec) => told([...here, spec.title], errorOf(spec)?.message)),
    ...suites.flatMap((suite) => failuresIn(suite, here)),
  ];
}

/** Where it is, and the first lines of what it said. */
function told(path, message = '') {
  const lines = stripVTControlCharacters(message).split('\n').slice(0, linesTold);
  return [path.join(' › '), ...lines.map((line) => `    ${line}`)].join('\n');
}

function asLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
