/** What happens a thousand times is told in a line a minute. */

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { seldom } from '@/desk/seldom';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first is told at once, the others of its minute together, and then there is silence', () => {
  const told: [number, unknown][] = [];
  const tell = seldom((times, last) => void told.push([times, last]));
  for (let count = 1; count <= 1000; count += 1) tell(count);
  expect(told).toEqual([[1, 1]]);
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([
    [1, 1],
    [999, 1000],
  ]);
  vi.advanceTimersByTime(600_000);
  expect(told).toHaveLength(2);
  tell('later');
  expect(told.at(-1)).toEqual([1, 'later']);
});
