/** Taking out what came by one token: as if it had never come, and brought back as if it had never gone. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadAudit } from '@/desk/audit';
import { bringBack } from '@/desk/bring-back';
import { decide } from '@/desk/decide';
import { readAllAgain } from '@/desk/read-again';
import { rebuild } from '@/desk/rebuild';
import type { Desk } from '@/desk/the-desk';
import { countWithdrawal, withdraw } from '@/desk/withdraw';
import {
  aCaller,
  aCdr,
  aConversation,
  aDid,
  aLeg,
  aLegB,
  asha,
  type CdrJson,
  minute,
  morning,
  ravi,
} from '../builders';
import { aDesk, engines, post, tableOf } from '../desks';

const [bad, good] = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb'] as const;
const then = morning + 300 * minute;
const all = { token: bad, from: 0, to: then };

/** What stands on the desk, whichever deliveries it came by. */
async function standing(desk: Desk) {
  const legs = (await tableOf(desk, 'legs')).map(({ delivery_id: _delivery, ...leg }) => leg);
  return { legs, ...(await projections(desk)) };
}

async function projections(desk: Desk) {
  return {
    calls: await tableOf(desk, 'calls'),
    cases: (await tableOf(desk, 'cases')).sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)),
    dids: await tableOf(desk, 'dids'),
  };
}

type Sent = { minutes: number; by: typeof bad | typeof good; records: CdrJson[] };

/** Three callers on two DIDs of whom legs, answers, calls of ours and copies come, by either token, in any order. */
function histories() {
  const callers = [aCaller(), aCaller(), aCaller()];
  const dids = [aDid(), aDid()];
  const conversations = Array.from({ length: 6 }, aConversation);
  const record = fc
    .record({
      conversation: fc.integer({ min: 0, max: 5 }),
      leg: fc.constantFrom('a', 'b'),
      status: fc.constantFrom('missed', 'missed', 'answered'),
      isOurs: fc.boolean(),
      balance: fc.integer({ min: 0, max: 999 }),
    })
    .map(({ conversation, leg, status, isOurs, balance }): CdrJson => {
      const outbound = conversation === 5 && isOurs;
      const began = morning + conversation * 20 * minute;
      const caller = callers[conversation % 3]!;
      const did = dids[conversation % 2]!;
      return aCdr({
        conversation_uuid: conversations[conversation],
        from: outbound ? did : caller,
        to: outbound ? caller : did,
        direction: outbound ? 'outbound' : 'inbound',
        leg,
        status,
        duration: status === 'answered' ? 30 : 0,
        time: began,
        start_time: began / 1000,
        end_time: began / 1000 + 20,
        balance: String(balance),
      });
    });
  const nonsense = fc.constant({ nonsense: true } as CdrJson);
  const delivery: fc.Arbitrary<Sent> = fc.record({
    minutes: fc.integer({ min: 0, max: 200 }),
    by: fc.constantFrom(bad, good),
    records: fc.array(fc.oneof({ weight: 9, arbitrary: record }, { weight: 1, arbitrary: nonsense }), {
      minLength: 1,
      maxLength: 4,
    }),
  });
  return fc.array(delivery, { minLength: 1, maxLength: 14 });
}

async function send(desk: Desk, sent: Sent[]): Promise<void> {
  for (const { minutes, by, records } of sent) await post(desk, records, morning + minutes * minute, by);
}

async function emptied(desk: Desk): Promise<void> {
  await desk.store.write(async (tx) => {
    const deliveryIds = (await tx.loadDeliveryAges(0, 100_000)).map(({ id }) => id);
    await tx.deleteLegsOfDeliveries(deliveryIds);
    await tx.forgetBytes(deliveryIds);
  });
  await rebuild(desk);
}

describe.each(engines)('on %s', (engine) => {
  test('withdrawn is never came, and brought back is never gone, whatever the history', async () => {
    const [one, other] = [await aDesk(engine), await aDesk(engine)];
    await fc.assert(
      fc.asyncProperty(histories(), async (sent) => {
        for (const desk of [one, other]) await emptied(desk);
        await send(one, sent);
        await send(
          other,
          sent.filter(({ by }) => by === good),
        );
        const before = await projections(one);
        const { records } = await countWithdrawal(one, asha, all);
        await withdraw(one, asha, all, then);
        expect(await standing(one)).toEqual(await standing(other));
        expect(await countWithdrawal(one, asha, all)).toEqual({ deliveries: 0, records: 0, calls: 0 });

        expect(await bringBack(one, asha, all, then)).toBe(records);
        expect(await projections(one)).toEqual(before);
        await rebuild(one);
        expect(await projections(one)).toEqual(before);
      }),
      { numRuns: engine === 'sqlite' ? 100 : 40, seed: Number(process.env.SEED ?? 20261122) },
    );
  });

  test('what would go is told first, and only what came between the two times goes', async () => {
    const desk = await aDesk(engine);
    const [early, late, shared] = [0, 1, 2].map(() => aCdr({ to: aDid(), from: aCaller() }));
    await post(desk, [early!, aLegB(early!)], morning, bad);
    await post(desk, [late!, shared!], morning + 60 * minute, bad);
    await post(desk, shared!, morning + 90 * minute, good);
    const range = { token: bad, from: morning + 30 * minute, to: then };
    expect(await countWithdrawal(desk, asha, range)).toEqual({ deliveries: 1, records: 2, calls: 1 });
    expect(await tableOf(desk, 'calls')).toHaveLength(3);

    expect(await withdraw(desk, asha, range, then)).toEqual({ deliveries: 1, records: 2, calls: 1 });
    const left = (await tableOf(desk, 'calls')).map(({ id }) => id);
    expect(left.sort()).toEqual([aLeg(early).callId, aLeg(shared).callId].sort());
    const [kept] = (await tableOf(desk, 'deliveries')).filter(({ token }) => token === bad);
    expect(String(kept?.body)).toContain(String(early?.conversation_uuid));
    const quarantine = await tableOf(desk, 'quarantine');
    expect(quarantine.map(({ position, withdrawn_by }) => [Number(position), withdrawn_by])).toEqual([
      [0, 'Asha'],
      [1, 'Asha'],
    ]);
    const { rows } = await loadAudit(desk, asha, null);
    expect(rows[0]).toMatchObject({
      by: 'Asha',
      what: 'withdrew what came by a token',
      about: { token: bad, records: 2, calls: 1 },
    });
  });

  test('reading everything again does not bring back what somebody has taken away', async () => {
    const desk = await aDesk(engine);
    await post(desk, aCdr({ to: aDid(), from: aCaller() }), morning, bad);
    await withdraw(desk, asha, all, then);
    expect(await readAllAgain(desk, asha, then)).toEqual({ read: 0, waiting: 1 });
    expect(await tableOf(desk, 'calls')).toEqual([]);
    expect(await bringBack(desk, asha, all, then)).toBe(1);
    expect(await tableOf(desk, 'calls')).toHaveLength(1);
  });

  test('what was decided about a withdrawn call holds again once it is back', async () => {
    const desk = await aDesk(engine);
    const record = aCdr({ to: aDid(), from: aCaller() });
    await post(desk, record, morning, bad);
    const wish = { kind: 'spam', note: null, until: null } as const;
    await decide(desk, ravi, [aLeg(record).callId], wish, morning + minute);
    const before = await projections(desk);
    await withdraw(desk, asha, all, then);
    expect(await tableOf(desk, 'cases')).toEqual([]);
    await bringBack(desk, asha, all, then);
    expect(await projections(desk)).toEqual(before);
  });
});
