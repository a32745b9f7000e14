/** A real PgBouncer before the tests' PostgreSQL, by transaction: no connection remembers who asked last. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPgBouncer } from '@/scripts/find.mjs';
import { freePort, unprivilegedOwner, untilItAnswers } from './postgres';

/** Gives the address of the same database through the pooler, which ends with `stop`. */
export async function startPooler(databaseUrl: string): Promise<{ url: string; stop(): Promise<void> }> {
  const program = findPgBouncer();
  if (!program) throw new Error('The tests need PgBouncer: install it.');
  const { hostname, port, username, password } = new URL(databaseUrl);
  const folder = mkdtempSync(join(tmpdir(), 'ringback-pooler-'));
  const ownPort = await freePort();
  const secret = password && ` password=${decodeURIComponent(password)}`;
  writeFileSync(
    join(folder, 'pgbouncer.ini'),
    `[databases]
* = host=${hostname} port=${port || 5432} user=${username}${secret}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${ownPort}
unix_socket_dir =
auth_type = any
pool_mode = transaction
max_client_conn = 200
default_pool_size = 4
`,
  );
  const owner = unprivilegedOwner();
  if (owner)
    for (const path of [folder, join(folder, 'pgbouncer.ini')]) chownSync(path, owner.uid, owner.gid);
  const pooler = spawn(program, ['--quiet', join(folder, 'pgbouncer.ini')], {
    ...owner,
    cwd: folder,
    stdio: 'ignore',
  });
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${ownPort}`;
  await untilItAnswers(url.href);
  return {
    url: url.href,
    async stop() {
      pooler.kill('SIGINT');
      if (pooler.exitCode === null) await once(pooler, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
