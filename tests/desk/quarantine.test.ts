/** The quarantine on both engines, also where two servers share a database. */

import { describe, expect, test } from 'vitest';
import { loadCase } from '@/desk/case';
import { discard } from '@/desk/discard';
import { listQuarantine, type Place } from '@/desk/quarantine';
import { readAgain, readAllAgain } from '@/desk/read-again';
import { rebuild } from '@/desk/rebuild';
import { type Desk, openDesk } from '@/desk/the-desk';
import { afterTheFile } from '../after-the-file';
import { aCaller, aCdr, aDid, aLeg, aLegB, aPerson, asha, minute, morning } from '../builders';
import { aDesk, type Engine, engines, post, tableOf } from '../desks';

const then = morning + 10 * minute;
const ours = () => aCdr({ to: aDid(), from: aCaller() });

/** Records that the reader of then understood nothing of, and the one of now does. */
async function setAside(desk: Desk, records: unknown[], receivedAt = morning): Promise<number> {
  return desk.store.write(async (tx) => {
    const body = Buffer.from(JSON.stringify(records));
    const outcome = 'quarantined' as const;
    const delivery = { receivedAt, token: 'fingerprint', method: 'POST', contentType: null, body, outcome };
    const [deliveryId = 0] = await tx.saveDeliveries([delivery]);
    await tx.saveQuarantined(
      records.map((_, position) => ({ deliveryId, position, reason: 'Unknown then.', at: receivedAt })),
    );
    return deliveryId;
  });
}

async function twoServers(engine: Engine): Promise<[Desk, Desk]> {
  const here = await aDesk(engine);
  const there = await openDesk(here.env);
  afterTheFile(() => there.close());
  return [here, there];
}

describe.each(engines)('on %s', async (engine) => {
  test('comes page by page, the newest first, each record once', async () => {
    const desk = await aDesk(engine);
    for (let delivery = 0; delivery < 3; delivery += 1) await post(desk, [1, 2, 3, 4]);
    await post(desk, 'Good morning');
    const places: string[] = [];
    for (let after: Place | null = null; ; ) {
      const { waiting, records, next } = await listQuarantine(desk, asha, after, 5);
      expect(waiting).toBe(13);
      places.push(...records.map(({ delivery, position }) => `${delivery}.${position}`));
      if (next === null) break;
      const [deliveryId = 0, position = 0] = next.split('.').map(Number);
      after = { deliveryId, position };
    }
    expect(places).toEqual(['4.-1', ...[3, 2, 1].flatMap((id) => [3, 2, 1, 0].map((at) => `${id}.${at}`))]);
  });

  test('read again by a better reader, its calls are those of a desk that had read them at once', async () => {
    const [late, atOnce] = [await aDesk(engine), await aDesk(engine)];
    const records = Array.from({ length: 60 }, ours).flatMap((legA) => [legA, aLegB(legA)]);
    await post(atOnce, records, morning);
    // Some have come another way meanwhile.
    await post(late, records.slice(0, 30), then);
    await setAside(late, records);
    await setAside(late, [{ nonsense: 1 }]);
    expect(await readAllAgain(late, asha, then)).toEqual({ read: 120, waiting: 1 });
    expect(await readAllAgain(late, asha, then)).toEqual({ read: 0, waiting: 1 });
    for (const table of ['calls', 'cases', 'dids'] as const)
      expect(JSON.stringify(await tableOf(late, table))).toBe(JSON.stringify(await tableOf(atOnce, table)));
    const before = JSON.stringify(await tableOf(late, 'cases'));
    await rebuild(late);
    expect(JSON.stringify(await tableOf(late, 'cases'))).toBe(before);
  });

  test('of many at once on two servers exactly one wins, and the others are told who', async () => {
    const [here, there] = await twoServers(engine);
    const record = ours();
    const place = { deliveryId: await setAside(here, [record]), position: 0 };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, who) => {
        const desk = who % 3 ? here : there;
        const by = aPerson(`Person ${who}`, { role: 'admin' });
        return who % 2 ? readAgain(desk, by, place, then) : discard(desk, by, place, 'A try of ours.', then);
      }),
    );
    const refusals = answers.flatMap((it) => (it?.is === 'refused' ? it.refusal : []));
    const [row] = await tableOf(here, 'quarantine');
    expect(refusals).toHaveLength(19);
    expect(new Set(refusals.map(({ by, kind }) => `${by} ${kind}`))).toEqual(
      new Set([`${row?.settled_by} ${row?.settled_as}`]),
    );
    const isThere = (await loadCase(here, asha, aLeg(record).callId, then)) !== null;
    expect(isThere).toBe(row?.settled_as === 'read');
  });

  test('read all by two servers at once, nothing is doubled', async () => {
    const [here, there] = await twoServers(engine);
    const records = Array.from({ length: 130 }, ours);
    await setAside(here, records);
    const both = await Promise.all([here, there].map((desk) => readAllAgain(desk, asha, then)));
    expect(both[0]!.read + both[1]!.read).toBe(130);
    expect(await tableOf(here, 'legs')).toHaveLength(130);
    expect(await here.store.read.countWaiting(then)).toHaveLength(130);
  });

  test('a place that is none is none, however large its numbers', async () => {
    const desk = await aDesk(engine);
    const place = { deliveryId: 999_999_999_999_999, position: 99_999 };
    expect(await readAgain(desk, asha, place, then)).toBeNull();
    expect(await discard(desk, asha, place, 'x', then)).toBeNull();
    expect((await listQuarantine(desk, asha, place, 5)).records).toEqual([]);
  });
});
