import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callOf } from '@/domain/call';
import { readCdr } from '@/domain/cdr';
import { beganAt } from '@/domain/leg';
import { aSample, morning, settingsWith } from '../builders';

describe('no JSON can break the reader', () => {
  const samples = [
    'piopiy-inbound-missed-a',
    'piopiy-inbound-answered-a-older',
    'piopiy-india-outbound-answered-a',
    'piopiy-live-out-answered-b',
    'chub-incoming-missed-a',
    'chub-outgoing-answered-b',
    'legacy2019-incoming-missed',
  ].map(aSample);
  const odd = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        0,
        -1,
        -0,
        1e308,
        1e17,
        0.1,
        '',
        ' ',
        '0x10',
        '1e400',
        'NaN',
        '\0',
        '\ud800',
        true,
        null,
      ),
    },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3, depthSize: 'small' }) },
    { weight: 1, arbitrary: fc.double() },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  );
  const names = [
    ...new Set(samples.flatMap(Object.keys)),
    '__proto__',
    'toString',
    'colour',
    'call_id',
    'app_id',
  ];
  const mutated = fc
    .tuple(
      fc.constantFrom(...samples),
      fc.array(fc.tuple(fc.constantFrom(...names), fc.option(odd, { nil: undefined })), { maxLength: 5 }),
    )
    .map(([sample, changes]) => {
      const entries = new Map(Object.entries(sample));
      for (const [name, value] of changes)
        value === undefined ? entries.delete(name) : entries.set(name, value);
      return Object.fromEntries(entries);
    });

  const times = ['time', 'startedAt', 'answeredAt', 'endedAt'] as const;
  const spans = ['durationSeconds', 'waitedSeconds'] as const;

  test('a mutated sample is a leg with sound values, an event, or has a reason', () => {
    fc.assert(
      fc.property(mutated, (cdr) => {
        const read = readCdr(cdr, morning);
        if (!('leg' in read)) {
          expect('event' in read ? read.event : read.reason).toEqual(expect.stringMatching(/./s));
          return;
        }
        const { leg } = read;
        const isWhole = (value: number | null) =>
          value === null || (Number.isSafeInteger(value) && value >= 0);
        const isSound = (value: unknown) =>
          typeof value !== 'string' || (value.isWellFormed() && !value.includes('\0'));
        expect([...times, ...spans].filter((name) => !isWhole(leg[name]))).toEqual([]);
        expect(Object.values(leg).filter((value) => !isSound(value))).toEqual([]);
        expect(Number.isSafeInteger(beganAt(leg))).toBe(true);
        expect(() => callOf([leg], settingsWith())).not.toThrow();
      }),
      { numRuns: 10_000 },
    );
  });

  test('whatever JSON there is, it is read or refused', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(['leg', 'event', 'reason']).toContain(Object.keys(readCdr(value, morning))[0]);
      }),
      { numRuns: 10_000 },
    );
  });
});
