import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginningsOf, endsOf, everyEndOf, partsMeant } from '@/domain/number-parts';

test('a number has an end at each of its digits, but for those that are too short; every second is kept', () => {
  expect(everyEndOf('+919841')).toEqual(['919841', '19841', '9841', '841']);
  expect(endsOf('+919841')).toEqual(['919841', '9841']);
  expect(endsOf('440')).toEqual(['440']);
  expect(endsOf('+44')).toEqual([]);
});

test('a zero at the head may be that of the number at home; one of a short part stands for itself', () => {
  expect(partsMeant('98841')).toEqual(['98841']);
  expect(partsMeant('098841')).toEqual(['98841', '098841']);
  expect(partsMeant('0012')).toEqual(['0012']);
  expect(partsMeant('000')).toEqual(['000']);
});

test('any four digits or more of a number are found by its ends', () => {
  const digits = fc.stringMatching(/^[0-9]{4,15}$/);
  fc.assert(
    fc.property(digits, fc.nat(11), fc.nat(15), (number, from, length) => {
      const part = number.slice(Math.min(from, number.length - 4)).slice(0, 4 + length);
      const isFound = endsOf(`+${number}`).some((end) => beginningsOf(part).some((it) => end.startsWith(it)));
      expect(isFound).toBe(true);
    }),
  );
});
