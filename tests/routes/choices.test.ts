/** A person's language and theme: kept in their browser by a plain form, and back to where they were. */

import { describe, expect, test } from 'vitest';
import { aDeskAtTheDoors, ask } from './http';

await aDeskAtTheDoors();

const choose = (sent: Record<string, string>, headers: Record<string, string> = {}) =>
  ask('/api/choices', { method: 'POST', body: new URLSearchParams(sent), as: null, headers });

describe('a choice', () => {
  test('is kept, and leads back to the page', async () => {
    const answer = await choose({ language: 'hi', to: '/account?a=1' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/account?a=1');
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^language=hi; Path=\//)]);
  });

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/.//evil.example'])(
    'leads to no other site: %s',
    async (to) => {
      expect((await choose({ theme: 'dark', to })).headers.get('location')).toBe('/');
    },
  );

  test('that there is not keeps nothing', async () => {
    expect((await choose({ language: 'xx', theme: 'x' })).headers.getSetCookie()).toEqual([]);
  });

  test('is not made by another site', async () => {
    const answer = await choose({ language: 'hi' }, { 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test('of more than anybody chooses is not read', async () => {
    expect((await choose({ to: `/${'a'.repeat(9_000)}` })).status).toBe(413);
  });
});
