import { describe, expect, test } from 'vitest';
import { callCursorText, parseCallQuery } from '@/domain/call-query';

const parsed = (query: string) => parseCallQuery(new URLSearchParams(query));

describe('the query of all calls', () => {
  test('asks for all of them, the newest first, where nothing is named', () => {
    expect(parsed('did=&q=&who=&verdict=&direction=&from=&to=')).toEqual({
      query: {
        did: null,
        q: null,
        who: null,
        direction: null,
        verdict: null,
        days: null,
        limit: 50,
        cursor: null,
        isNewer: false,
      },
    });
  });

  test('asks for what is named, on either side of a call', () => {
    const cursor = { at: 1_795_000_000_000, id: 'abc' };
    const named = 'did=+914442110011&q=988&who=asha&verdict=missed&direction=inbound&from=2026-11-22&limit=9';
    expect(parsed(`${named}&newer=${callCursorText(cursor)}`)).toEqual({
      query: {
        did: '+914442110011',
        q: '988',
        who: 'asha',
        direction: 'inbound',
        verdict: 'missed',
        days: { from: '2026-11-22', to: null },
        limit: 9,
        cursor,
        isNewer: true,
      },
    });
  });

  test.each([
    ['verdict', 'verdict=lost'],
    ['direction', 'direction=up'],
    ['limit', 'limit=201'],
    ['q', `q=${'9'.repeat(101)}`],
    ['who', `who=${'a'.repeat(101)}`],
    ['to', 'from=2026-11-23&to=2026-11-22'],
    ['from', 'from=2026-13-01'],
    ['cursor', 'cursor=yesterday'],
    ['newer', 'newer=1.a%27--'],
  ])('names what is wrong: %s in ?%s', (field, query) => {
    expect(parsed(query)).toEqual({ field, error: expect.stringMatching(new RegExp(`\`${field}\`.*\\.$`)) });
  });
});
