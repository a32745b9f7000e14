import { describe, expect, test } from 'vitest';
import { callOf } from '@/domain/call';
import { readCdr } from '@/domain/cdr';
import { aCdr, aLeg, aSample, aSampledLeg, morning, settingsWith } from '../builders';

describe('the documented samples', () => {
  test('piopiy-inbound-missed-a: every documented property has its home on the leg', () => {
    expect(aSampledLeg('piopiy-inbound-missed-a')).toMatchObject({
      to: '440000000000',
      from: '440000000001',
      appId: '2222222',
      time: 1632317071000,
      startedAt: 1632317068000,
      endedAt: 1632317073000,
      answeredAt: 1632318515000,
      direction: 'inbound',
      durationSeconds: 0,
      params: '{"key":"value"}',
      legUuid: '33079756-faed-4a29-8b36-c8ead67e047c',
      conversation: '33079756-faed-4a29-8b36-c8ead67e047c',
      hasConversation: true,
      rate: '0',
      balance: '899.000000',
      callerId: null,
      side: 'a',
      status: 'missed',
      statusText: 'missed',
      recordType: null,
      requestId: null,
      firstReceivedAt: 1632317081000,
    });
  });

  test('piopiy-inbound-missed-a-older: the same, with a type and without an answer time', () => {
    expect(aSampledLeg('piopiy-inbound-missed-a-older')).toMatchObject({
      recordType: 'cdr',
      answeredAt: null,
      startedAt: 1632317068000,
      status: 'missed',
      side: 'a',
    });
  });

  test('the older and the newer print of the missed record are one leg', () => {
    expect(aSampledLeg('piopiy-inbound-missed-a').id).toBe(aSampledLeg('piopiy-inbound-missed-a-older').id);
  });

  test('piopiy-inbound-missed-b-partial: the same call, no word of its status', () => {
    const leg = aSampledLeg('piopiy-inbound-missed-b-partial');
    expect(leg).toMatchObject({
      direction: 'outbound',
      to: '440000000000',
      from: '440000000001',
      side: null,
      status: 'other',
      statusText: null,
      startedAt: 1632317068000,
      endedAt: 1632317073000,
    });
    expect(leg.callId).toBe(aSampledLeg('piopiy-inbound-missed-a').callId);
  });

  test('piopiy-inbound-answered-a-older: answered, with parameters that are not JSON', () => {
    expect(aSampledLeg('piopiy-inbound-answered-a-older')).toMatchObject({
      status: 'answered',
      side: 'a',
      direction: 'inbound',
      to: '440000000000',
      from: '440000000001',
      durationSeconds: 13,
      time: 1632318511000,
      startedAt: 1632318510000,
      answeredAt: 1632318515000,
      endedAt: 1632318528000,
      params: "{ 'Name': 'Akil', 'ID':8915726 }",
      conversation: 'c62abd10-1bab-11ec-8e24-ddb7c33510ad',
      legUuid: '55348d77-c515-425d-b22c-f0c6ecd8d780',
      rate: '0.450000',
      balance: '878.900000',
    });
  });

  test('piopiy-india-inbound-missed-a: a missed call in Chennai that has only a time', () => {
    const leg = aSampledLeg('piopiy-india-inbound-missed-a');
    expect(leg).toMatchObject({ status: 'missed', startedAt: null, endedAt: null, durationSeconds: 0 });
    expect(callOf([leg], settingsWith())).toMatchObject({
      verdict: 'missed',
      caller: '+919100000000',
      did: '+914471000000',
      startedAt: 1637123450000,
      ringMs: null,
    });
  });

  test('piopiy-india-outbound-answered-a: a call of ours that got through', () => {
    const leg = aSampledLeg('piopiy-india-outbound-answered-a');
    expect(leg).toMatchObject({
      direction: 'outbound',
      status: 'answered',
      durationSeconds: 8,
      requestId: 'SxqRqbMbxXa6HVIGTbrGoJs4d6vqAiWIBaSFKqYqGkQ',
      callerId: '04471000000',
      virtualNumber: '4471000000',
    });
    expect(callOf([leg], settingsWith())).toMatchObject({
      direction: 'outbound',
      verdict: 'outbound_answered',
      caller: '+919100000000',
      did: '+914471000000',
    });
  });

  test.each(['piopiy-outbound-missed-a', 'piopiy-outbound-missed-a-older'])(
    '%s: a call of ours that nobody took',
    (name) => {
      const leg = aSampledLeg(name);
      expect(leg).toMatchObject({
        direction: 'outbound',
        status: 'missed',
        side: 'a',
        callerId: '19170000000',
        requestId: 'S9U4Mo29GHBfCJ2uHczcY75QQDri7HcAxXYZuktJLxf',
        conversation: 'S9U4Mo29GHBfCJ2uHczcY75QQDri7HcAxXYZuktJLxf',
        startedAt: 1632307238000,
      });
      expect(callOf([leg], settingsWith())).toMatchObject({
        verdict: 'outbound_missed',
        caller: '440000000000',
      });
    },
  );

  test('piopiy-live-in-answered-a and piopiy-live-out-answered-b: live events, not legs', () => {
    expect(readCdr(aSample('piopiy-live-in-answered-a'), morning)).toEqual({ event: 'in_answered' });
    expect(readCdr(aSample('piopiy-live-out-answered-b'), morning)).toEqual({ event: 'out_bridged' });
  });

  test('api-piopiy-make-call-reply: no record at all', () => {
    expect(readCdr(aSample('api-piopiy-make-call-reply'), morning)).toEqual({
      reason: expect.stringMatching(/\w.*\.$/),
    });
  });

  test('chub-incoming-answered-a: our DID is the virtual number', () => {
    const leg = aSampledLeg('chub-incoming-answered-a');
    expect(leg).toMatchObject({
      status: 'answered',
      side: null,
      virtualNumber: '440000000000',
      durationSeconds: 11,
      user: '204_2222223',
      team: 'Sales_2222223',
      menu: 'salesivr',
      hangupReason: 'recv_bye',
      recording: '1634720915260737218351_2222223.mp3',
      voicemail: null,
      params: '{"key":"value"}',
    });
    expect(callOf([leg], settingsWith())).toMatchObject({
      verdict: 'answered',
      caller: '440000000002',
      did: '440000000000',
    });
  });

  test('chub-incoming-missed-a: a missed call without leg and to, with a voicemail', () => {
    const leg = aSampledLeg('chub-incoming-missed-a');
    expect(leg).toMatchObject({
      status: 'missed',
      side: null,
      to: null,
      waitedSeconds: 127,
      voicemail: '1634721220656289350027_2222223.mp3',
      recording: null,
    });
    expect(callOf([leg], settingsWith())).toMatchObject({
      direction: 'inbound',
      verdict: 'missed',
      caller: '440000000001',
      did: '440000000000',
    });
  });

  test('chub-incoming-user-missed-b: one member of staff did not pick up, and nothing is judged', () => {
    const leg = aSampledLeg('chub-incoming-user-missed-b');
    expect(leg).toMatchObject({ side: 'b', status: 'missed', user: '302_2223343', hasConversation: false });
    expect(callOf([leg], settingsWith())).toMatchObject({ verdict: 'undecided', decidesAt: null });
  });

  test('chub-outgoing-answered-b: a call of ours, of which only leg b is told', () => {
    const leg = aSampledLeg('chub-outgoing-answered-b');
    expect(leg).toMatchObject({
      side: 'b',
      status: 'answered',
      durationSeconds: 6,
      requestId: 'c0Sq3mbykoHgVgLfyWTr6cV6HB5Z0Fk4AXpZFkOClSr',
      params: '{"click2call":"true"}',
      recording: '16506305548176941220057791_2222223.mp3',
    });
    expect(callOf([leg], settingsWith())).toMatchObject({
      direction: 'outbound',
      verdict: 'outbound_answered',
      caller: '+442000000001',
      did: '440000000000',
    });
  });

  test('legacy2019-incoming-missed: the older spelling of the id', () => {
    const leg = aSampledLeg('legacy2019-incoming-missed');
    expect(leg).toMatchObject({
      legUuid: '127c1480-ce5d-480a-a593',
      conversation: '127c1480-ce5d-480a-a593',
      status: 'missed',
      waitedSeconds: 143,
      voicemail: '15537387809818359948791.mp3',
      team: 'DID',
    });
    expect(callOf([leg], settingsWith())).toMatchObject({
      verdict: 'missed',
      did: 'unknown',
      caller: '+911401003355',
    });
  });

  test('a callerid on leg b has its home too', () => {
    expect(aLeg(aCdr({ leg: 'b', callerid: 914442110011 })).callerId).toBe('914442110011');
  });
});

describe('odd records', () => {
  test('older spellings, capitals and booleans in text', () => {
    expect(aLeg(aSample('odd-older-spellings'))).toMatchObject({
      legUuid: '127c1480-ce5d-480a-a593',
      appId: '2222222',
      side: 'a',
      direction: 'inbound',
      status: 'missed',
      voicemail: '15537387809818359948791.mp3',
      recording: null,
    });
  });

  test('parameters that came as JSON itself are kept as text', () => {
    expect(aLeg(aSample('odd-params-as-object')).params).toBe('{"key":"value"}');
  });

  test('text that no database keeps is mended', () => {
    const { params } = aLeg(aSample('odd-lone-surrogate'));
    expect(params).toMatch(/^half .* of a face, and {2}nothing$/);
    expect(params?.isWellFormed()).toBe(true);
    expect(params).not.toContain('\0');
  });

  test('names that are traps change nothing', () => {
    expect(aLeg(aSample('odd-proto-key'))).toEqual(aLeg(aSample('piopiy-inbound-missed-a')));
  });

  test('a hidden caller and a caller with a SIP address', () => {
    expect(callOf([aLeg(aSample('odd-hidden-caller'))], settingsWith()).caller).toMatch(/^hidden:/);
    expect(callOf([aLeg(aSample('odd-caller-as-sip-address'))], settingsWith()).caller).toBe('+919884112233');
  });

  test('a field that is neither text nor number is named in the reason', () => {
    expect(readCdr(aCdr({ from: { number: 9884112233 } }), morning)).toEqual({
      reason: expect.stringContaining('from'),
    });
  });

  test.each([
    [null],
    [undefined],
    [42],
    ['missed'],
    [true],
    [[]],
    [{}],
    [{ type: 'cdr' }],
    [{ colour: 'red' }],
  ])('%j is not a record, and the reason is a sentence', (value) => {
    expect(readCdr(value, morning)).toEqual({ reason: expect.stringMatching(/\w.*\.$/) });
  });

  test('parameters nested as deep as a body is long do not break the reader', () => {
    const depth = 100_000;
    const deep = JSON.parse('['.repeat(depth) + ']'.repeat(depth));
    expect(() => readCdr(aCdr({ extra_params: deep }), morning)).not.toThrow();
    expect(() => readCdr(aCdr({ colour: deep, custom: deep }), morning)).not.toThrow();
  });
});
