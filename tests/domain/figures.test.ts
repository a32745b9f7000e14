import { describe, expect, test } from 'vitest';
import type { Call } from '@/domain/call';
import type { Case } from '@/domain/case';
import { answerRate, callbackRate, lost, reachRate, timeToCallback, timeToContact } from '@/domain/figures';
import { aCall, aDecision, casesFrom, minute, morning } from '../builders';

const at = (minutes: number) => morning + minutes * minute;
const now = at(10 * 24 * 60);
const anHour = at(60);

const times = <Row>(count: number, make: (nth: number) => Row) =>
  Array.from({ length: count }, (_, nth) => make(nth));

describe('the answer rate', () => {
  /** 41 calls: 12 answered and 8 missed that count; 21 that do not. */
  const calls: Call[] = [
    ...times(12, () => aCall({ verdict: 'answered' })),
    ...times(8, () => aCall()),
    ...times(5, () => aCall({ isShort: true })),
    ...times(4, () => aCall({ isOutOfHours: true })),
    ...times(2, () => aCall({ isOutOfHours: true, verdict: 'answered' })),
    ...times(3, () => aCall({ verdict: 'menu_only' })),
    ...times(1, () => aCall({ decidesAt: now + 1 })),
    ...times(4, () => aCall({ direction: 'outbound', verdict: 'outbound_answered' })),
    ...times(2, () => aCall({ direction: 'outbound', verdict: 'outbound_missed' })),
  ];

  test('is answered of answered and missed: inbound, in hours, short and menu-only calls apart', () => {
    expect(calls).toHaveLength(41);
    expect(answerRate(calls, now)).toEqual({ part: 12, whole: 20, share: 0.6 });
  });

  test('is no number where there was no call', () => {
    expect(answerRate([], now)).toEqual({ part: 0, whole: 0, share: null });
    expect(
      answerRate(
        calls.filter((call) => call.isShort),
        now,
      ),
    ).toEqual({ part: 0, whole: 0, share: null });
  });
});

/** What became of one missed call at 10:00, in the words of the desk. */
const missed = () => aCall();
const ourCall = (minutes: number, talkSeconds: number) =>
  aCall({
    direction: 'outbound',
    verdict: 'outbound_answered',
    startedAt: at(minutes),
    callerAnswered: talkSeconds > 0,
    talkSeconds,
  });
const alone = (call: Call = missed()) => casesFrom([call], []);
const reachedByUs = (minutes: number) => casesFrom([missed(), ourCall(minutes, 60)], []);
const triedOnly = (minutes: number) => casesFrom([missed(), ourCall(minutes, 0)], []);
const theyRang = (minutes: number, ...others: Call[]) =>
  casesFrom([missed(), ...others, aCall({ verdict: 'answered', startedAt: at(minutes) })], []);
const said = (kind: 'called_back' | 'left_message' | 'no_need' | 'spam' | 'tried', minutes: number) => {
  const call = missed();
  return casesFrom([call], [aDecision([call], { kind, at: at(minutes) })]);
};
const hidden = () => alone(aCall({ caller: `hidden:${crypto.randomUUID()}` }));

/** 40 cases whose clocks all started at 10:00, and one whose clock has not run. */
const cases: Case[] = [
  ...[2, 5, 10, 15, 20, 29, 30].flatMap(reachedByUs),
  ...[31, 45, 90].flatMap(reachedByUs),
  ...[10, 25].flatMap(triedOnly),
  ...[40].flatMap(triedOnly),
  ...theyRang(20, ourCall(12, 0)),
  ...theyRang(60, ourCall(50, 0)),
  ...[8, 28, 35, 100].flatMap((minutes) => theyRang(minutes)),
  ...[6, 18, 33].flatMap((minutes) => said('called_back', minutes)),
  ...[9, 48].flatMap((minutes) => said('left_message', minutes)),
  ...said('tried', 14),
  ...[3, 50].flatMap((minutes) => said('no_need', minutes)),
  ...times(3, () => said('spam', 1)).flat(),
  ...times(2, hidden).flat(),
  ...times(8, () => alone()).flat(),
];
const justNow = alone(aCall({ startedAt: now - 29 * minute }));

describe('the figures of cases, counted by hand', () => {
  test('the fixture has 40 cases, and one that has just begun', () => {
    expect(cases).toHaveLength(40);
    expect(justNow).toHaveLength(1);
  });

  test('callback rate within 30 minutes: without hidden numbers, spam and those who settled it themselves', () => {
    // Of 40 without 2 hidden, 3 spam and 4 who rang again untried: 31. Tried or reached by us within 30 min:
    // 7 reached, 2 tried, 1 tried before they rang, 2 called back, 1 message, 1 tried by hand.
    expect(callbackRate([...cases, ...justNow], 30, now)).toEqual({ part: 14, whole: 31, share: 14 / 31 });
  });

  test('callback rate within 60 minutes counts those after, too', () => {
    // 31 and 45; tried at 40; tried at 50 before they rang; called back at 33; a message at 48: six more.
    expect(callbackRate([...cases, ...justNow], 60, now)).toMatchObject({ part: 20, whole: 31 });
  });

  test('reach rate within 30 minutes: contacts of both kinds, and called back', () => {
    // 7 by us, 2 + 1 by them (8, 28; 20), 2 called back.
    expect(reachRate([...cases, ...justNow], 30, now)).toEqual({ part: 12, whole: 40, share: 12 / 40 });
  });

  test('a case counts from the moment its clock has run that long', () => {
    expect(callbackRate(justNow, 29, now)).toMatchObject({ part: 0, whole: 1 });
    expect(callbackRate(justNow, 30, now)).toEqual({ part: 0, whole: 0, share: null });
    expect(reachRate(justNow, 30, now)).toEqual({ part: 0, whole: 0, share: null });
    expect(reachRate(justNow, 30, now + minute)).toMatchObject({ part: 0, whole: 1 });
  });

  test('time to callback: median, 90th percentile, and who still waits', () => {
    // 2 5 6 9 10 10 12 14 15 18 20 | 25 29 30 31 33 40 45 48 50 90: 21 of them.
    const { median, p90, settled, stillWaiting } = timeToCallback(
      cases.filter((it) => it.state !== 'uncallable'),
      anHour,
    );
    expect({ median, p90, settled }).toEqual({ median: 20 * minute, p90: 48 * minute, settled: 21 });
    expect(stillWaiting).toBe(8);
    // A week later those are lost.
    expect(timeToCallback(cases, now)).toMatchObject({ settled: 21, stillWaiting: 0 });
  });

  test('time to contact: an attempt is none, and the tried still wait', () => {
    // 2 5 6 8 10 15 18 20 20 | 28 29 30 31 33 35 45 60 90 100: 19 of them.
    const { median, p90, settled, stillWaiting } = timeToContact(
      cases.filter((it) => it.state !== 'uncallable'),
      anHour,
    );
    expect({ median, p90, settled }).toEqual({ median: 28 * minute, p90: 90 * minute, settled: 19 });
    expect(stillWaiting).toBe(8 + 3 + 1);
  });

  test('times of nobody are no numbers', () => {
    expect(timeToCallback([], now)).toEqual({ median: null, p90: null, settled: 0, stillWaiting: 0 });
    expect(timeToContact(justNow, now)).toEqual({ median: null, p90: null, settled: 0, stillWaiting: 1 });
  });

  test('a call back before the clock started took no time, and is within any', () => {
    const early = reachedByUs(5).map((it) => ({ ...it, clockStartsAt: at(60), dueAt: at(90) }));
    expect(timeToCallback(early, now)).toMatchObject({ median: 0, p90: 0, settled: 1 });
    expect(callbackRate(early, 1, now)).toMatchObject({ part: 1, whole: 1 });
  });

  test('lost: expired with and without an attempt; a caller without a number has no expiry', () => {
    // 3 + 1 tried and never reached; 8 whom nobody called.
    expect(lost(cases, now)).toEqual({ tried: 4, untried: 8 });
    expect(lost(cases, at(7 * 24 * 60 - 1))).toEqual({ tried: 0, untried: 0 });
    const later = aCall({ startedAt: at(8 * 24 * 60) });
    expect(lost(casesFrom([missed(), later], []), now)).toEqual({ tried: 0, untried: 1 });
  });

  test('hidden numbers are no callers that still wait in the queue', () => {
    expect(timeToCallback(hidden(), anHour).stillWaiting).toBe(0);
  });
});
