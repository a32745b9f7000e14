import { describe, expect, test } from 'vitest';
import { callOf, isHidden } from '@/domain/call';
import type { DidSettings, SettingsRow } from '@/domain/settings';
import { settlesAt, type Verdict, verdictAt } from '@/domain/verdict';
import {
  aCdr,
  aLeg,
  aLegB,
  aSample,
  type CdrJson,
  casesFrom,
  didRow,
  minute,
  morning,
  second,
  settingsWith,
} from '../builders';

const did = '+914442110011';
const caller = '+919884112233';

/** The call of records that arrive one a second from 10:00:10 on. */
function aCallOf(records: CdrJson[], ...rows: SettingsRow[]) {
  const legs = records.map((cdr, index) => aLeg(cdr, morning + (10 + index) * second));
  return callOf(legs, settingsWith(...rows));
}

const ours = didRow(did, { isOurs: true });
const menu = (policy: DidSettings['menu'], of = did) => didRow(of, { menu: policy });

const missedA = aCdr();
const missedB = aLegB(missedA);
const answeredA = { ...missedA, status: 'answered', duration: 12 };
const answeredB = { ...missedB, status: 'answered', duration: 12 };

describe('rules.md 6: who called whom', () => {
  test('leg b says "outbound" and the call stays inbound, whichever leg comes first', () => {
    const expected = { direction: 'inbound', caller, did, verdict: 'missed' };
    expect(aCallOf([missedA, missedB])).toMatchObject(expected);
    expect(aCallOf([missedB, missedA])).toMatchObject(expected);
  });

  test('direction, DID, caller and start come from leg a', () => {
    const b = { ...missedB, from: 914442110099, to: 919840000001, start_time: morning / 1000 - 60 };
    expect(aCallOf([b, missedA])).toMatchObject({ direction: 'inbound', caller, did, startedAt: morning });
  });

  test('a record without a leg is leg a', () => {
    const bare = { ...missedA, leg: undefined };
    expect(aCallOf([bare])).toMatchObject({ direction: 'inbound', verdict: 'missed', caller, did });
    expect(aCallOf([missedB, bare])).toMatchObject({ direction: 'inbound', verdict: 'missed', ringMs: 5000 });
  });

  test('where two claim to be leg a, the one that says so is it', () => {
    const partial = {
      ...aSample('piopiy-inbound-missed-b-partial'),
      status: 'missed',
      start_time: 1632317060,
    };
    const call = aCallOf([partial, aSample('piopiy-inbound-missed-a')]);
    expect(call).toMatchObject({ direction: 'inbound', startedAt: 1632317068000, ringMs: 5 * second });
  });

  test('where two say so, the earlier is it', () => {
    const later = { ...missedA, from: 919884000000, time: morning + minute, start_time: morning / 1000 + 60 };
    expect(aCallOf([later, missedA])).toMatchObject({ caller, startedAt: morning });
    const bareLater = { ...later, leg: null };
    expect(aCallOf([bareLater, { ...missedA, leg: null }])).toMatchObject({ caller, startedAt: morning });
  });

  test('an inbound leg a from our own DID to a stranger is read the other way round', () => {
    const turned = aCdr({ from: 914442110011, to: 919884112233 });
    expect(aCallOf([turned], ours)).toMatchObject({ direction: 'inbound', caller, did });
    expect(aCallOf([turned])).toMatchObject({ caller: did, did: caller });
    expect(aCallOf([missedA], ours)).toMatchObject({ caller, did });
  });

  test('where no DID is named, the call belongs to the unknown number', () => {
    expect(aCallOf([{ ...missedA, to: null }])).toMatchObject({ did: 'unknown', caller, verdict: 'missed' });
  });

  test('the DID is the virtual number where the record names one', () => {
    expect(aCallOf([{ ...missedA, to: 919840000001, virtual_number: 914442110011 }])).toMatchObject({ did });
  });

  test('an outbound call goes from our DID to the number that its legs b dialled', () => {
    const a = aCdr({ direction: 'outbound', from: 914442110011, to: 919840000001, status: 'answered' });
    const b = { ...a, leg: 'b', to: 919884112233, status: 'missed' };
    for (const records of [
      [a, b],
      [b, a],
    ])
      expect(aCallOf(records)).toMatchObject({
        direction: 'outbound',
        did,
        caller,
        verdict: 'outbound_missed',
      });
  });
});

describe('rules.md 7: which legs are one call', () => {
  const ids = { conversation_uuid: 'c', request_id: 'r', call_id: 'l', cmiuuid: 'm' };
  const callIdOf = (given: CdrJson) => aLeg({ ...missedA, ...given }).callId;

  test.each([
    ['conversation_uuid', 'c', {}],
    ['request_id', 'r', { conversation_uuid: null }],
    ['call_id', 'l', { conversation_uuid: '', request_id: null }],
    ['cmiuuid', 'm', { conversation_uuid: null, request_id: null, call_id: null }],
  ])('a call is named by its %s', (_, name, without) => {
    expect(aLeg({ ...missedA, ...ids, ...without }).conversation).toBe(name);
  });

  test('legs of one name are one call, whatever else they carry', () => {
    expect(callIdOf(ids)).toBe(callIdOf({ ...ids, cmiuuid: 'n', request_id: null, leg: 'b' }));
    expect(callIdOf(ids)).not.toBe(callIdOf({ ...ids, conversation_uuid: 'd' }));
  });

  test('the same name at another app is another call', () => {
    expect(callIdOf({ ...ids, appid: 1 })).not.toBe(callIdOf({ ...ids, appid: 2 }));
  });

  test('two requests that name no leg and no conversation are two calls', () => {
    const bare = { conversation_uuid: null, cmiuuid: null };
    expect(callIdOf({ ...bare, request_id: 'one' })).not.toBe(callIdOf({ ...bare, request_id: 'two' }));
  });
});

describe('rules.md 8: answered', () => {
  test('a leg b was answered', () => {
    expect(aCallOf([answeredA, answeredB])).toMatchObject({ verdict: 'answered', rule: 8 });
    expect(aCallOf([missedB, answeredA, { ...answeredB, cmiuuid: 'third' }])).toMatchObject({
      verdict: 'answered',
    });
  });

  test('leg a was answered, no leg b is known, and the DID has no menu', () => {
    expect(aCallOf([answeredA])).toMatchObject({ verdict: 'answered', rule: 8 });
  });

  test('an answered leg b is an answer on a DID with a menu, too', () => {
    expect(aCallOf([answeredA, answeredB], menu('missed'))).toMatchObject({
      verdict: 'answered',
    });
  });
});

describe('rules.md 9: missed', () => {
  test('leg a is missed', () => {
    expect(aCallOf([missedA])).toMatchObject({ verdict: 'missed', rule: 9, mark: null });
  });

  test('music took up leg a, and no leg b was answered', () => {
    expect(aCallOf([answeredA, missedB])).toMatchObject({ verdict: 'missed', rule: 9 });
    expect(aCallOf([answeredA, { ...missedB, status: 'congestion' }])).toMatchObject({ verdict: 'missed' });
  });

  test('one answered leg b makes it answered, early or late', () => {
    expect(aCallOf([answeredB, missedA, missedB])).toMatchObject({ verdict: 'answered' });
    expect(aCallOf([missedA, missedB, { ...answeredB, cmiuuid: 'third' }])).toMatchObject({
      verdict: 'answered',
    });
  });

  test('a late answered leg takes the call off the desk', () => {
    expect(casesFrom([aCallOf([missedA, missedB])], [])).toHaveLength(1);
    expect(casesFrom([aCallOf([missedA, missedB, answeredB])], [])).toEqual([]);
  });
});

describe('rules.md 10: nothing but the menu', () => {
  test('is ignored, or missed, as the DID’s policy says', () => {
    expect(aCallOf([answeredA], menu('ignore'))).toMatchObject({
      verdict: 'menu_only',
      rule: 10,
    });
    expect(aCallOf([answeredA], menu('missed'))).toMatchObject({
      verdict: 'missed',
      rule: 10,
    });
  });

  test('is a matter of that DID alone', () => {
    expect(aCallOf([answeredA], menu('missed', '+914442110099'))).toMatchObject({
      verdict: 'answered',
    });
  });

  test('two records of an answered leg a are no talk with anybody', () => {
    const again = { ...answeredA, time: morning + second };
    expect(aCallOf([answeredA, again], menu('ignore'))).toMatchObject({
      verdict: 'menu_only',
    });
  });
});

describe('rules.md 11: only leg b is known', () => {
  const received = morning + 10 * second;

  test('it is undecided for 3 minutes from its first receipt, then missed and incomplete', () => {
    const call = aCallOf([missedB]);
    expect(call).toMatchObject({ direction: 'inbound', caller, did, mark: 'incomplete', rule: 11 });
    expect(verdictAt(call, received)).toBe<Verdict>('undecided');
    expect(verdictAt(call, received + 3 * minute - 1)).toBe<Verdict>('undecided');
    expect(verdictAt(call, received + 3 * minute)).toBe<Verdict>('missed');
  });

  test('a copy does not prolong it', () => {
    expect(aCallOf([missedB, missedB, missedB]).decidesAt).toBe(received + 3 * minute);
  });

  test('an answered lone leg b is answered at once', () => {
    expect(verdictAt(aCallOf([answeredB]), received)).toBe<Verdict>('answered');
  });

  test('a leg a that arrives later corrects it', () => {
    const call = aCallOf([missedB, { ...missedA, from: 919884000000 }]);
    expect(call).toMatchObject({ caller: '+919884000000', mark: null, decidesAt: null, rule: 9 });
  });

  test('with a request_id it belongs to a call of ours', () => {
    const dialled = { ...missedB, request_id: 'r', from: 914442110011, to: 919884112233 };
    expect(aCallOf([dialled])).toMatchObject({
      direction: 'outbound',
      verdict: 'outbound_missed',
      caller,
      did,
    });
    expect(aCallOf([{ ...dialled, status: 'answered' }])).toMatchObject({ verdict: 'outbound_answered' });
  });

  test('one that names a member of staff and no conversation is judged nothing, ever', () => {
    const ofStaff = { ...missedB, user: '302_2223343', conversation_uuid: null };
    expect(verdictAt(aCallOf([ofStaff]), morning + 365 * 24 * 60 * minute)).toBe<Verdict>('undecided');
    expect(casesFrom([aCallOf([ofStaff])], [])).toEqual([]);
  });

  test('one that names a member of staff and a conversation is a leg b like any other', () => {
    expect(aCallOf([{ ...missedB, user: '302_2223343' }])).toMatchObject({
      verdict: 'missed',
      mark: 'incomplete',
    });
  });
});

describe('rules.md 12 and 13: at once, and however short', () => {
  test('a missed call is missed from its first record on', () => {
    expect(verdictAt(aCallOf([missedA]), morning + 10 * second)).toBe<Verdict>('missed');
  });

  test('it settles for 5 seconds from its first receipt, in which an answered leg b takes it off', () => {
    const received = morning + 10 * second;
    expect(settlesAt(aCallOf([missedA, missedA, missedB]))).toBe(received + 5 * second);
    expect(casesFrom([aCallOf([missedA, answeredB])], [])).toEqual([]);
  });

  test('the ring is the end of leg a less its start', () => {
    const b = { ...missedB, end_time: morning / 1000 + 40 };
    expect(aCallOf([missedA, b]).ringMs).toBe(5 * second);
  });

  test('the ring of what has no start, no end or no leg a is not known', () => {
    expect(aCallOf([{ ...missedA, end_time: null }]).ringMs).toBeNull();
    expect(aCallOf([{ ...missedA, start_time: 0 }]).ringMs).toBeNull();
    expect(aCallOf([missedB]).ringMs).toBeNull();
  });

  test('a short ring is missed like any other', () => {
    const short = aCallOf([{ ...missedA, end_time: morning / 1000 + 1 }]);
    expect(short).toMatchObject({ verdict: 'missed', ringMs: second });
    expect(casesFrom([short], [])).toMatchObject([{ state: 'open' }]);
  });
});

describe('rules.md 4 and 5 in a call', () => {
  test('a word that nobody knows shows the caller as missed, marked with the word', () => {
    expect(aCallOf([{ ...missedA, status: 'Congestion' }])).toMatchObject({
      verdict: 'missed',
      mark: 'Congestion',
      rule: 4,
    });
    expect(aCallOf([{ ...missedA, status: 'Congestion' }, answeredB])).toMatchObject({ verdict: 'answered' });
  });

  test('a hidden caller is nobody else’s', () => {
    const hidden = [aCallOf([aCdr({ from: null })]), aCallOf([aCdr({ from: 'anonymous' })])];
    expect(hidden.every((call) => isHidden(call.caller))).toBe(true);
    expect(hidden[0]!.caller).not.toBe(hidden[1]!.caller);
    expect(hidden[1]!.callerRaw).toBe('anonymous');
  });

  test('three spellings of a number are one caller', () => {
    const callers = [9884112233, '09884112233', '+91 98841 12233'].map(
      (from) => aCallOf([aCdr({ from })]).caller,
    );
    expect(new Set(callers)).toEqual(new Set([caller]));
  });
});

describe('rules.md 17 and 18: a call of ours', () => {
  const a = aCdr({ direction: 'outbound', from: 914442110011, to: 919840000001, status: 'answered' });
  const b = { ...a, leg: 'b', to: 919884112233 };

  test('got through when both legs were answered', () => {
    expect(aCallOf([a, b])).toMatchObject({ verdict: 'outbound_answered', caller });
  });

  test('did not when our own staff did not pick up, or the caller did not', () => {
    expect(aCallOf([{ ...a, status: 'missed' }, b])).toMatchObject({ verdict: 'outbound_missed' });
    expect(aCallOf([a, { ...b, status: 'noanswer' }])).toMatchObject({ verdict: 'outbound_missed' });
  });

  test('never stands on the desk', () => {
    expect(casesFrom([aCallOf([{ ...a, status: 'missed' }])], [])).toEqual([]);
  });
});
