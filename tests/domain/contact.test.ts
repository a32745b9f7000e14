import { describe, expect, test } from 'vitest';
import type { Decision } from '@/domain/decision';
import { casesOf } from '@/domain/fold';
import type { SettingsRow } from '@/domain/settings';
import {
  aCdr,
  aDial,
  aLeg,
  aLegB,
  type CdrJson,
  callsFrom,
  deskRow,
  didRow,
  minute,
  morning,
  settingsWith,
} from '../builders';

const caller = '+919884112233';
const sales = 914442110011;
const support = 914442110099;

/** A record so many minutes past 10:00, of a caller who rang. */
const ringAt = (minutes: number, given: CdrJson = {}) => {
  const start_time = morning / 1000 + minutes * 60;
  return aCdr({ time: start_time * 1000, start_time, end_time: start_time + 20, ...given });
};

/** The cases of the caller from records that arrive a minute after they began, in any order. */
function casesAfter(records: CdrJson[], decisions: Decision[] = [], ...rows: SettingsRow[]) {
  const settings = settingsWith(...rows);
  const legs = records.map((cdr) => aLeg(cdr, Number(cdr.start_time) * 1000 + minute));
  return [legs, [...legs].reverse()].map((ofDay) => {
    const calls = callsFrom(ofDay, settings).filter((call) => [call.caller, call.other].includes(caller));
    return casesOf(caller, calls, decisions, settings);
  });
}

/** Whatever order the records came in. */
function expectCases(records: CdrJson[], expected: object[], ...rows: SettingsRow[]) {
  for (const cases of casesAfter(records, [], ...rows)) {
    expect(cases).toHaveLength(expected.length);
    expect(cases).toMatchObject(expected);
  }
}

const missed = ringAt(0);
const isOpen = { state: 'open', outcome: null, closedAt: null };
const reachedByUs = { state: 'closed', outcome: 'reached_by_us', reachedAt: morning + 5 * minute };
const tried = { ...isOpen, attempts: 1, lastAttemptAt: morning + 5 * minute, reachedAt: null };

describe('rules.md 6: leg b of an inbound call is never taken for a call back', () => {
  test.each(['missed', 'noanswer', 'congestion'])(
    'a leg b that is %s says "outbound" and is no attempt',
    (status) => {
      expectCases([missed, aLegB(missed, { status })], [{ ...isOpen, attempts: 0 }]);
    },
  );

  test('nor is the leg b of their second call', () => {
    const again = ringAt(5);
    expectCases(
      [missed, again, aLegB(again, { duration: 60 })],
      [{ ...isOpen, attempts: 0, missedCount: 2 }],
    );
  });

  test('nor a leg b whose leg a was lost, though it names our DID and the caller', () => {
    const lone = aLegB(ringAt(5, { from: sales, to: 919884112233 }), { duration: 60 });
    expectCases([missed, lone], [{ ...isOpen, attempts: 0 }], didRow('+914442110011', { isOurs: true }));
  });
});

describe('rules.md 17: an attempt', () => {
  const unanswered = { status: 'missed', duration: 0 };

  test('is a call of ours that the caller did not take: the case stays open and says when', () => {
    expectCases([missed, ...aDial(5, {}, unanswered)], [tried]);
  });

  test('says who, where the record names the colleague', () => {
    expectCases(
      [missed, ...aDial(5, {}, { ...unanswered, user: '204_2222223' })],
      [{ ...tried, lastAttemptBy: '204_2222223' }],
    );
  });

  test.each([
    ['of leg a alone', { leg: 'a' }],
    ['of leg b alone', { leg: 'b' }],
    ['without a leg', { leg: null }],
  ])('is told by the record %s, too', (_, leg) => {
    expectCases([missed, aDial(5, { to: 919884112233, ...unanswered, ...leg })[0]], [tried]);
  });

  test('is one where the caller was rung first and did not pick up', () => {
    const [a, b] = aDial(5, { to: 919884112233, ...unanswered }, { to: 919840000001, ...unanswered });
    expectCases([missed, a, b], [tried]);
    expectCases([missed, a], [tried]);
  });

  test('counts from any of our DIDs', () => {
    expectCases([missed, ...aDial(5, { from: support }, unanswered)], [tried]);
  });

  test('counts on each open case of the caller', () => {
    expectCases([missed, ringAt(1, { to: support }), ...aDial(5, {}, unanswered)], [tried, tried]);
  });

  test('before the first miss is none', () => {
    expectCases([missed, ...aDial(-5, {}, unanswered)], [{ ...isOpen, attempts: 0 }]);
  });

  test('is none where our own staff did not pick up: it never rang the caller', () => {
    const notThere = { status: 'missed', duration: 0 };
    expectCases([missed, ...aDial(5, notThere, unanswered)], [{ ...isOpen, attempts: 0 }]);
    expectCases([missed, aDial(5, notThere)[0]], [{ ...isOpen, attempts: 0 }]);
  });

  test('to somebody else is none', () => {
    expectCases([missed, ...aDial(5, {}, { ...unanswered, to: 919884000000 })], [{ ...isOpen, attempts: 0 }]);
  });

  test('is a call one of whose legs goes to the caller, whoever else was rung on', () => {
    const [a, toRavi] = aDial(5, {}, { to: 919840000002, ...unanswered });
    const toCaller = {
      ...toRavi,
      to: 919884112233,
      cmiuuid: 'third',
      start_time: Number(toRavi.start_time) + 10,
    };
    expectCases([missed, a, toRavi, toCaller], [tried]);
  });
});

describe('rules.md 18: reached by us', () => {
  test('when both legs were answered and the caller talked for 10 s or more', () => {
    expectCases([missed, ...aDial(5)], [{ ...reachedByUs, attempts: 0, closedAt: morning + 5 * minute }]);
    expectCases([missed, ...aDial(5, {}, { duration: 10 })], [reachedByUs]);
  });

  test.each([
    ['9 s', 9],
    ['0 s', 0],
    ['a time that nobody sent', null],
  ])('a talk of %s counts as an attempt', (_, duration) => {
    expectCases([missed, ...aDial(5, {}, { duration })], [tried]);
  });

  test('the talk time is the setting of the DID that we rang from', () => {
    const twenty = didRow('+914442110099', { talkSeconds: 20 });
    expectCases([missed, ...aDial(5, { from: support }, { duration: 15 })], [tried], twenty);
    expectCases([missed, ...aDial(5, { from: sales }, { duration: 15 })], [reachedByUs], twenty);
  });

  test('a talk time that nobody sent counts as an attempt, however short a talk may be', () => {
    const none = deskRow({ talkSeconds: 0 });
    expectCases([missed, ...aDial(5, {}, { duration: 0 })], [reachedByUs], none);
    expectCases([missed, ...aDial(5, {}, { duration: null })], [tried], none);
  });

  test('when the caller was rung first, and our staff second', () => {
    const toStaff = { to: 919840000001 };
    expectCases([missed, ...aDial(5, { to: 919884112233 }, toStaff)], [reachedByUs]);
    expectCases([missed, ...aDial(5, { to: 919884112233 }, { ...toStaff, status: 'missed' })], [tried]);
    expectCases([missed, ...aDial(5, { to: 919884112233, duration: 9 }, toStaff)], [tried]);
  });

  test('a caller who picked up and found nobody at the other end was not reached', () => {
    expectCases([missed, ...aDial(5, { status: 'missed' })], [isOpen]);
  });

  test.each([['a'], ['b'], [null]])('one record is enough where only one came: leg %s', (leg) => {
    expectCases([missed, aDial(5, { to: 919884112233, leg })[0]], [reachedByUs]);
  });

  /** Another leg b of the same call, ten seconds later. */
  const alsoTo = (to: number, b: CdrJson) => {
    const start_time = Number(b.start_time) + 10;
    return {
      ...b,
      to,
      start_time,
      time: start_time * 1000,
      cmiuuid: 'third',
      status: 'answered',
      duration: 60,
    };
  };

  test('in the leg that was answered, where the caller was rung twice in one call', () => {
    const [a, first] = aDial(5, {}, { status: 'missed', duration: 0 });
    expectCases([missed, a, first, alsoTo(919884112233, first)], [reachedByUs]);
  });

  test('whoever else was rung on before the caller', () => {
    const [a, toRavi] = aDial(5, {}, { to: 919840000002, status: 'missed', duration: 0 });
    expectCases([missed, a, toRavi, alsoTo(919884112233, toRavi)], [reachedByUs]);
  });

  test('names the call that closed it, and the colleague whom the record names', () => {
    const dial = aDial(5, {}, { user: '204_2222223' });
    expectCases(
      [missed, ...dial],
      [{ ...reachedByUs, closedBy: '204_2222223', closedByCall: aLeg(dial[0]).callId }],
    );
  });
});

describe('rules.md 19: reached by them', () => {
  const reachedByThem = {
    state: 'closed',
    outcome: 'reached_by_them',
    reachedAt: morning + 5 * minute,
    attempts: 0,
  };
  const again = ringAt(5, { status: 'answered', duration: 12 });

  test('when they rang again and somebody answered', () => {
    expectCases([missed, again], [reachedByThem]);
    expectCases([missed, again, aLegB(again)], [reachedByThem]);
    expectCases([missed, { ...again, status: 'missed' }, aLegB(again)], [reachedByThem]);
    expectCases([missed, aLegB(again)], [reachedByThem]);
  });

  test('on any of our DIDs, and however short the talk', () => {
    const elsewhere = { ...again, to: support, duration: 1 };
    expectCases([missed, elsewhere, aLegB(elsewhere)], [reachedByThem]);
  });

  test('however their number was written', () => {
    expectCases([missed, { ...again, from: '09884112233' }], [reachedByThem]);
  });

  test('not by the menu, nor when nobody took the leg that was rung on', () => {
    const menu = (policy: 'ignore' | 'missed') => didRow('+914442110011', { menu: policy });
    expectCases([missed, again], [{ ...isOpen, missedCount: 1 }], menu('ignore'));
    expectCases([missed, again], [{ ...isOpen, missedCount: 2 }], menu('missed'));
    expectCases([missed, again, aLegB(again, { status: 'missed' })], [{ ...isOpen, missedCount: 2 }]);
  });

  test('not by another caller', () => {
    expectCases([missed, { ...again, from: 919884000000 }], [isOpen]);
  });
});

describe('rules.md 20: what a contact closes', () => {
  test('every open case of that caller that was last missed before it', () => {
    expectCases([missed, ringAt(1, { to: support }), ...aDial(5)], [reachedByUs, reachedByUs]);
  });

  test('a contact that began before the miss settles nothing', () => {
    expectCases([missed, ...aDial(-1)], [{ ...isOpen, attempts: 0 }]);
    expectCases([missed, ringAt(-1, { status: 'answered' })], [isOpen]);
  });

  test('a contact of the very instant of the miss did not begin after it', () => {
    expectCases([missed, ...aDial(0)], [isOpen]);
  });

  test('one case was missed before it and stays closed, the other after it and is open', () => {
    expectCases([missed, ...aDial(5), ringAt(6, { to: support })], [reachedByUs, isOpen]);
  });

  test('a missed call after the contact opens a new case', () => {
    expectCases([missed, ...aDial(5), ringAt(6)], [reachedByUs, { ...isOpen, missedCount: 1 }]);
  });

  test('they rang twice and were reached once: one case, closed', () => {
    expectCases([missed, ringAt(3), ...aDial(5)], [{ ...reachedByUs, missedCount: 2 }]);
  });
});
