import { expect, test } from 'vitest';
import { endsOf, partsMeant } from '@/domain/number-parts';

test('a number has an end at each of its digits, but for those that are too short', () => {
  expect(endsOf('+919841')).toEqual(['919841', '19841', '9841', '841']);
  expect(endsOf('440')).toEqual(['440']);
  expect(endsOf('+44')).toEqual([]);
});

test('a zero at the head may be that of the number at home; one of a short part stands for itself', () => {
  expect(partsMeant('98841')).toEqual(['98841']);
  expect(partsMeant('098841')).toEqual(['98841', '098841']);
  expect(partsMeant('0012')).toEqual(['0012']);
  expect(partsMeant('000')).toEqual(['000']);
});
