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

type OwnPostgres = {
  url: string;
  stop(): Promise<void>;
  /** Ends it by `kill -9`; it is started again over the same files, and answers when this resolves. */
  crash(): Promise<void>;
};

/** TEST_DATABASE_URL names a server that is there already; it is left running. */
export async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };

  return startOwnPostgres(forSpeed);
}

/** A server of the test's own; one that is to be killed must keep what it has said it keeps (`settings`). */
export async function startOwnPostgres(settings: Record<string, string> = {}): Promise<OwnPostgres> {
  const programs = findPostgres();
  if (!programs) throw new Error('The tests need PostgreSQL: install its server or set TEST_DATABASE_URL.');
  const folder = mkdtempSync(join(tmpdir(), 'ringback-postgres-'));
  const owner = unprivilegedOwner();
  if (owner) chownSync(folder, owner.uid, owner.gid);

  createCluster(programs, folder, owner);
  const port = await freePort();
  const server = startServer(programs, folder, port, settings, owner);
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
  return {
    url,
    stop,
    async crash() {
      const [pid] = readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGKILL');
      await untilItAnswers(url);
    },
  };
}

/** PostgreSQL refuses to run as root. */
export function unprivilegedOwner(): Owner | undefined {
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
 * A shell stands between: it starts a server again that was killed, stops it (fast) and removes the folder once its standard input closes,
 * which also happens when the tests are killed.
 */
function startServer(
  programs: string,
  folder: string,
  port: number,
  more: Record<string, string>,
  owner?: Owner,
): ChildProcess {
  const again = 'until "$@"; [ -e "$0/stopping" ]; do sleep 0.3; done';
  const ended = 'touch "$0/stopping"; kill -INT $(head -n 1 "$0/data/postmaster.pid"); wait; rm -rf "$0"';
  const guard = `(${again}) & cat >/dev/null; ${ended}`;
  const options = {
    ...more,
    listen_addresses: '127.0.0.1',
    port,
    max_connections: 200,
    unix_socket_directories: folder,
  };
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

const forSpeed = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

export async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  listener.close();
  await once(listener, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
}

export async function untilItAnswers(url: string) {
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
