/** What is measured side by side: servers in processes of their own, each with a database of its own. */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';

export const token = 'a-token-for-the-bench';
export const apiToken = 'an-api-token-for-the-bench';

export type Arm = { name: string; origin: string; url: string; pid: number; stop(): Promise<void> };

const webhook = `/api/webhook/cdr/${token}`;
const next = 'node_modules/next/dist/bin/next';
const startsWithinMs = 60_000;

/** The server as people run it. */
export function ours(databaseUrl: string): Promise<Arm> {
  return startArm('this server', ['dist/server.js'], webhook, { DATABASE_URL: databaseUrl });
}

/** The same route in the same build, without the front door. */
export function nextRoute(databaseUrl: string): Promise<Arm> {
  return startArm('the Next route handler', [next, 'start'], webhook, { DATABASE_URL: databaseUrl });
}

/** A Next app that holds one route, which answers at once; built where it was not yet, beside our own build. */
export function emptyNextRoute(): Promise<Arm> {
  const folder = join('dist', 'bench-empty-next');
  if (!existsSync(join(folder, '.next', 'BUILD_ID'))) {
    mkdirSync(join(folder, 'app', 'empty'), { recursive: true });
    const file = (path: string, text: string) => writeFileSync(join(folder, path), text);
    file('package.json', '{ "type": "module" }');
    file('next.config.mjs', `export default { turbopack: { root: ${JSON.stringify(resolve('.'))} } };`);
    file('app/layout.js', 'export default ({ children }) => <html><body>{children}</body></html>;');
    file('app/empty/route.js', "export const POST = () => new Response('got it');");
    const { status, stdout } = spawnSync(process.execPath, [next, 'build', folder], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`The empty Next app could not be built:\n${stdout}`);
  }
  return startArm('an empty Next route handler', [next, 'start', folder], '/empty');
}

/** The sample of the vendor's guide, whose print goes into a pipe that we empty. */
export function express(): Promise<Arm> {
  return startArm("the vendor's sample in Express", ['scripts/bench/express-sample.mjs'], '/');
}

/** Answers at once: what the sender can do at most. */
export function bareServer(): Promise<Arm> {
  return startArm('a bare node:http server', ['scripts/bench/bare-server.mjs'], '/');
}

async function startArm(
  name: string,
  command: string[],
  path: string,
  settings: Record<string, string> = {},
): Promise<Arm> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, command, {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      HOST: '127.0.0.1',
      HOSTNAME: '127.0.0.1',
      PORT: String(port),
      WEBHOOK_TOKENS: token,
      API_TOKEN: apiToken,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  server.stdout.resume();
  await untilItAnswers(server, `${origin}/api/health`);
  return {
    name,
    origin,
    url: origin + path,
    pid: server.pid!,
    async stop() {
      server.kill('SIGTERM');
      if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
    },
  };
}

async function untilItAnswers(server: ChildProcess, url: string): Promise<void> {
  const deadline = performance.now() + startsWithinMs;
  while (!(await fetch(url).catch(() => null))) {
    if (performance.now() > deadline || server.exitCode !== null)
      throw new Error(`${server.spawnargs.join(' ')} does not start.`);
    await setTimeout(50);
  }
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as { port: number };
  listener.close();
  await once(listener, 'close');
  return port;
}
