/** What many ask for at once, asked once for all of them. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { askedTogether } from '@/front/together';

test('those who come together share one reading, which is made after the last of them came', async () => {
  let current = 1;
  let readings = 0;
  const revision = askedTogether(async () => {
    readings += 1;
    return current;
  });
  const asked = [revision(), revision()];
  current = 2;
  expect(await Promise.all(asked)).toEqual([2, 2]);
  expect(readings).toBe(1);
});

test('who comes while others are still told hears of what changed since', async () => {
  let current = 1;
  const revision = askedTogether(async () => current);
  const many = Array.from({ length: 50 }, revision);
  await many[0];
  current = 2;
  expect(await revision()).toBe(2);
  expect(await Promise.all(many)).toEqual(Array(50).fill(1));
});

test('while many are told, other work has its turn', async () => {
  const revision = askedTogether(async () => 1);
  let isOver = false;
  let turns = 0;
  const many = Promise.all(Array.from({ length: 100 }, revision)).then(() => {
    isOver = true;
  });
  for (; !isOver; turns += 1) await nextTurn();
  await many;
  expect(turns).toBeGreaterThanOrEqual(5);
});

test('a reading that fails is told to all who waited, and to nobody after them', async () => {
  let readings = 0;
  const revision = askedTogether(async () => {
    readings += 1;
    if (readings === 1) throw new Error('The disk is gone.');
    return 7;
  });
  const told = await Promise.allSettled([revision(), revision()]);
  expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await revision()).toBe(7);
});

test('who comes while it is asked hears the next answer, and none is asked beside another', async () => {
  let asking = 0;
  let answers = 0;
  let answer = () => {};
  const mayAnswer = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const revision = askedTogether(async () => {
    asking += 1;
    expect(asking).toBe(1);
    await mayAnswer;
    asking -= 1;
    answers += 1;
    return answers;
  });
  const first = revision();
  while (asking === 0) await nextTurn();
  const later = [revision(), revision()];
  answer();
  expect(await first).toBe(1);
  expect(await Promise.all(later)).toEqual([2, 2]);
});
