/**
 * `npm run drill <name>`: one of the durability tests with the counts of a drill, before a release (promises.md).
 * `DRILL_SEED` tells a run again.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';

const folder = 'tests/drills';
const [name] = process.argv.slice(2);
const file = `${folder}/${name}.test.ts`;

if (name && existsSync(file)) {
  const options = ['run', file, '--project', 'unit', '--test-timeout', '0', '--no-file-parallelism'];
  const env = { ...process.env, NODE_ENV: undefined, DRILL: '1' };
  const [code] = await once(spawn('vitest', options, { stdio: 'inherit', env }), 'exit');
  process.exitCode = code ?? 1;
} else {
  const names = readdirSync(folder).filter((one) => one.endsWith('.test.ts'));
  console.error(`Name one drill: ${names.map((one) => one.replace('.test.ts', '')).join(', ')}.`);
  process.exitCode = 2;
}
