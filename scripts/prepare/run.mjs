/** Runs a command quietly, for a step that says its own line. */
import { spawnSync } from 'node:child_process';

/** True when the command succeeded; when not, what it printed is shown. The shell finds npm.cmd on Windows. */
export function run(command, env = {}) {
  const { status, stdout } = spawnSync(command, {
    shell: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  if (status !== 0) process.stdout.write(stdout ?? '');
  return status === 0;
}

export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
