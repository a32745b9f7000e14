/** Behind a pooler that hands a connection to another after each transaction, and past it for what needs one's own. */

import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from '@/desk/the-desk';
import { parseBoardQuery } from '@/domain/board-query';
import { readEnv } from '@/env';
import { afterTheFile } from '../after-the-file';
import { aCaller, aCdr, aDid, aLegB, aListener, asha } from '../builders';
import { aPostgresUrl, post, webhookToken } from '../desks';
import { startPooler } from '../pooler';
import { personAt, signIn } from '../signed-in';

const direct = await aPostgresUrl();
const pooler = await startPooler(direct);
afterAll(() => pooler.stop());

async function aServer(directUrl?: string) {
  const desk = await openDesk(
    readEnv({
      DATABASE_URL: pooler.url,
      DATABASE_DIRECT_URL: directUrl,
      WEBHOOK_TOKENS: webhookToken,
      AUTH_SECRET: 'the same secret on each of the servers',
    }),
  );
  afterTheFile(() => desk.close());
  return desk;
}

test('several servers that start at once make the tables once, and fold the legs of one call rightly', async () => {
  const servers = await Promise.all(Array.from({ length: 6 }, () => aServer()));
  const did = aDid();
  const calls = Array.from({ length: 20 }, () => aCdr({ to: did, from: aCaller(), time: Date.now() }));
  await Promise.all(
    calls.flatMap((cdr, i) => [
      post(servers[i % 6]!, cdr),
      post(servers[(i + 1) % 6]!, aLegB(cdr, { status: i % 2 ? 'answered' : 'missed' })),
      post(servers[(i + 2) % 6]!, cdr),
    ]),
  );
  const parsed = parseBoardQuery(new URLSearchParams({ limit: '200' }));
  if ('error' in parsed) throw new Error(parsed.error);
  const { cases, counts } = await servers[0]!.board.load(asha, parsed.query);
  expect(counts.open).toBe(10);
  for (const {
    calls: [call],
  } of cases)
    expect(call!.legs).toHaveLength(2);
});

test('people sign in on one server and are known on another', async () => {
  const [one, other] = [await aServer(), await aServer()];
  await personAt(one, 'Meera');
  expect((await signIn(other, 'Meera')).status).toBe(200);
});

describe('what another server commits', () => {
  test('is heard past the pooler, without asking', async () => {
    const [here, there] = [await aServer(direct), await aServer(direct)];
    cannotAsk(here);
    let isHeard = false;
    const heard = await nextBeat(here, async () => {
      // The line is opened beside the start, and may not stand yet.
      while (!isHeard) {
        await post(there, aCdr({ time: Date.now() }));
        await setTimeout(20);
      }
    });
    isHeard = true;
    expect(heard).toBeLessThanOrEqual(await there.store.read.revision());
  });

  test('is found by asking where there is no line past it', async () => {
    const [here, there] = [await aServer(), await aServer()];
    const heard = await nextBeat(here, () => post(there, aCdr({ time: Date.now() })));
    expect(heard).toBe(await there.store.read.revision());
  });

  test('control: without the line and without asking nobody hears of it', async () => {
    const [here, there] = [await aServer(), await aServer()];
    let beats = 0;
    const stop = here.pulse.listen(aListener({ beat: () => (beats += 1) }))!;
    cannotAsk(here);
    await nextBeat(there, () => post(there, aCdr({ time: Date.now() })));
    expect(beats).toBe(0);
    stop();
  });
});

function cannotAsk(desk: Desk): void {
  desk.store.read.revision = () => Promise.reject(new Error('away'));
}

/** The first revision that a server tells its screens of after the work. */
async function nextBeat(desk: Desk, work: () => Promise<unknown>): Promise<number> {
  return new Promise((resolve, reject) => {
    const beat = (revision: number) => {
      stop();
      resolve(revision);
    };
    const stop = desk.pulse.listen(aListener({ beat }))!;
    work().catch(reject);
  });
}
