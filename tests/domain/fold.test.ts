import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Call, callOf, isHidden } from '@/domain/call';
import type { Case } from '@/domain/case';
import { type Decision, type DecisionKind, decisionKinds, isSettling } from '@/domain/decision';
import { casesOf } from '@/domain/fold';
import { grouped } from '@/domain/grouped';
import type { Leg } from '@/domain/leg';
import {
  aCall,
  aCdr,
  aDecision,
  aLeg,
  casesFrom,
  didRow,
  minute,
  morning,
  second,
  settingsWith,
} from '../builders';

const runs = { numRuns: 10_000 };

const sales = '+914442110011';
const support = '+914442110099';

/** The same things in another order, each once at least and some of them again. */
function reshuffled<Item>(items: Item[]): fc.Arbitrary<Item[]> {
  return fc
    .tuple(
      fc.shuffledSubarray(items, { minLength: items.length }),
      items.length > 0 ? fc.array(fc.constantFrom(...items), { maxLength: 3 }) : fc.constant([]),
    )
    .chain(([all, again]) =>
      fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }),
    );
}

function byId<Row extends { id: string }>(rows: Row[]): Row[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}

describe('legs in any order, and in any number of copies', () => {
  const soon = fc.integer({ min: 0, max: 9 });
  const copy = fc
    .record({
      conversation: fc.constantFrom('one', 'two', 'three'),
      leg: fc.constantFrom('a', 'b', 'b', null),
      uuid: fc.constantFrom('m', 'n'),
      direction: fc.constantFrom('inbound', 'outbound'),
      status: fc.constantFrom('missed', 'answered', 'congestion', null),
      time: fc.constantFrom(0, 0, 1),
      start: fc.option(soon),
      end: fc.option(soon),
      from: fc.constantFrom(9884112233, '+919884112233', 4442110011, null),
      to: fc.constantFrom(4442110011, '914442110011', null),
      requestId: fc.constantFrom(null, null, 'r'),
      receivedAt: fc.integer({ min: 0, max: 20 }),
    })
    .map((it) =>
      aLeg(
        aCdr({
          conversation_uuid: it.conversation,
          cmiuuid: it.uuid,
          leg: it.leg,
          direction: it.direction,
          status: it.status,
          time: morning + it.time * second,
          start_time: it.start === null ? null : morning / 1000 + it.start,
          end_time: it.end === null ? null : morning / 1000 + it.end,
          from: it.from,
          to: it.to,
          request_id: it.requestId,
        }),
        morning + it.receivedAt * minute,
      ),
    );
  // To read a record takes longer than to fold it: the histories share some that are read once.
  const copies = fc.sample(copy, { numRuns: 3_000, seed: 20261123 });
  const history = fc.array(fc.constantFrom(...copies), { minLength: 1, maxLength: 8 });

  const settings = settingsWith(didRow(sales, { menu: 'ignore', isOurs: true }));
  const callsOf = (legs: Leg[]) =>
    byId([...grouped(legs, (leg) => leg.callId).values()].map((ofCall) => callOf(ofCall, settings)));

  test('give the same calls', () => {
    const twice = history.chain((legs) => fc.tuple(fc.constant(legs), reshuffled(legs)));
    fc.assert(
      fc.property(twice, ([legs, again]) => isDeepStrictEqual(callsOf(again), callsOf(legs))),
      runs,
    );
  });

  test('a copy that comes later than the same copy before is no news', () => {
    fc.assert(
      fc.property(history, fc.nat(), fc.integer({ min: 1, max: 30 }), (legs, pick, late) => {
        const first = legs[pick % legs.length]!;
        const again = { ...first, firstReceivedAt: first.firstReceivedAt + late * minute };
        return isDeepStrictEqual(callsOf([again, ...legs]), callsOf(legs));
      }),
      runs,
    );
  });

  test('one answered leg b makes an inbound call answered, whatever else is known', () => {
    const a = aLeg(aCdr({ conversation_uuid: 'one', cmiuuid: 'x' }));
    const b = aLeg(aCdr({ conversation_uuid: 'one', cmiuuid: 'y', leg: 'b', status: 'answered' }));
    fc.assert(
      fc.property(history, (legs) => {
        const inbound = legs.filter((leg) => leg.direction === 'inbound' && leg.conversation === 'one');
        expect(callsOf([...inbound, a, b])).toMatchObject([{ direction: 'inbound', verdict: 'answered' }]);
      }),
      runs,
    );
  });
});

const minutes = fc.integer({ min: -20, max: 60 });

const someCall = fc
  .record({
    began: minutes,
    did: fc.constantFrom(sales, sales, support),
    verdict: fc.constantFrom('missed', 'missed', 'missed', 'answered', 'outbound_missed', 'undecided'),
    decidesAfter: fc.constantFrom(null, null, 3),
  })
  .map(({ began, did, verdict, decidesAfter }): Partial<Call> => {
    const startedAt = morning + began * minute;
    return {
      did,
      verdict,
      startedAt,
      decidesAt: decidesAfter === null ? null : startedAt + decidesAfter * minute,
    };
  });

const someCalls = fc
  .array(someCall, { minLength: 1, maxLength: 7 })
  .map((calls) => calls.map((call, index) => aCall({ ...call, id: `call ${index}` })));

function someDecisions(calls: Call[]): fc.Arbitrary<Decision[]> {
  const decision = fc
    .record({
      kind: fc.constantFrom(...decisionKinds),
      at: minutes,
      isUndone: fc.boolean(),
      seen: fc.subarray(calls, { minLength: 1 }),
    })
    .map(({ kind, at, isUndone, seen }) =>
      aDecision(seen, { kind, at: morning + at * minute, undoneAt: isUndone ? morning + 90 * minute : null }),
    );
  return fc
    .array(decision, { maxLength: 5 })
    .map((decisions) => decisions.map((it, index) => ({ ...it, id: `decision ${index}` })));
}

const someHistory = someCalls.chain((calls) => fc.tuple(fc.constant(calls), someDecisions(calls)));

describe('calls and decisions of one caller', () => {
  test('in any order give the same cases', () => {
    const twice = someHistory.chain(([calls, decisions]) =>
      fc.record({
        calls: fc.constant(calls),
        decisions: fc.constant(decisions),
        callsAgain: fc.shuffledSubarray(calls, { minLength: calls.length }),
        decisionsAgain: fc.shuffledSubarray(decisions, { minLength: decisions.length }),
      }),
    );
    fc.assert(
      fc.property(twice, ({ calls, decisions, callsAgain, decisionsAgain }) => {
        expect(byId(casesFrom(callsAgain, decisionsAgain))).toEqual(byId(casesFrom(calls, decisions)));
      }),
      runs,
    );
  });

  test('a walk that goes on from the cases that stand ends like the whole walk', () => {
    const cut = someHistory.chain((history) => fc.tuple(fc.constant(history), minutes));
    const withoutCalls = (cases: Case[]) => byId(cases).map(({ calls: _calls, ...row }) => row);
    let wentOn = 0;
    fc.assert(
      fc.property(cut, ([[calls, decisions], at]) => {
        const since = morning + at * minute;
        const [earlier, later] = [
          calls.filter((call) => call.startedAt < since),
          calls.filter((call) => call.startedAt >= since),
        ];
        const isAbout = (some: Call[]) => (it: Decision) => some.some(({ id }) => it.calls.includes(id));
        const [saidEarlier, saidLater] = [
          decisions.filter(isAbout(earlier)),
          decisions.filter(isAbout(later)),
        ];
        const before = casesFrom(earlier, saidEarlier);
        const isCutThrough = before.some((it) => it.spansTo >= since);
        if (earlier.length === 0 || isCutThrough || saidLater.some((it) => it.at < since)) return;

        const standing = before.filter((it) => it.state !== 'closed' && (it.endsAt ?? since) >= since);
        const begun = standing.map((it) => ({ ...it, calls: [] }));
        const rest = casesOf(earlier[0]!.caller, later, saidLater, settingsWith(), begun);
        const settled = before.filter((it) => !standing.includes(it));
        expect(withoutCalls([...settled, ...rest])).toEqual(withoutCalls(casesFrom(calls, decisions)));
        if (standing.length > 0 && later.length > 0) wentOn += 1;
      }),
      runs,
    );
    expect(wentOn).toBeGreaterThan(500);
  });

  test('every missed call is in exactly one case, and the counts add up', () => {
    fc.assert(
      fc.property(someHistory, ([calls, decisions]) => {
        const cases = casesFrom(calls, decisions);
        const held = cases.flatMap((it) => it.calls);
        const missed = calls.filter((call) => call.verdict === 'missed').map((call) => call.id);
        expect(new Set(held).size).toBe(held.length);
        for (const id of missed) expect(held).toContain(id);
        expect(cases.reduce((sum, it) => sum + it.missedCount, 0)).toBe(missed.length);
        for (const it of cases) {
          expect(it.calls).toContain(it.id);
          expect(it.state === 'closed').toBe(it.closedAt !== null && it.outcome !== null);
          const isByHand = it.outcome !== null && isSettling(it.outcome as DecisionKind);
          expect(it.closedBy !== null).toBe(isByHand);
          expect(it.closedByCall !== null).toBe(it.outcome === 'reached_by_them');
        }
      }),
      runs,
    );
  });

  test('never have two open cases about one DID', () => {
    fc.assert(
      fc.property(someHistory, ([calls, decisions]) => {
        const open = casesFrom(calls, decisions).filter((it) => it.state === 'open');
        expect(new Set(open.map((it) => it.did)).size).toBe(open.length);
      }),
      runs,
    );
  });

  test('what was undone was never said', () => {
    fc.assert(
      fc.property(someHistory, ([calls, decisions]) => {
        const standing = decisions.filter((it) => it.undoneAt === null);
        expect(casesFrom(calls, decisions)).toEqual(casesFrom(calls, standing));
      }),
      runs,
    );
  });

  test('nobody who waits is off the desk while nobody has decided anything or spoken with them', () => {
    fc.assert(
      fc.property(someCalls, fc.boolean(), (calls, hidden) => {
        const ofCaller = calls.map((call) => ({
          ...call,
          caller: hidden ? `hidden:${call.id}` : call.caller,
        }));
        const cases = [...grouped(ofCaller, (call) => call.caller).values()].flatMap((one) =>
          casesFrom(one, []),
        );
        for (const call of ofCaller.filter(({ verdict }) => verdict === 'missed')) {
          const holding = cases.find((it) => it.did === call.did && it.calls.includes(call.id));
          const isReached = ofCaller.some(
            (other) =>
              other.verdict === 'answered' &&
              other.caller === call.caller &&
              other.startedAt > holding!.lastMissedAt,
          );
          const waiting = isHidden(call.caller) ? 'uncallable' : 'open';
          expect(holding?.state).toBe(isReached ? 'closed' : waiting);
          expect(holding!.visibleFrom).toBeLessThanOrEqual(call.decidesAt ?? call.firstReceivedAt);
        }
      }),
      runs,
    );
  });
});
