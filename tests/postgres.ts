/** A real PostgreSQL for the tests, in a temporary folder, that never outlives them. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { findPostgres } from '@/scripts/find.mjs';

type Owner = { uid: number; gid: number };

/** TEST_DATABASE_URL names a server that is there already; it is left running. */
export async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };

  const programs = findPostgres();
  if (!programs) throw new Error('The tests need PostgreSQL: install its server or set TEST_DATABASE_URL.');
  const folder = mkdtempSync(join(tmpdir(), 'ringback-postgres-'));
  const owner = unprivilegedOwner();
  if (owner) chownSync(folder, owner.uid, owner.gid);

  createCluster(programs, folder, owner);
  const port = await freePort();
  const server = startServer(programs, folder, port, owner);
  const stop = async () => {
    server.stdin?.end();
    if (server.exitCode === null) await once(server, 'exit');
  };
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  try {
    await untilItAnswers(url);
  } catch (error) {
    const log = readFileSync(join(folder, 'log'), 'utf8');
    await stop();
    throw new Error(`PostgreSQL did not start:\n${log}`, { cause: error });
  }
  return { url, stop };
}

/** PostgreSQL refuses to run as root. */
function unprivilegedOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody.');
}

function createCluster(programs: string, folder: string, owner?: Owner) {
  const options = '--username=postgres --auth=trust --encoding=UTF8 --locale=C --no-sync'.split(' ');
  const made = spawnSync(join(programs, 'initdb'), [...options, `--pgdata=${folder}/data`], {
    ...owner,
    cwd: folder,
    encoding: 'utf8',
  });
  if (made.status === 0) return;
  rmSync(folder, { recursive: true });
  throw new Error(`initdb failed: ${made.stderr || made.error?.message}`);
}

/**
 * A shell stands between: it stops the server (fast) and removes the folder once its standard input closes,
 * which also happens when the tests are killed.
 */
function startServer(programs: string, folder: string, port: number, owner?: Owner): ChildProcess {
  const guard = '"$@" & cat >/dev/null; kill -INT $!; wait; rm -rf "$0"';
  const options = { ...forSpeed, listen_addresses: '127.0.0.1', port, unix_socket_directories: folder };
  const settings = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(join(folder, 'log'), 'a');
  const server = spawn(
    'sh',
    ['-c', guard, folder, join(programs, 'postgres'), '-D', `${folder}/data`, ...settings],
    { ...owner, cwd: '/', detached: true, stdio: ['pipe', log, log] },
  );
  closeSync(log);
  return server;
}

const forSpeed = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 200 };

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  listener.close();
  await once(listener, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
}

async function untilItAnswers(url: string) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    } finally {
      await client.end();
    }
    await setTimeout(50);
  }
}
