/** The test call that an admin sends to their own desk. */

import { getCountries } from 'libphonenumber-js/max';
import { expect, test } from 'vitest';
import { partyOf } from '@/domain/phone';
import { testCall, testDid } from '@/domain/test-call';
import { aCall, aLeg, callsFrom, morning } from '../builders';

const leg = aLeg(JSON.parse(testCall('a conversation', morning)), morning);

test('is a missed call that rang until now, and is not short', () => {
  expect(callsFrom([leg])).toMatchObject([
    {
      ...aCall(),
      id: leg.callId,
      conversation: 'a conversation',
      caller: '440000000001',
      callerRaw: '+440000000001',
      did: testDid,
      didRaw: '+440000000000',
      startedAt: morning - 15_000,
      firstReceivedAt: morning,
      ringMs: 15_000,
    },
  ]);
});

test('is of nobody’s number, wherever the desk is', () => {
  const [call] = callsFrom([leg]);
  for (const country of getCountries()) {
    expect([country, partyOf(call!.callerRaw, country).key]).toEqual([country, '440000000001']);
    expect([country, partyOf(call!.didRaw, country).key]).toEqual([country, testDid]);
  }
  // Control: as the provider would write it, it is somebody's in some countries.
  expect(getCountries().some((country) => partyOf('440000000001', country).key !== '440000000001')).toBe(
    true,
  );
});
