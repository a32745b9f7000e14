import { describe, expect, test } from 'vitest';
import { readCdr } from '@/domain/cdr';
import { beganAt } from '@/domain/leg';
import { aCdr, aLeg, aSample, aSampledLeg, type CdrJson, minute, morning, second } from '../builders';

const kindOf = (cdr: unknown) => Object.keys(readCdr(cdr, morning))[0];

describe('rules.md 1: what a leg is known by', () => {
  const cdr = aCdr();
  const idWith = (given: CdrJson) => aLeg({ ...cdr, ...given }).id;

  test('the same record is the same leg, whenever it is received', () => {
    expect(aLeg(cdr, morning + 15 * minute).id).toBe(aLeg(cdr).id);
  });

  test.each(['appid', 'cmiuuid', 'leg', 'conversation_uuid', 'time'])(
    '%s is part of its identity',
    (field) => {
      const other = {
        appid: 3333333,
        cmiuuid: 'x',
        leg: 'b',
        conversation_uuid: 'y',
        time: morning + second,
      };
      expect(idWith({ [field]: other[field as keyof typeof other] })).not.toBe(aLeg(cdr).id);
    },
  );

  test.each([
    ['the balance', { balance: '1.000000' }],
    ['the rate', { call_rate: '0.45' }],
    ['the status', { status: 'answered' }],
    ['a field that nobody knows', { colour: 'red' }],
    ['numbers written as strings', { appid: '2222222', time: String(morning) }],
    ['the time in seconds', { time: morning / 1000 }],
  ])('%s is not', (_, given) => {
    expect(idWith(given)).toBe(aLeg(cdr).id);
  });

  test('both legs of a call can carry one cmiuuid, and are two', () => {
    expect(idWith({ leg: 'b', direction: 'outbound' })).not.toBe(aLeg(cdr).id);
  });

  test('a record without any id is known by its content, volatile fields aside', () => {
    const nameless = aSample('odd-no-id-at-all');
    expect(aLeg({ ...nameless, balance: '1.00', call_rate: 2 }).id).toBe(aLeg(nameless).id);
    expect(aLeg({ ...nameless, from: 440000000002 }).id).not.toBe(aLeg(nameless).id);
    expect(aLeg({ ...nameless, from: 440000000002 }).callId).not.toBe(aLeg(nameless).callId);
  });
});

describe('rules.md 1: a CDR or a live event', () => {
  const bare = { appid: 1, cmiuuid: 'x', conversation_uuid: 'x', status: 'missed', from: 9884112233 };

  test('the type says so', () => {
    expect(kindOf({ ...bare, type: 'cdr' })).toBe('leg');
    expect(kindOf({ ...bare, type: 'event', duration: 4 })).toBe('event');
  });

  test.each(['duration', 'answeredsec', 'waitedsec', 'end_time', 'hangup_reason', 'call_rate'])(
    'without a type, %s is what only CDRs have',
    (field) => {
      expect(kindOf({ ...bare, [field]: 0 })).toBe('leg');
    },
  );

  test('without either it is a live event', () => {
    expect(readCdr({ ...bare, status: 'STREAM_DISCONNECTED' }, morning)).toEqual({
      event: 'STREAM_DISCONNECTED',
    });
  });
});

describe('rules.md 2: numbers and times', () => {
  test('numbers and strings are read alike, in every field', () => {
    const { copy: _, ...numbers } = aSampledLeg('piopiy-inbound-missed-a');
    const { copy: __, ...strings } = aSampledLeg('odd-numbers-as-strings');
    expect(strings).toEqual(numbers);
  });

  test('seconds and milliseconds are told apart by their magnitude', () => {
    expect(aSampledLeg('odd-times-in-the-other-unit')).toMatchObject({
      time: 1632317071000,
      startedAt: 1632317068000,
      answeredAt: 1632318515000,
      endedAt: 1632317073000,
    });
  });

  test('zero, negative and unreadable times are absent', () => {
    expect(aLeg(aSample('odd-times-zero-negative-unreadable'))).toMatchObject({
      time: null,
      startedAt: null,
      answeredAt: null,
      endedAt: null,
    });
  });

  test('times are whole milliseconds', () => {
    expect(aLeg(aCdr({ start_time: '1632317068.2506' })).startedAt).toBe(1632317068251);
  });

  test('a leg began at start_time, else at time, else when it was received', () => {
    expect(beganAt(aLeg(aCdr({ start_time: morning / 1000 - 3 })))).toBe(morning - 3 * second);
    expect(beganAt(aLeg(aCdr({ start_time: 0 })))).toBe(morning);
    expect(beganAt(aLeg(aCdr({ start_time: 0, time: null }), morning + 7))).toBe(morning + 7);
  });

  test('a clock up to 5 minutes ahead is believed, beyond that the receipt counts', () => {
    const ahead = (ms: number) => beganAt(aLeg(aCdr({ start_time: morning + ms }), morning));
    expect(ahead(5 * minute)).toBe(morning + 5 * minute);
    expect(ahead(5 * minute + second)).toBe(morning);
    expect(beganAt(aLeg(aSample('odd-clock-a-year-ahead'), 1632317081000))).toBe(1632317081000);
  });

  test('a number beyond all bounds is absent', () => {
    expect(aLeg(aSample('odd-number-1e400'))).toMatchObject({ durationSeconds: null, answeredAt: null });
  });
});

describe('rules.md 3: only the status says whether a leg was answered', () => {
  test('an answer time does not', () => {
    expect(aLeg(aCdr({ status: 'missed', answer_time: morning / 1000 + 2, duration: 9 })).status).toBe(
      'missed',
    );
  });

  test('0 seconds of talk do not make it unanswered', () => {
    expect(aLeg(aCdr({ status: 'answered', duration: 0, answer_time: null })).status).toBe('answered');
  });
});

describe('rules.md 4: status words', () => {
  const statusOf = (status: unknown) => aLeg(aCdr({ status })).status;

  test.each([
    'answered',
    'Answered',
    ' ANSWERED ',
    'in_answered',
    'out-answered',
    'user answered',
    'Out_Answered',
  ])('%j is answered', (word) => {
    expect(statusOf(word)).toBe('answered');
  });

  test.each([
    'missed',
    'in_missed',
    'USER-MISSED',
    'noanswer',
    'No Answer',
    'NO_ANSWER',
    'busy',
    'user busy',
    'failed',
    'cancel',
    'rejected',
    'voicemail',
    'Voice-Mail',
  ])('%j is missed', (word) => {
    expect(statusOf(word)).toBe('missed');
  });

  test.each(['congestion', 'unanswered', 'answered_elsewhere', 'not answered', 'answer', '200', 'innocent'])(
    '%j is neither, and kept as it came',
    (word) => {
      expect(aLeg(aCdr({ status: word }))).toMatchObject({ status: 'other', statusText: word });
    },
  );

  test('no word at all is neither', () => {
    expect(aLeg(aCdr({ status: null }))).toMatchObject({ status: 'other', statusText: null });
  });
});
