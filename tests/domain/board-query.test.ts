import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boardStates, cursorText, parseBoardQuery } from '@/domain/board-query';

const parsed = (query: string) => parseBoardQuery(new URLSearchParams(query));

function queryOf(query: string) {
  const read = parsed(query);
  if (!('query' in read)) throw new Error(read.error);
  return read.query;
}

describe('the query of the board', () => {
  test('asks for the open cases, in the desk’s order, 50 at a time, where nothing is named', () => {
    expect(queryOf('')).toEqual({
      state: 'open',
      did: null,
      q: null,
      who: null,
      outcome: null,
      days: null,
      order: 'desk',
      limit: 50,
      cursor: null,
    });
  });

  test('asks for what is named', () => {
    expect(queryOf('state=closed&did=%2B914442110011&q=98841&order=waiting&limit=200')).toEqual({
      state: 'closed',
      did: '+914442110011',
      q: '98841',
      who: null,
      outcome: null,
      days: null,
      order: 'waiting',
      limit: 200,
      cursor: null,
    });
    for (const state of boardStates) expect(queryOf(`state=${state}`).state).toBe(state);
  });

  test('the closed ones come newest first', () => {
    expect(queryOf('state=closed').order).toBe('newest');
  });

  test('an outcome asks for closed cases', () => {
    expect(queryOf('outcome=called_back')).toMatchObject({ state: 'closed', outcome: 'called_back' });
    expect(queryOf('outcome=expired&state=all')).toMatchObject({ state: 'all', outcome: 'expired' });
  });

  test('days are about missed calls, unless another instant is named', () => {
    expect(queryOf('from=2026-11-22&to=2026-11-23').days).toEqual({
      from: '2026-11-22',
      to: '2026-11-23',
      on: 'missed',
    });
    expect(queryOf('from=2024-02-29&on=closed').days).toEqual({ from: '2024-02-29', to: null, on: 'closed' });
    expect(queryOf('on=clock&from=&to=').days).toBeNull();
  });

  test('a + that nobody encoded is still a +', () => {
    expect(queryOf('did=+914442110011').did).toBe('+914442110011');
    expect(queryOf('did=unknown').did).toBe('unknown');
    expect(queryOf('did=440000000000').did).toBe('440000000000');
  });

  test('an empty DID and an empty search are none', () => {
    expect(queryOf('did=&q=%20')).toMatchObject({ did: null, q: null });
  });

  test('what it does not know does not matter', () => {
    expect(queryOf('colour=red&__proto__=x')).toEqual(queryOf(''));
  });
});

describe('a bad value is named with its field', () => {
  test.each([
    ['state', 'state=lost'],
    ['state', 'state='],
    ['state', 'state=toString'],
    ['order', 'order=random'],
    ['limit', 'limit=0'],
    ['limit', 'limit=201'],
    ['limit', 'limit=-1'],
    ['limit', 'limit=1.5'],
    ['limit', 'limit=many'],
    ['limit', 'limit=NaN'],
    ['limit', 'limit='],
    ['q', `q=${'9'.repeat(101)}`],
    ['who', `who=${'a'.repeat(101)}`],
    ['outcome', 'outcome=lost'],
    ['outcome', 'outcome=called_back&state=open'],
    ['on', 'on=whenever'],
    ['from', 'from=yesterday'],
    ['from', 'from=2026-02-30'],
    ['to', 'to=2026-1-1'],
    ['to', 'from=2026-11-23&to=2026-11-22'],
    ['cursor', 'cursor='],
    ['cursor', 'cursor=yesterday'],
    ['cursor', 'cursor=12'],
    ['cursor', 'cursor=-5.abc'],
    ['cursor', `cursor=1.abc'--`],
    ['cursor', 'cursor=1.2.abc'],
    ['cursor', 'cursor=1.10.3.abc'],
    ['cursor', 'cursor=1.2.-3.abc'],
    ['cursor', `cursor=1.2.3.abc'--`],
    ['cursor', `cursor=1.2.3.${'a'.repeat(65)}`],
  ])('%s: ?%s', (field, query) => {
    expect(parsed(query)).toEqual({ field, error: expect.stringMatching(new RegExp(`\`${field}\`.*\\.$`)) });
  });
});

test('the cursor of a page comes back as it was given', () => {
  fc.assert(
    fc.property(
      fc.record({
        asOf: fc.nat({ max: 9_999_999_999_999 }),
        rank: fc.nat({ max: 9 }),
        at: fc.nat({ max: 9_999_999_999_999 }),
        id: fc.stringMatching(/^[0-9a-f]{24}$/),
      }),
      (cursor) => {
        const params = new URLSearchParams({ cursor: cursorText(cursor) });
        expect(parseBoardQuery(params)).toMatchObject({ query: { cursor } });
      },
    ),
  );
});
