import { describe, expect, test } from 'vitest';
import { caseAt, dueSoonAt } from '@/domain/case-now';
import { deskRank } from '@/domain/desk-order';
import { aCall, casesFrom, deskRow, minute, morning, settingsWith } from '../builders';

const at = (minutes: number) => morning + minutes * minute;

describe('rules.md 14: the target', () => {
  test('from two thirds of it on a case is due soon, then overdue', () => {
    const [it] = casesFrom([aCall()], []);
    expect(dueSoonAt(it!.clockStartsAt, it!.dueAt)).toBe(at(20));
    expect([at(30) - 1, at(30)].map((now) => caseAt(it!, now).isOverdue)).toEqual([false, true]);
  });

  test('is a setting', () => {
    const [it] = casesFrom([aCall()], [], settingsWith(deskRow({ targetMinutes: 6 })));
    expect([dueSoonAt(it!.clockStartsAt, it!.dueAt), it!.dueAt]).toEqual([at(4), at(6)]);
  });
});

describe('rules.md 24: the order of the desk', () => {
  const late = { dueAt: at(0), missedCount: 1, isShort: false };
  const early = { ...late, dueAt: at(1) };

  test('overdue first, then who rang more than once, short calls after the others of their group', () => {
    const inOrder = [late, early].flatMap((it) =>
      [{ missedCount: 2 }, { missedCount: 2, isShort: true }, {}, { isShort: true }].map((given) => ({
        ...it,
        ...given,
      })),
    );
    const ranks = inOrder.map((it) => deskRank(it, at(0)));
    expect(ranks).toEqual([...new Set(ranks)].sort((a, b) => a - b));
  });

  test('who rang ten times does not come before who rang twice', () => {
    expect(deskRank({ ...late, missedCount: 10 }, at(0))).toBe(deskRank({ ...late, missedCount: 2 }, at(0)));
  });

  test('a case moves up in the instant in which it is due', () => {
    expect(deskRank(early, at(1) - 1)).toBeGreaterThan(deskRank(late, at(1)));
    expect(deskRank(early, at(1))).toBe(deskRank(late, at(1)));
  });
});
