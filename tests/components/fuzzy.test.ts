/** Commands are found by what people type of them. */

import { expect, test } from 'vitest';
import { fitOf } from '@/components/fuzzy';

const commands = [
  'Called back',
  'Claim',
  'Left a message',
  'Snooze',
  'Snoozed',
  'Support',
  'Close up',
  'ज़िम्मा लें',
];

const best = (typed: string) =>
  commands.filter((word) => fitOf(typed, word) > 0).toSorted((a, b) => fitOf(typed, b) - fitOf(typed, a))[0];

test.each([
  ['cb', 'Called back'],
  ['call', 'Called back'],
  ['CLAIM', 'Claim'],
  ['lm', 'Left a message'],
  ['mess', 'Left a message'],
  ['sup', 'Support'],
  ['zed', 'Snoozed'],
  ['cálled', 'Called back'],
  ['ज़िम', 'ज़िम्मा लें'],
])('%s finds %s first', (typed, word) => {
  expect(best(typed)).toBe(word);
});

test('what has none of the letters in their order fits nothing', () => {
  expect(best('xyz')).toBeUndefined();
  expect(fitOf('bc', 'Called back')).toBeGreaterThan(0);
  expect(fitOf('kb', 'Called back')).toBe(0);
});

test('nothing typed fits everything alike', () => {
  expect(new Set(commands.map((word) => fitOf('  ', word)))).toEqual(new Set([1]));
});
