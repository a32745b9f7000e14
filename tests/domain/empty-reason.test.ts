/** Why a list has no rows. */

import { expect, test } from 'vitest';
import { emptyReason, unfilteredAddress } from '@/components/empty-reason';
import { placeOf } from '@/components/views';
import type { BoardJson } from '@/domain/case-json';
import type { SilenceJson } from '@/domain/silence';

const did = '+914442110011';
const at = (query: string) => placeOf(new URLSearchParams(query), 'Asha');

function aBoard(counts: Partial<BoardJson['counts']> = {}, dids = [did]): BoardJson {
  return {
    revision: 1,
    name: null,
    counts: {
      open: 0,
      overdue: 0,
      attempted: 0,
      snoozed: 0,
      uncallable: 0,
      quarantined: 0,
      closedToday: 0,
      byDid: {},
      byPerson: {},
      overdueByDid: {},
      ...counts,
    },
    dids: dids.map((key) => ({ key, e164: key, display: key, label: null })),
    cases: [],
    next: null,
  };
}

const odd: SilenceJson = { lastAt: '2026-11-22T03:42:00.000Z', isOdd: true, silent: [] };
const calm: SilenceJson = { ...odd, isOdd: false };

test('no call ever came, whatever is looked for', () => {
  expect(emptyReason(at(''), aBoard({}, []), null)).toEqual({ is: 'nothing yet', unread: 0 });
  expect(emptyReason(at('q=Meera'), aBoard({ quarantined: 2 }, []), odd)).toEqual({
    is: 'nothing yet',
    unread: 2,
  });
});

test('filters hide those who are there', () => {
  const filtered = (hidden: number | null) => ({ is: 'filtered', hidden });
  expect(emptyReason(at('q=7'), aBoard({ open: 7 }), odd)).toEqual(filtered(7));
  const two = aBoard({ open: 7, byDid: { [did]: 2 } });
  expect(emptyReason(at(`q=7&did=${encodeURIComponent(did)}`), two, calm)).toEqual(filtered(2));
  expect(emptyReason(at('q=7&view=snoozed'), aBoard({ open: 7, snoozed: 3 }), calm)).toEqual(filtered(3));
  expect(emptyReason(at('q=7&view=closed'), aBoard({ open: 7 }), calm)).toEqual(filtered(null));
});

test('more rows than at first are no filter', () => {
  expect(emptyReason(at('limit=100'), aBoard(), calm)).toEqual({ is: 'served' });
});

test('nobody waits, and it is odd or not that no record came', () => {
  expect(emptyReason(at(''), aBoard(), odd)).toEqual({ is: 'silent', lastAt: odd.lastAt });
  expect(emptyReason(at(''), aBoard(), calm)).toEqual({ is: 'served' });
});

test('nobody waits on a number, and it is odd that no record came on that one', () => {
  const since = '2026-11-22T04:00:00.000Z';
  const silent = [{ key: did, e164: did, display: did, label: 'Sales', since }];
  const onNumber = at(`did=${encodeURIComponent(did)}`);
  expect(emptyReason(onNumber, aBoard(), { ...calm, silent })).toEqual({ is: 'silent', lastAt: since });
  expect(emptyReason(at(''), aBoard(), { ...calm, silent })).toEqual({ is: 'served' });
  expect(emptyReason(at(''), aBoard(), null)).toEqual({ is: 'served' });
});

test('a number with nobody while others wait is no silence', () => {
  const place = at(`did=${encodeURIComponent(did)}`);
  expect(emptyReason(place, aBoard({ open: 3 }), calm)).toEqual({ is: 'elsewhere', waiting: 3 });
  expect(emptyReason(place, aBoard(), calm)).toEqual({ is: 'served' });
});

test('the other views have nobody', () => {
  expect(emptyReason(at('view=snoozed'), aBoard({ open: 3 }), odd)).toEqual({ is: 'none' });
});

test('to clear the filters keeps the view and the number', () => {
  expect(unfilteredAddress(at(`q=7&view=all&limit=100&did=${encodeURIComponent(did)}`))).toBe(
    '/?view=all&did=%2B914442110011',
  );
});
