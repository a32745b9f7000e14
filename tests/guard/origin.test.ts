/** A change comes from the desk's own pages, to the letter: scheme, host and port. */

import { describe, expect, test } from 'vitest';
import { refuseForeign } from '@/desk/strangers';
import { readEnv } from '@/env';

/** The sentence against a change, posted to the desk as `asked` from a page of `origin`. */
function refusal(
  origin: string | null,
  { asked = 'http://localhost:3000', ...given }: Record<string, string> = {},
  env: Record<string, string> = {},
) {
  const headers = new Headers({ host: new URL(asked).host, ...given });
  if (origin !== null) headers.set('origin', origin);
  return refuseForeign(readEnv(env), new Request(`${asked}/api/cases`, { method: 'POST', headers }));
}

test('the desk’s own page may change it', () => {
  expect(refusal('http://localhost:3000')).toBeNull();
  expect(refusal('http://localhost:3000', { 'sec-fetch-site': 'same-origin' })).toBeNull();
  expect(refusal('http://192.0.2.5:3000', { asked: 'http://192.0.2.5:3000' })).toBeNull();
});

test.each([
  'null',
  '',
  'https://localhost:3000',
  'http://localhost',
  'http://localhost:3001',
  'http://localhost:3000.example.com',
  'http://127.0.0.1:3000',
  'http://user@localhost:3000',
  'http://localhost:3000/',
  'https://evil.example.com',
])('a page of %j may not', (origin) => {
  expect(refusal(origin)).toContain('Another site');
});

test('what a browser calls another site may not, whatever Origin it tells', () => {
  for (const site of ['cross-site', 'same-site']) {
    expect(refusal('http://localhost:3000', { 'sec-fetch-site': site })).toContain('Another site');
  }
});

test('a change without Origin is a program’s, which says so by its token', () => {
  expect(refusal(null)).toContain('which site');
  expect(refusal(null, { authorization: 'Bearer x' })).toBeNull();
  expect(refusal('https://evil.example.com', { authorization: 'Bearer x' })).toContain('Another site');
});

describe('behind PUBLIC_URL', () => {
  const env = { PUBLIC_URL: 'https://desk.example.com/' };
  const asked = 'http://desk.example.com';

  test('that origin alone may change the desk, whatever the Host', () => {
    expect(refusal('https://desk.example.com', { asked }, env)).toBeNull();
    expect(refusal('https://desk.example.com', {}, env)).toBeNull();
    expect(refusal('http://desk.example.com', { asked }, env)).toContain('https://desk.example.com only');
    expect(refusal('http://localhost:3000', {}, env)).toContain('Another site');
    expect(refusal('null', { asked }, env)).toContain('Another site');
  });
});

test('a proxy that is believed tells the scheme that the browser used', () => {
  const asked = 'http://desk.example.com';
  const told = { asked, 'x-forwarded-proto': 'https' };
  expect(refusal('https://desk.example.com', told)).toBeNull();
  expect(refusal('https://desk.example.com', { asked }), 'control').toContain('Another site');
});
