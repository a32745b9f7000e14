/** Runs a command quietly, for a step that says its own line. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** True when the command succeeded; when not, what it printed is shown. The shell finds npm.cmd on Windows. */
export async function run(command, env = {}) {
  const child = spawn(command, {
    shell: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const printed = [];
  child.stdout.on('data', (chunk) => printed.push(chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) process.stdout.write(Buffer.concat(printed));
  return code === 0;
}
