/** A migration is whole or not at all, leaves a snapshot of what was there, and never meets a newer database. */

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '@/db/store';
import { decide } from '@/desk/decide';
import { openDesk } from '@/desk/the-desk';
import { readEnv } from '@/env';
import { seededRandom, whole } from '@/scripts/simulate/random';
import { aCaller, aCdr, aDid, aLeg, asha, minute, morning } from '../builders';
import { aDesk, engines, post, runSql } from '../desks';
import { downgrade } from '../older';

const folder = mkdtempSync(join(tmpdir(), 'ringback-migrate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const older = join(folder, 'older.db');

/** A database of the first version, with calls, decisions and quarantine. */
beforeAll(async () => {
  const desk = await aDesk('sqlite', { DATABASE_URL: `file:${older}` });
  const records = Array.from({ length: 30 }, () => aCdr({ to: aDid(), from: aCaller() }));
  await post(desk, records, morning + minute);
  await post(desk, 'no record', morning + minute);
  const wish = { kind: 'called_back', note: null, until: null } as const;
  await decide(desk, asha, [aLeg(records[0]!).callId], wish, morning + 2 * minute);
  await runSql(desk, downgrade('sqlite'));
  await desk.close();
});

function aCopyOfOlder(name: string): string {
  const path = join(folder, name, 'ringback.db');
  rmSync(dirname(path), { recursive: true, force: true });
  mkdirSync(dirname(path), { recursive: true });
  copyFileSync(older, path);
  return path;
}

async function started(path: string): Promise<void> {
  const desk = await openDesk(readEnv({ DATABASE_URL: `file:${path}`, DESK_TIME_ZONE: 'Asia/Kolkata' }));
  await desk.close();
}

/** A start in a process of its own, killed at one of its statements. */
function startKilledAt(path: string, statement?: number, isCareless = false) {
  const { PATH } = process.env;
  return spawnSync(process.execPath, ['--require', './tests/killed-at.cjs', 'dist/scripts/rebuild.js'], {
    encoding: 'utf8',
    env: {
      NODE_ENV: 'production',
      PATH,
      DATABASE_URL: `file:${path}`,
      DESK_TIME_ZONE: 'Asia/Kolkata',
      ...(statement && { KILL_AT: String(statement) }),
      ...(isCareless && { CARELESS: '1' }),
    },
  });
}

function reading<Result>(path: string, read: (file: Database.Database) => Result): Result {
  const file = new Database(path);
  try {
    return read(file);
  } finally {
    file.close();
  }
}

const shapeOf = (path: string) =>
  reading(path, (file) => ({
    made: file.prepare('select name, sql from sqlite_master order by name').all(),
    applied: file.prepare('select created_at from __drizzle_migrations').pluck().all(),
  }));

/** Every row of every table but the revision's, which counts starts as well. */
const rowsOf = (path: string) =>
  reading(path, (file) => {
    const tables = file.prepare("select name from sqlite_master where type = 'table' and name <> 'pulse'");
    return (tables.pluck().all() as string[]).sort().map((table) => ({
      table,
      rows: file
        .prepare(`select * from "${table}"`)
        .all()
        .map((row) => JSON.stringify(row))
        .sort(),
    }));
  });

const snapshotsBeside = (path: string) =>
  readdirSync(dirname(path)).filter((file) => file.startsWith('ringback-before-migration-'));

describe('a start over an older database', () => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
  let upgraded: unknown;
  let upgradedShape: unknown;
  let count = { statements: 0, began: 0, ended: 0 };

  beforeAll(async () => {
    const path = aCopyOfOlder('whole');
    await started(path);
    upgradedShape = shapeOf(path);
    upgraded = { shape: upgradedShape, rows: rowsOf(path) };
    count = JSON.parse(startKilledAt(aCopyOfOlder('counted')).stdout.trim().split('\n').at(-1)!);
  });

  test('ten kills at random points: the tables are the old ones or the new ones, and the next start has it all', async () => {
    console.log(
      `Seed ${seed}: of ${count.statements} statements the migrations are ${count.began} to ${count.ended}.`,
    );
    const random = seededRandom(seed);
    for (let kill = 0; kill < 10; kill += 1) {
      const [from, to] = kill % 2 ? [1, count.statements] : [count.began, count.ended];
      const at = whole(random, from, to);
      const path = aCopyOfOlder('killed');
      expect(startKilledAt(path, at).signal, `killed at ${at}`).toBe('SIGKILL');
      expect([shapeOf(older), upgradedShape], `whole or not at all at ${at}`).toContainEqual(shapeOf(path));
      await started(path);
      expect({ shape: shapeOf(path), rows: rowsOf(path) }, `after a kill at ${at}`).toEqual(upgraded);
    }
  });

  test('control: a kill between migrations that are in no transaction leaves half of them', () => {
    const path = aCopyOfOlder('careless');
    const middle = Math.floor((count.began + count.ended) / 2);
    expect(startKilledAt(path, middle, true).signal).toBe('SIGKILL');
    expect([shapeOf(older), upgradedShape]).not.toContainEqual(shapeOf(path));
  });

  test('leaves a snapshot of it, of its owner, and of several the newest three', async () => {
    const path = aCopyOfOlder('snapshots');
    await started(path);
    const [snapshot] = snapshotsBeside(path);
    const kept = join(dirname(path), snapshot!);
    expect(statSync(kept).mode & 0o777).toBe(0o600);
    expect([shapeOf(kept), rowsOf(kept)]).toEqual([shapeOf(older), rowsOf(older)]);
    for (let again = 0; again < 3; again += 1) {
      copyFileSync(older, path);
      await started(path);
    }
    expect(snapshotsBeside(path)).toHaveLength(3);
    expect(snapshotsBeside(path)).not.toContain(snapshot);
  });

  test('a new database, and one that is up to date, need no snapshot', async () => {
    const path = join(folder, 'new', 'ringback.db');
    await started(path);
    await started(path);
    expect(snapshotsBeside(path)).toEqual([]);
  });
});

describe.each(engines)('on %s', (engine) => {
  test('a database of a newer version is refused in one sentence, and stays as it is', async () => {
    const desk = await aDesk(engine);
    const table = engine === 'sqlite' ? '__drizzle_migrations' : 'drizzle.__drizzle_migrations';
    await runSql(desk, [`insert into ${table} (hash, created_at) values ('newer', 9000000000000)`]);
    await expect(openStore(desk.env.DATABASE_URL)).rejects.toThrow(
      /^The database was made by a newer [^\n]+\.$/,
    );
    await runSql(desk, [`delete from ${table} where hash = 'newer'`]);
    await (await openStore(desk.env.DATABASE_URL)).close();
  });
});
