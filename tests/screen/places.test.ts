/** Where on the desk somebody is, in addresses and in words. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activeFilters, unfilteredPlace } from '@/components/filters';
import {
  anywhere,
  caseQuery,
  isSamePlace,
  pageAddress,
  placeOf,
  placeOfCaseQuery,
  viewOrder,
} from '@/components/views';
import { boardOrders, dayKinds, parseBoardQuery } from '@/domain/board-query';
import { outcomes } from '@/domain/decision';
import { en } from '@/messages/en';

const placeAt = (address: string, me = 'Asha') => placeOf(new URL(address, 'http://x').searchParams, me);

const someDay = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const somePlace = fc
  .record({
    view: fc.constantFrom(...viewOrder, 'overdue' as const),
    did: fc.option(fc.constantFrom('+914442110011', 'unknown')),
    q: fc.option(fc.constantFrom('98841', 'Arun & Sons', '+91 988')),
    who: fc.option(fc.constantFrom('Ravi', 'Meera K')),
    outcome: fc.option(fc.constantFrom(...outcomes)),
    day: fc.option(someDay),
    on: fc.constantFrom(...dayKinds),
    order: fc.option(fc.constantFrom(...boardOrders)),
    limit: fc.constantFrom(50, 100, 200),
  })
  .map(({ day, ...place }) => {
    const from = day?.toISOString().slice(0, 10) ?? null;
    return placeAt(pageAddress({ ...anywhere, ...place, from, to: from }));
  });

describe('a place of the desk', () => {
  test('comes back from its address, and from the query of its rows, which the desk understands', () => {
    fc.assert(
      fc.property(somePlace, (place) => {
        expect(placeAt(pageAddress(place))).toEqual(place);
        const query = caseQuery(place, 'Asha');
        expect(parseBoardQuery(query)).toHaveProperty('query');
        expect(isSamePlace(placeOfCaseQuery(query.toString(), 'Asha'), place)).toBe(true);
      }),
    );
  });

  test('the reader’s own view is the same by either name', () => {
    expect(placeAt('/?who=Asha')).toMatchObject({ view: 'mine', who: null });
    expect(placeAt('/?who=Asha', 'Ravi')).toMatchObject({ view: 'open', who: 'Asha' });
    expect(caseQuery(placeAt('/?view=mine&who=Ravi'), 'Asha').get('who')).toBe('Asha');
  });

  test('what an address says wrongly is left out', () => {
    const wrong = '/?view=lost&outcome=lost&from=2026-02-30&on=whenever&order=random&limit=7000';
    expect(placeAt(wrong)).toEqual(anywhere);
    expect(placeAt('/?from=2026-11-23&to=2026-11-22')).toEqual(anywhere);
    expect(placeAt('/?outcome=spam')).toEqual(anywhere);
  });
});

describe('the filters of a place', () => {
  const dids = [{ key: '+914442110011', e164: '+914442110011', display: '+91 44 4211 0011', label: 'Sales' }];
  const address =
    '/?view=closed&did=%2B914442110011&q=988&who=Ravi&outcome=spam&from=2026-11-21&to=2026-11-22&on=closed';
  const filters = activeFilters(placeAt(address), dids, en);

  test('are told in words', () => {
    expect(filters.map(({ words }) => words)).toEqual([
      'Sales',
      '“988”',
      'by Ravi',
      'Spam',
      'Closed: 21 Nov 2026 to 22 Nov 2026',
    ]);
    expect(activeFilters(placeAt('/?view=closed'), dids, en)).toEqual([]);
  });

  test('can be taken away one by one, each leaving the others', () => {
    for (const { name, without } of filters) {
      expect(activeFilters(without, dids, en).map((left) => left.name)).toEqual(
        filters.map((all) => all.name).filter((other) => other !== name),
      );
    }
    expect(unfilteredPlace(placeAt(address))).toEqual({ ...anywhere, view: 'closed' });
  });
});
