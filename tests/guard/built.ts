/** The built programs as processes of their own. Needs `npm run build`. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterTheFile } from '../after-the-file';

/** A database of its own. */
function aDatabase(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-guard-'));
  afterTheFile(() => rmSync(folder, { recursive: true, force: true }));
  return `file:${join(folder, 'ringback.db')}`;
}

function start(program: string, args: string[], settings: Record<string, string>): ChildProcess {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [`dist/${program}.js`, ...args], {
    env: { NODE_ENV: 'production', PATH, HOME, DESK_TIME_ZONE: 'Asia/Kolkata', ...settings },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  afterTheFile(() => child.kill('SIGKILL'));
  return child;
}

/** Runs a program to its end. */
export async function run(program: string, args: string[], settings: Record<string, string>, input = '') {
  const child = start(program, args, settings);
  child.stdin!.end(input);
  const [out, err] = await Promise.all([text(child.stdout!), text(child.stderr!)]);
  if (child.exitCode === null) await once(child, 'exit');
  return { code: child.exitCode, out, err };
}

/** Starts a server, and waits until it has said all that it says. */
export async function aServer(settings: Record<string, string> = {}) {
  const child = start('server', [], { DATABASE_URL: aDatabase(), PORT: '0', ...settings });
  let said = '';
  child.stderr!.on('data', (part) => {
    said += part;
  });
  for await (const part of child.stdout!.iterator({ destroyOnReturn: false })) {
    said += part;
    if (/Webhook URL .*\n/.test(said)) break;
  }
  child.stdout!.resume();
  const port = Number(/The desk: http:\/\/localhost:(\d+)/.exec(said)?.[1]);
  if (!port) throw new Error(`The server did not start: ${said}`);
  return {
    said,
    /** Asks as written: Host and everything else is what the caller says. */
    ask(path: string, headers: Record<string, string> = {}, { method = 'GET', body = '' } = {}) {
      return new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>(
        (resolve, reject) => {
          const options = { host: '127.0.0.1', port, path, method, headers, agent: false };
          const asked = request(options, async (answer) => {
            resolve({ status: answer.statusCode!, headers: answer.headers, body: await text(answer) });
          });
          asked.once('error', reject);
          asked.end(body);
        },
      );
    },
  };
}
