/** Whatever the order and the number of copies: one truth, on both engines, and the same again when rebuilt. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeSettings } from '@/desk/change-settings';
import { rebuild } from '@/desk/rebuild';
import { refold } from '@/desk/refold';
import type { Desk } from '@/desk/the-desk';
import { parseBoardQuery } from '@/domain/board-query';
import { type DecisionKind, decisionKinds } from '@/domain/decision';
import { type DidSettings, didDefaults } from '@/domain/settings';
import {
  aCaller,
  aCdr,
  aConversation,
  aDecision,
  aDid,
  aLeg,
  aLegB,
  asha,
  type CdrJson,
  day,
  minute,
  morning,
  second,
} from '../builders';
import { aDesk, engines, post, tableOf, withClock } from '../desks';

const boardOf = (desk: Desk, search = '') => {
  const asked = parseBoardQuery(new URLSearchParams(search));
  if ('error' in asked) throw new Error(asked.error);
  return desk.board.load(asha, asked.query);
};

/** The documented missed call, completed with its leg b. */
function bothLegs(): [CdrJson, CdrJson] {
  const legA = aCdr({ to: aDid(), from: aCaller() });
  return [legA, aLegB(legA)];
}

describe.each(engines)('on %s', async (engine) => {
  describe('a missed call', () => {
    test('its two legs are one row with one call, and four copies in another order change nothing', async () => {
      const desk = withClock(await aDesk(engine), () => morning + minute);
      const [legA, legB] = bothLegs();
      expect(await post(desk, legA)).toEqual({ received: 1, new: 1, quarantined: 0 });
      expect(await post(desk, legB)).toEqual({ received: 1, new: 1, quarantined: 0 });
      const before = await boardOf(desk);
      expect(before.cases).toHaveLength(1);
      expect(before.cases[0]).toMatchObject({ state: 'open', missedCount: 1, callsTotal: 1 });
      expect(before.cases[0]?.calls[0]?.legs.map(({ leg }) => leg)).toEqual(['a', 'b']);

      const later = withClock(desk, () => morning + minute);
      for (let copy = 0; copy < 4; copy += 1) {
        for (const leg of [legB, { ...legA, balance: `${copy}.5`, call_rate: '0.1' }]) {
          expect(await post(desk, leg, morning + (1 + copy * 5) * minute)).toMatchObject({ new: 0 });
        }
      }
      expect(await boardOf(later)).toEqual(before);
    });

    test('shows its leg b on a board that was looked at before', async () => {
      const desk = withClock(await aDesk(engine), () => morning + minute);
      const [legA, legB] = bothLegs();
      await post(desk, legA);
      const before = await boardOf(desk);
      await post(desk, legB);
      const after = await boardOf(desk);
      expect(after.cases[0]?.calls[0]?.legs.map(({ leg }) => leg)).toEqual(['a', 'b']);
      expect(after.revision).toBeGreaterThan(before.revision);
    });

    test('the record of an answered leg b takes the row off, however late', async () => {
      const desk = withClock(await aDesk(engine), () => morning + 3 * 60 * minute);
      const [legA, legB] = bothLegs();
      await post(desk, [legA, legB], morning);
      expect((await boardOf(desk)).counts.open).toBe(1);
      await post(desk, { ...legB, status: 'answered', duration: 40 });
      expect(await boardOf(desk)).toMatchObject({ cases: [], counts: { open: 0, byDid: {} } });
      expect((await boardOf(desk, 'state=all')).cases).toEqual([]);
      await post(desk, legB);
      expect((await boardOf(desk)).cases).toEqual([]);
    });

    test('of which only leg b is known is on the desk after three minutes, until leg a corrects it', async () => {
      let now = morning;
      const desk = withClock(await aDesk(engine), () => now);
      const [legA, legB] = bothLegs();
      await post(desk, { ...legB, status: 'ringing' });
      await post(desk, legB, morning + 2 * minute);
      now = morning + 3 * minute - 1;
      expect(await boardOf(desk)).toMatchObject({ cases: [], counts: { open: 0 } });
      now = morning + 3 * minute;
      const board = await boardOf(desk);
      expect(board.counts).toMatchObject({ open: 1, byDid: { [`+${legA.to}`]: 1 } });
      expect(board.cases[0]?.calls[0]).toMatchObject({ verdict: 'missed', rule: 11, mark: 'incomplete' });
      expect(board.cases[0]?.caller.e164).toBe(`+${legA.from}`);
      await post(desk, legA);
      expect((await boardOf(desk)).cases[0]?.calls[0]).toMatchObject({ rule: 9, mark: null });
    });

    test('of a hidden caller stands alone, outside the queue', async () => {
      const desk = withClock(await aDesk(engine), () => morning + minute);
      const did = aDid();
      for (const from of [null, 0, '', 'anonymous']) await post(desk, aCdr({ to: did, from }));
      expect((await boardOf(desk)).cases).toEqual([]);
      const { cases, counts } = await boardOf(desk, 'state=uncallable');
      expect(cases.map(({ missedCount, caller }) => [missedCount, caller.e164])).toEqual(
        Array(4).fill([1, null]),
      );
      expect(counts.uncallable).toBe(4);
    });
  });

  test('two hundred random histories end alike in any order, with any copies, and when rebuilt', async () => {
    const [one, other] = [await aDesk(engine), await aDesk(engine)];
    let start = morning;
    const property = fc.asyncProperty(histories, async ({ seeds, shuffled, copies }) => {
      // A month after the one before, so that no setting reaches back into that.
      start += 30 * day;
      const steps = stepsOf(seeds, start);
      const callIds = idsIn(steps);
      await play(one, steps, 3);
      const again = resent(steps, copies, start + 10 * day);
      await play(other, [...again, ...reordered(steps, shuffled), ...again], 7);
      expect(await outcomeOf(other, callIds)).toEqual(await outcomeOf(one, callIds));
    });
    await fc.assert(property, { numRuns: 200, endOnFailure: true });

    for (const desk of [one, other]) {
      const tables = async () => [
        await tableOf(desk, 'calls'),
        await tableOf(desk, 'cases'),
        await tableOf(desk, 'dids'),
      ];
      const before = await tables();
      const judged = before[0]?.filter(({ verdict }) => verdict !== 'undecided').map(({ did }) => did);
      expect(before[2]?.map(({ did }) => did)).toEqual([...new Set(judged)].sort());
      expect(before[1]?.length).toBeGreaterThan(200);
      expect(await rebuild(desk)).toBe(before[0]?.length);
      expect(await tables()).toEqual(before);
    }
  }, 240_000);
});

type Step =
  | { record: CdrJson; at: number }
  | {
      decided: DecisionKind;
      calls: string[];
      at: number;
      id: string;
      undoneAt: number | null;
      until: number | null;
    }
  | { settings: DidSettings; did: string; from: number; at: number };

type Seed = {
  is: 'record' | 'decision' | 'settings';
  conversation: number;
  caller: number;
  did: number;
  side: 'a' | 'b' | null;
  direction: 'inbound' | 'outbound';
  status: string;
  start: number;
  arrival: number;
  hasRequest: boolean;
  balance: number;
  decided: DecisionKind;
  isUndone: boolean;
  isTurned: boolean;
  talk: number;
  settings: Partial<DidSettings>;
};

const seed: fc.Arbitrary<Seed> = fc.record({
  is: fc.constantFrom('record', 'record', 'record', 'record', 'record', 'decision', 'decision', 'settings'),
  conversation: fc.nat(5),
  caller: fc.nat(3),
  did: fc.nat(1),
  side: fc.constantFrom('a', 'a', 'b', 'b', null),
  direction: fc.constantFrom('inbound', 'inbound', 'inbound', 'outbound'),
  status: fc.constantFrom('missed', 'missed', 'missed', 'answered', 'voicemail', 'ringing'),
  // Few instants, so that many things happen at once.
  start: fc.nat(8),
  arrival: fc.nat(8),
  hasRequest: fc.boolean(),
  balance: fc.nat(2),
  decided: fc.constantFrom(...decisionKinds),
  isUndone: fc.boolean(),
  isTurned: fc.constantFrom(false, false, false, true),
  talk: fc.constantFrom(0, 5, 10, 60),
  settings: fc.record({
    menu: fc.constantFrom('none', 'ignore', 'missed'),
    expiryDays: fc.constantFrom(null, 1),
    targetMinutes: fc.constantFrom(null, 5),
    talkSeconds: fc.constantFrom(null, 30),
    isOurs: fc.boolean(),
  }),
});

const histories = fc.array(seed, { minLength: 2, maxLength: 16 }).chain((seeds) =>
  fc.record({
    seeds: fc.constant(seeds),
    shuffled: fc.shuffledSubarray([...seeds.keys()], { minLength: seeds.length }),
    copies: fc.subarray([...seeds.keys()]),
  }),
);

/** Some minutes of a morning, and what lies days after it: time enough to expire. */
const instants = [0, 5, 10, 15, 20, 30, 60, 26 * 60, 9 * 24 * 60].map((minutes) => minutes * minute);

/**
 * Turns the seeds into records, and into decisions about one to three of the calls that those tell of, in a history
 * that begins at `start`, ms.
 */
function stepsOf(seeds: Seed[], start: number): Step[] {
  const callers = [aCaller(), aCaller(), aCaller(), null];
  const dids = [aDid(), aDid()];
  const conversations = Array.from({ length: 6 }, aConversation);
  const records = seeds.map((one): CdrJson => {
    const conversation = conversations[one.conversation]!;
    const [from, to] = [callers[one.caller], dids[one.did]];
    return aCdr({
      conversation_uuid: conversation,
      cmiuuid: one.side === null ? undefined : conversation,
      // Of a call of ours the far end is in `to`, if it is no leg b of a call that came in; some come turned round.
      ...((one.direction === 'outbound' && one.side === 'a') || one.isTurned
        ? { from: to, to: from }
        : { from, to }),
      duration: one.talk,
      leg: one.side ?? undefined,
      direction: one.direction,
      status: one.status,
      time: start,
      start_time: (start + instants[one.start]!) / 1000,
      end_time: (start + instants[one.start]!) / 1000 + 7,
      balance: String(one.balance),
      ...(one.hasRequest ? { request_id: `r${conversation}` } : {}),
    });
  });
  return seeds.map((one, index): Step => {
    const at = start + instants[one.arrival]!;
    if (one.is === 'settings') {
      const settings = { ...didDefaults, ...one.settings };
      return { settings, did: `+${dids[one.did]}`, from: start + instants[one.start]!, at };
    }
    if (one.is === 'record') return { record: records[index]!, at };
    const seen = records.slice(index, index + 3);
    const calls = [...new Set(seen.map((record) => aLeg(record).callId))];
    return {
      decided: one.decided,
      calls,
      at: at + second,
      id: crypto.randomUUID(),
      undoneAt: one.isUndone ? at + minute : null,
      until: one.decided === 'snooze' ? at + 20 * minute : null,
    };
  });
}

/** The steps in that order, but for the settings: of those the last saved one holds, so they keep theirs. */
function reordered(steps: Step[], order: number[]): Step[] {
  const settings = steps.filter((step) => 'settings' in step);
  return order.map((index) => ('settings' in steps[index]! ? settings.shift()! : steps[index]!));
}

/** Resends of records, received later than all the others. */
function resent(steps: Step[], copies: number[], at: number): Step[] {
  return copies.flatMap((index) => {
    const step = steps[index];
    return step && 'record' in step ? [{ record: { ...step.record, balance: '77' }, at }] : [];
  });
}

/** Posts what came together together; some bodies hold one record, some a list. */
async function play(desk: Desk, steps: Step[], together: number): Promise<void> {
  for (let start = 0; start < steps.length; start += together) {
    const part = steps.slice(start, start + together);
    const records = part.filter((step) => 'record' in step);
    const isList = records.every(({ at }) => at === records[0]?.at);
    await Promise.all(
      isList
        ? [
            post(
              desk,
              records.map(({ record }) => record),
              records[0]?.at,
            ),
          ]
        : records.map(({ record, at }) => post(desk, record, at)),
    );
    for (const step of part) {
      if ('decided' in step) await decided(desk, step);
      if ('settings' in step) {
        const { did, from, settings, at } = step;
        await changeSettings(desk, asha, { scope: 'did', did, from, settings }, at);
      }
    }
  }
}

/** A decision about just these calls, whatever is known of them yet. */
async function decided(desk: Desk, { decided, calls, ...given }: Extract<Step, { calls: string[] }>) {
  await desk.store.write(async (tx) => {
    await tx.saveDecision({ ...aDecision([]), kind: decided, calls, ...given });
    await refold(tx, await desk.settings(tx), calls);
  });
}

function idsIn(steps: Step[]): string[] {
  return [
    ...new Set(
      steps.flatMap((step) =>
        'record' in step ? aLeg(step.record).callId : 'calls' in step ? step.calls : [],
      ),
    ),
  ];
}

async function outcomeOf({ store }: Desk, callIds: string[]) {
  const calls = await store.read.loadCalls(callIds);
  const parties = calls.flatMap(({ caller, other }) => (other === null ? [caller] : [caller, other]));
  const cases = await store.read.loadCasesReaching(new Map(parties.map((party) => [party, 0])));
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return { calls: calls.sort(byId), cases: cases.sort(byId) };
}
