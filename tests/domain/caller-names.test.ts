/** One number in all the spellings in which it is sent or written. */

import { expect, test } from 'vitest';
import { namesOf } from '@/domain/caller-names';

const names = namesOf('+919884112233', 'IN');

test.each([
  '+919884112233',
  '919884112233',
  '09884112233',
  '00919884112233',
  '9884112233',
  '+91 98841 12233',
  '+91 (0) 98841-12233',
  'sip:+919884112233@pbx.example.com',
  'Cleo rang from 098841 12233 again.',
  '{"number":"919884112233"}',
  'rec_20261122_919884112233.wav',
  919884112233,
])('%j names the caller', (value) => {
  expect(names.isNamedIn(value)).toBe(true);
  expect(names.isNamedIn({ deep: [{ inside: value }] })).toBe(true);
  if (typeof value === 'string') expect(names.without(value)).not.toMatch(/9884/);
});

test.each(['919884112234', '+14155550123', '+494112233988', 1795321800000, null, '', 'spam', '98841', true])(
  '%j does not',
  (value) => {
    expect(names.isNamedIn(value)).toBe(false);
  },
);

test('a key of an object counts as well, and depth is no matter', () => {
  let deep: unknown = { '919884112233': 1 };
  for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
  expect(names.isNamedIn(deep)).toBe(true);
});

test('what is left of a sentence stays', () => {
  expect(names.without('Rang +91 98841 12233, then 044 7100 0000.')).toBe(
    'Rang (erased), then 044 7100 0000.',
  );
});

test('a number that no plan knows is found where it stands alone', () => {
  const short = namesOf('1234567', 'IN');
  expect(short.isNamedIn('ext 1234567')).toBe(true);
  expect(short.isNamedIn('9912345678')).toBe(false);
});
