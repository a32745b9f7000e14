/** A server on trial: Ringback as it is built, or a receiver with one fault that must fail the same trial. */

import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { aFolder, program, spawnServer } from '../built-server';
import { freePort } from '../postgres';
import { keptIn } from './ledger';

export type Fault = 'answers early' | 'not flushed' | 'waits' | 'queues without end' | 'trusts' | 'forgets';

export type OnTrial = Awaited<ReturnType<typeof putOnTrial>>;

const token = 'a-token-for-the-trials';

/** Started, with its database in `folder`; it answers when this resolves, and keeps its port over a restart. */
export async function putOnTrial(fault?: Fault, folder = aFolder()) {
  const file = join(folder, 'ringback.db');
  const settings = {
    DATABASE_URL: `file:${file}`,
    PORT: String(await freePort()),
    WEBHOOK_TOKENS: token,
    API_TOKEN: program.authorization.replace('Bearer ', ''),
    AUTH_SECRET: 'x'.repeat(32),
    ...(fault && { FAULT: fault }),
  };
  const origin = `http://127.0.0.1:${settings.PORT}`;
  const start = async () => {
    const started = spawnServer(settings, fault ? 'tests/drills/careless.mjs' : 'dist/server.js');
    let hasEnded = false;
    void started.exited.then(() => {
      hasEnded = true;
    });
    while (!(await fetch(`${origin}/api/health`).catch(() => null))?.ok) {
      if (hasEnded) throw new Error(`The server on trial does not start: ${started.said.err}`);
      await setTimeout(20);
    }
    return started;
  };
  let server = await start();
  return {
    origin,
    webhook: `${origin}/api/webhook/cdr/${token}`,
    file,
    pid: () => server.child.pid!,
    kept: () => keptIn(file),
    said: () => server.said,
    /** What it asked of the system still ends, and it never learns how. */
    freeze() {
      server.child.kill('SIGSTOP');
    },
    /** By `kill -9`: it can do nothing about it. */
    async kill() {
      server.child.kill('SIGKILL');
      await server.exited;
    },
    async start() {
      server = await start();
    },
  };
}
