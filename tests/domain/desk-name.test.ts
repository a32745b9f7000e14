/** The name of a desk. */

import { expect, test } from 'vitest';
import { deskName } from '@/domain/desk-name';

test.each([
  ['  Sharma   Clinic ', 'Sharma Clinic'],
  ['Sharma\n\t\0Clinic', 'Sharma Clinic'],
  ['Desk\u202egnp.exe', 'Desk gnp.exe'],
  ['शर्मा क्लिनिक', 'शर्मा क्लिनिक'],
  // A joiner inside of a word is a letter's own.
  ['क्\u200dष', 'क्\u200dष'],
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['   ', null],
  ['', null],
])('%j is kept as %j', (typed, kept) => expect(deskName.parse(typed)).toBe(kept));

test.each([['a'.repeat(41)], [7], [null]])('%j is refused', (typed) =>
  expect(deskName.safeParse(typed).success).toBe(false),
);
