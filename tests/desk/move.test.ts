/** Moving house: everything arrives, either way, and nothing moves into a house that is lived in. */

import { describe, expect, test } from 'vitest';
import { tableNames } from '@/db/queries/whole-tables';
import { openStore, type Store } from '@/db/store';
import { loadAudit } from '@/desk/audit';
import { decide } from '@/desk/decide';
import { move, NotMoved } from '@/desk/move';
import { type Desk, openDesk } from '@/desk/the-desk';
import { makeToken } from '@/desk/tokens';
import { parseBoardQuery } from '@/domain/board-query';
import { aCaller, aCdr, aDid, aLegB, asha } from '../builders';
import { aDesk, aPostgresUrl, aSqliteUrl, type Engine, engines, post } from '../desks';
import { personAt, signIn } from '../signed-in';

const urlOn = { sqlite: async () => aSqliteUrl(), postgres: aPostgresUrl };
const otherThan: Record<Engine, Engine> = { sqlite: 'postgres', postgres: 'sqlite' };
const quietly = () => {};

/** Callers, decisions, people, sessions, tokens, and bytes that nobody understood. */
async function aLivedInDesk(engine: Engine): Promise<Desk> {
  const desk = await aDesk(engine);
  await personAt(desk, 'Asha', { role: 'admin' });
  const did = aDid();
  for (let caller = 0; caller < 5; caller += 1) {
    const cdr = aCdr({ to: did, from: aCaller(), time: desk.clock(), params: 'ünïcode “’ \u0001' });
    await post(desk, [cdr, aLegB(cdr, { status: caller === 0 ? 'answered' : 'missed' })]);
  }
  await post(desk, 'no record at all \u00ff');
  const [first] = (await boardOf(desk)).cases;
  await decide(desk, asha, [first!.id], { kind: 'called_back', note: 'Ordered', until: null }, desk.clock());
  await makeToken(desk, asha, { kind: 'webhook', name: 'PIOPIY', did: null }, desk.clock());
  await signIn(desk, 'Asha');
  return desk;
}

async function boardOf(desk: Desk) {
  const parsed = parseBoardQuery(new URLSearchParams({ state: 'all' }));
  if ('error' in parsed) throw new Error(parsed.error);
  return desk.board.load(asha, parsed.query);
}

async function withStore<Result>(url: string, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore(url);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

describe.each(engines)('from %s', (engine) => {
  test('to the other engine, every row is there, and the desk goes on', async () => {
    const desk = await aLivedInDesk(engine);
    const url = await urlOn[otherThan[engine]]();
    const told = new Set<string>();
    await withStore(url, (there) => move(desk.store, there, ({ table }) => told.add(table)));
    expect([...told]).toEqual(expect.arrayContaining(['user', 'deliveries', 'legs', 'decisions', 'audit']));

    const moved = await openDesk({ ...desk.env, DATABASE_URL: url });
    try {
      expect(await boardOf(moved)).toEqual(await boardOf(desk));
      expect((await signIn(moved, 'Asha')).status).toBe(200);
      // What comes in now gets numbers after those that came along.
      expect(await post(moved, aCdr({ time: moved.clock() }))).toMatchObject({ new: 1 });
      await makeToken(moved, asha, { kind: 'api', name: 'Reports', did: null }, moved.clock());
      const [newest] = (await loadAudit(moved, asha, null)).rows;
      expect(newest).toMatchObject({ what: 'made a token', about: { name: 'Reports' } });
    } finally {
      await moved.close();
    }
  });

  test('and back again, nothing has changed', async () => {
    const desk = await aLivedInDesk(engine);
    const [there, home] = [await urlOn[otherThan[engine]](), await urlOn[engine]()];
    await withStore(there, (store) => move(desk.store, store, quietly));
    await withStore(there, (from) =>
      withStore(home, async (to) => {
        await move(from, to, quietly);
        for (const table of tableNames) {
          expect(await to.read.loadRowsAfter(table, null, 1000)).toEqual(
            await desk.store.read.loadRowsAfter(table, null, 1000),
          );
        }
      }),
    );
  });

  test('into a house that is lived in, nothing moves', async () => {
    const [desk, other] = [await aLivedInDesk(engine), await aLivedInDesk(engine)];
    const before = await boardOf(other);
    await expect(move(desk.store, other.store, quietly)).rejects.toThrow(NotMoved);
    expect(await boardOf(other)).toEqual(before);
  });

  test('a source that is written to meanwhile is told, and the target stays empty', async () => {
    const desk = await aLivedInDesk(engine);
    await withStore(await urlOn[otherThan[engine]](), async (there) => {
      const writing: Promise<unknown>[] = [];
      const write = () =>
        void (writing.length === 0 && writing.push(post(desk, aCdr({ time: desk.clock() }))));
      await expect(move(desk.store, slowed(there, writing), write)).rejects.toThrow(
        'The source changed during the move',
      );
      expect(await there.read.countRows('legs')).toBe(0);
    });
  });

  test('control: a row that arrives changed is noticed', async () => {
    const desk = await aLivedInDesk(engine);
    await withStore(await urlOn[otherThan[engine]](), async (there) => {
      const finishCopy = async () => {
        await there.finishCopy();
        await there.write((tx) => tx.saveFoldedBy(99));
      };
      await expect(move(desk.store, { ...there, finishCopy }, quietly)).rejects.toThrow(
        'The rows of pulse differ',
      );
    });
  });
});

/** The same store, whose write ends only after the others' writing has. */
function slowed(store: Store, writing: Promise<unknown>[]): Store {
  return {
    ...store,
    write: (work) =>
      store.write((tx) =>
        work({
          ...tx,
          async insertRows(name, rows) {
            await tx.insertRows(name, rows);
            await Promise.all(writing);
          },
        }),
      ),
  };
}
