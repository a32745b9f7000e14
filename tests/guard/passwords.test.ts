/** Passwords that everybody tries first are refused wherever one is chosen. */

import { describe, expect, test } from 'vitest';
import { resetPassword } from '@/desk/reset-password';
import { weaknessOf } from '@/desk/weak-password';
import { aDeskWithAsha, aDeskWithout, ask, cookieOf, password, signIn } from './doors';

const asha = { name: 'Asha Menon', email: 'asha.menon@example.com' };

describe('is refused', () => {
  test.each([
    'password1234',
    'Password123!',
    'P@ssw0rd1234',
    '123456789012',
    'qwertyuiop12',
    '1q2w3e4r5t6y',
    'aaaaaaaaaaaa',
    'passwordpassword',
    'administrator',
    'Welcome@12345',
    'Ringback2026!',
    'piopiypiopiy',
  ])('%j, which everybody tries', (word) => {
    expect(weaknessOf(word, asha)).toContain('everybody tries');
  });

  test.each(['AshaMenon2026', 'asha.menon@example.com', 'menon-asha-123', 'example.com.asha'])(
    '%j, which is her own name',
    (word) => expect(weaknessOf(word, asha)).toContain('your name'),
  );
});

test.each([
  password,
  'a long enough secret',
  'asha likes the tin shed',
  'q7#Lm2vRt9xz',
  'மழைக்கால மேகங்கள் வந்தன',
])('control: %j may stay', (word) => expect(weaknessOf(word, asha)).toBeNull());

test('the longest and oddest take no more than a moment to judge', () => {
  const started = performance.now();
  for (const part of ['@$1l|3', 'aA', '1990-', 'qwerty', '\u0301'])
    weaknessOf(part.repeat(200).slice(0, 200), asha);
  expect(performance.now() - started).toBeLessThan(5000);
});

test('by the page of the first admin, with the field and the reason', async () => {
  const desk = await aDeskWithout();
  const make = (word: string) =>
    ask('POST', '/api/first-admin', { address: '127.0.0.1', body: { ...asha, password: word } });
  const answer = await make('password1234');
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({
    field: 'password',
    error: expect.stringContaining('everybody tries'),
  });
  expect(await desk.store.read.countPeople()).toBe(0);
  expect((await make(password)).status).toBe(200);
});

test('by a change, which leaves the old one', async () => {
  await aDeskWithAsha();
  const cookie = cookieOf(await signIn(password));
  const change = (newPassword: string) =>
    ask('POST', '/api/auth/change-password', { cookie, body: { currentPassword: password, newPassword } });
  const answer = await change('password1234');
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ message: expect.stringContaining('everybody tries') });
  expect((await signIn(password)).status).toBe(200);
  expect((await change('a river under four bridges')).status).toBe(200);
  expect((await signIn(password)).status).toBe(401);
});

test('by a reset on the server', async () => {
  const { desk } = await aDeskWithAsha();
  const reset = (word: string) =>
    resetPassword(desk, 'asha@example.com', word, { dropsSecondFactor: false }, desk.clock());
  for (const word of ['password1234', 'short', 'asha@example.com'])
    expect((await reset(word)).is).toBe('refused');
  expect((await signIn(password)).status).toBe(200);
  expect(await reset('a river under four bridges')).toEqual({ is: 'reset', name: 'Asha' });
});
