/** A backup under load has everything that was answered 2xx before it began, and a restore takes nothing away. Needs `npm run build`. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { aLeg } from './builders';
import { aFolder, aServer, ours } from './built-server';
import { nothingAmiss, reconciled } from './reconcile';

const senders = 4;

const fileIn = (folder: string) => join(folder, 'data', 'ringback.db');

/** `npm run backup` or `npm run restore` over the database in `folder`. */
async function command(name: 'backup' | 'restore', url: string, ...args: string[]) {
  const { PATH } = process.env;
  const child = spawn(process.execPath, [`dist/scripts/${name}.js`, ...args], {
    env: { NODE_ENV: 'production', PATH, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code, out, err };
}

async function backedUp(folder: string, ...args: string[]): Promise<string> {
  const { code, out, err } = await command('backup', `file:${fileIn(folder)}`, ...args);
  expect([code, err]).toEqual([0, '']);
  return /^(.+): whole, at revision \d+\.$/m.exec(out)![1]!;
}

const restored = (folder: string, from: string) => command('restore', `file:${fileIn(folder)}`, from);

/** The call of each leg, which is there once for each; the calls are folded. */
function callIdsIn(path: string): string[] {
  const file = new Database(path, { readonly: true });
  const ids = file.prepare('select call_id from legs order by 1').pluck().all() as string[];
  expect(file.prepare('select id from calls order by 1').pluck().all()).toEqual(ids);
  file.close();
  return ids;
}

const stopped = (server: Awaited<ReturnType<typeof aServer>>) => {
  server.child.kill('SIGTERM');
  return server.exited;
};

test('five backups under load, each restored into a new server, have everything that was taken before', async () => {
  const server = await aServer();
  const sent = new Set<string>();
  const taken = new Set<string>();
  let isOver = false;
  const sender = async () => {
    while (!isOver) {
      const record = ours();
      const { callId } = aLeg(record);
      sent.add(callId);
      if ((await server.post(JSON.stringify(record))).status === 200) taken.add(callId);
      await setTimeout(10);
    }
  };
  const sending = Promise.all(Array.from({ length: senders }, sender));
  const more = async (count: number) => {
    const enough = taken.size + count;
    while (taken.size < enough) await setTimeout(10);
  };
  for (let round = 0; round < 5; round += 1) {
    await more(20);
    const before = new Set(taken);
    // Not before it has gone on under the backup.
    const [copy] = await Promise.all([backedUp(server.folder), more(20)]);
    expect([dirname(copy), statSync(copy).mode & 0o777]).toEqual([
      join(server.folder, 'data', 'backups'),
      0o600,
    ]);

    const folder = aFolder();
    expect(await restored(folder, copy)).toMatchObject({ code: 0, err: '' });
    const again = await aServer(folder);
    expect(reconciled({ sent, taken: before, kept: callIdsIn(fileIn(folder)) })).toEqual(nothingAmiss);
    expect((await again.board()).revision).toBeGreaterThan(0);
    expect(await stopped(again)).toBe(0);
  }
  isOver = true;
  await sending;
  expect(reconciled({ sent, taken, kept: callIdsIn(fileIn(server.folder)) })).toEqual(nothingAmiss);
});

describe('a desk that has a backup', () => {
  const aDeskWithBackup = async () => {
    const server = await aServer();
    const taken = new Set<string>();
    const take = async () => {
      const record = ours();
      expect((await server.post(JSON.stringify(record))).status).toBe(200);
      taken.add(aLeg(record).callId);
    };
    for (let record = 0; record < 5; record += 1) await take();
    return { server, taken, take, path: fileIn(server.folder), url: `file:${fileIn(server.folder)}` };
  };

  test('takes it back only once it is stopped, and keeps what was there beside it', async () => {
    const { server, taken, take, path } = await aDeskWithBackup();
    const copy = await backedUp(server.folder, join(server.folder, 'monday.db'));
    expect(copy).toBe(join(server.folder, 'monday.db'));
    const before = new Set(taken);
    await take();

    const refused = await restored(server.folder, copy);
    expect([refused.code, refused.err]).toEqual([
      1,
      `Nothing was restored. Somebody has ${path} open: stop the desk first.\n`,
    ]);
    await take();
    await stopped(server);
    expect(callIdsIn(path)).toHaveLength(taken.size);

    const { code, out } = await restored(server.folder, copy);
    expect(code).toBe(0);
    const kept = /What was there before is (.+)\.$/m.exec(out)![1]!;
    expect(callIdsIn(path).toSorted()).toEqual([...before].toSorted());
    expect(callIdsIn(kept).toSorted()).toEqual([...taken].toSorted());
    expect([statSync(path).mode & 0o777, statSync(kept).mode & 0o777]).toEqual([0o600, 0o600]);
    expect(readdirSync(dirname(path)).filter((name) => /unfinished|restored/.test(name))).toEqual([]);
  });

  test('takes it back over a file that is none any more, and where only a log is left', async () => {
    const { server, taken, path } = await aDeskWithBackup();
    const copy = await backedUp(server.folder);
    await stopped(server);
    writeFileSync(path, 'x'.repeat(100_000));
    writeFileSync(`${path}-wal`, 'the log of another life');
    const { code, out } = await restored(server.folder, copy);
    expect(code).toBe(0);
    expect(callIdsIn(path)).toHaveLength(taken.size);
    const kept = /What was there before is (.+)\.$/m.exec(out)![1]!;
    expect(readFileSync(`${kept}-wal`, 'utf8')).toBe('the log of another life');

    rmSync(path);
    writeFileSync(`${path}-wal`, 'the log of another life');
    expect(await restored(server.folder, copy)).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(dirname(path)).filter((name) => name.startsWith('ringback.db'))).toEqual([
      'ringback.db',
    ]);
  });

  test('is left alone by a backup that is damaged, newer, none, or not there', async () => {
    const { server, path } = await aDeskWithBackup();
    const copy = await backedUp(server.folder);
    await stopped(server);
    const before = readFileSync(path);

    const damaged = join(server.folder, 'damaged.db');
    const bytes = readFileSync(copy);
    bytes.fill(0xff, 3 * 4096, 12 * 4096);
    writeFileSync(damaged, bytes);
    const newer = join(server.folder, 'newer.db');
    copyFileSync(copy, newer);
    const file = new Database(newer);
    file.exec(`insert into __drizzle_migrations (hash, created_at) values ('newer', 9000000000000)`);
    file.close();
    const foreign = join(server.folder, 'foreign.db');
    new Database(foreign).exec('create table anything (x)').close();

    for (const [from, why] of [
      [damaged, /damaged|malformed/],
      [newer, /newer Ringback/],
      [foreign, /no database of Ringback/],
      [join(server.folder, 'data', 'webhook-token'), /not a database/],
      [join(server.folder, 'nowhere.db'), /There is no/],
    ] as const) {
      const { code, err } = await restored(server.folder, from);
      expect([code, err]).toEqual([1, expect.stringMatching(/^Nothing was restored\. [^\n]+\n$/)]);
      expect(err).toMatch(why);
    }
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('control: a plain copy of its file alone has lost what was taken', async () => {
    const { server, taken, take, path } = await aDeskWithBackup();
    const reader = new Database(path);
    reader.pragma('wal_checkpoint(TRUNCATE)');
    // Who reads keeps what comes now from being taken out of the log into the file.
    reader.exec('begin');
    reader.prepare('select * from pulse').get();
    await take();
    const copy = join(server.folder, 'copied.db');
    copyFileSync(path, copy);
    reader.close();
    const kept = callIdsIn(copy);
    expect(reconciled({ sent: taken, taken, kept }).lost).not.toEqual([]);
    await stopped(server);
  });
});

test('on PostgreSQL both say in one sentence what to use', async () => {
  const url = 'postgres://desk@127.0.0.1:1/ringback';
  for (const [name, word] of [
    ['backup', 'pg_dump'],
    ['restore', 'psql'],
  ] as const) {
    const { code, err } = await command(name, url, 'x');
    expect([code, err]).toEqual([1, expect.stringMatching(new RegExp(`^[^\\n]+${word}[^\\n]+\\.\\n$`))]);
  }
});
