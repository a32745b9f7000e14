/** Whoever guesses waits longer and longer; whoever knows the password never waits long. */

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openSignInLimits } from '@/desk/sign-in-limits';
import { openWaits } from '@/desk/waits';
import { aDeskWithAsha, ask, cookieOf, password, signIn, wrongPassword } from './doors';
import { addSecondFactor, verifyCode } from './second-factor';

// The clock that the limits read; everything else goes on in its own time.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

async function wrongTries(many: number, address?: string) {
  const statuses: number[] = [];
  for (let n = 0; n < many; n += 1) statuses.push((await signIn(wrongPassword, address)).status);
  return statuses;
}

describe('at the door', () => {
  test('five wrong passwords are told as wrong, and soon one has to wait', async () => {
    await aDeskWithAsha();
    expect(await wrongTries(7)).toEqual([401, 401, 401, 401, 401, 401, 429]);
    const answer = await signIn(wrongPassword);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '2']);
    expect(await answer.json()).toEqual({ error: 'Too many tries. Try again in 2 seconds.' });
  });

  test('the right password does not get around the wait, and gets in after it', async () => {
    await aDeskWithAsha();
    await wrongTries(7);
    expect((await signIn(password)).status).toBe(429);
    later(2.1);
    expect((await signIn(password)).status).toBe(200);
    expect((await signIn(wrongPassword)).status, 'control: and then the tries begin anew').toBe(401);
  });

  test('many at once gain nothing', async () => {
    await aDeskWithAsha();
    const answers = await Promise.all(Array.from({ length: 30 }, () => signIn(wrongPassword)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(6);
  });

  test('strangers at many addresses who guess at an account do not keep out who works on it', async () => {
    await aDeskWithAsha();
    const office = '198.51.100.7';
    expect((await signIn(password, office)).status).toBe(200);
    for (let n = 0; n < 25; n += 1) await signIn(wrongPassword, `192.0.2.${n}`);
    expect((await signIn(password, '203.0.113.5')).status, 'control: a new address waits').toBe(429);
    expect((await signIn(password, office)).status).toBe(200);
  });

  test('one address that tries many accounts waits, and others do not', async () => {
    await aDeskWithAsha();
    for (let n = 0; n < 31; n += 1) await signIn(wrongPassword, '192.0.2.1', `nobody${n}@example.com`);
    expect((await signIn(wrongPassword, '192.0.2.1', 'ravi@example.com')).status).toBe(429);
    expect((await signIn(wrongPassword, '192.0.2.2', 'ravi@example.com')).status).toBe(401);
  });

  test('who signs in rightly forty times is never asked to wait', async () => {
    await aDeskWithAsha();
    for (let n = 0; n < 40; n += 1) expect((await signIn(password)).status).toBe(200);
  });

  test('ten wrong codes in a row close the second factor for five minutes, and the right one gets in after them', async () => {
    const { desk } = await aDeskWithAsha();
    const cookie = cookieOf(await signIn(password));
    const rightCode = await addSecondFactor(desk, cookie);
    later(60);
    expect(await rightCode()).not.toBe('000000');
    const statuses: number[] = [];
    for (let round = 0; round < 2; round += 1) {
      const pending = cookieOf(await signIn(password));
      for (let n = 0; n < 5; n += 1) statuses.push((await verifyCode('000000', pending)).status);
    }
    expect(statuses).toEqual(Array(10).fill(401));
    const pending = cookieOf(await signIn(password));
    const closed = await verifyCode(await rightCode(), pending);
    expect([closed.status, closed.headers.get('retry-after')]).toEqual([429, '300']);
    later(301);
    expect((await verifyCode(await rightCode(), pending)).status).toBe(200);
  });

  test('the password that a change asks for cannot be guessed with a session that was left open', async () => {
    await aDeskWithAsha();
    const cookie = cookieOf(await signIn(password));
    const change = (currentPassword: string) =>
      ask('POST', '/api/auth/change-password', {
        cookie,
        body: { currentPassword, newPassword: 'a river under four bridges' },
      });
    const statuses: number[] = [];
    for (let n = 0; n < 7; n += 1) statuses.push((await change(wrongPassword)).status);
    expect(statuses).toEqual([400, 400, 400, 400, 400, 400, 429]);
    later(2.1);
    expect((await change(password)).status).toBe(200);
  });
});

test('the waits grow, to a minute at most', async () => {
  const waits = openWaits({ free: 1, window: 3600 });
  const waited: number[] = [];
  await waits.take('a');
  for (let n = 0; n < 8; n += 1) {
    expect(await waits.take('a')).toBe(0);
    const wait = await waits.take('a');
    waited.push(wait / 1000);
    later(wait / 1000 + 0.001);
  }
  expect(waited).toEqual([2, 4, 8, 16, 32, 60, 60, 60]);
});

test('impatience makes no wait longer, and nobody waits for somebody else', async () => {
  const waits = openWaits({ free: 1 });
  for (let n = 0; n < 2; n += 1) await waits.take('a');
  for (let n = 0; n < 100; n += 1) expect(await waits.take('a')).toBeLessThanOrEqual(2000);
  expect(await waits.take('b')).toBe(0);
});

test('trouble of the desk itself counts as no try', async () => {
  const limits = openSignInLimits();
  for (let n = 0; n < 50; n += 1) {
    const trying = await limits.begin('asha@example.com', '192.0.2.1');
    if (typeof trying === 'number') throw new Error(`Waits ${trying} ms after ${n}.`);
    await trying.aside();
  }
});
