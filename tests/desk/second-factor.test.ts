/** The second factor: a code opens once, a recovery code opens once, and guessing ends. */

import { describe, expect, test } from 'vitest';
import { openAuth } from '@/desk/auth';
import type { Desk } from '@/desk/the-desk';
import { aDesk, engines } from '../desks';
import { cookieOf, nameBy, password, postAuth, signIn } from '../signed-in';
import { codeOf } from '../totp';

/** A desk on which Asha has an authenticator; the code that it showed then is used. */
async function aDeskWithSecondFactor(desk: Desk) {
  const cookie = await cookieOf(desk, 'Asha');
  const { said } = await postAuth(desk, 'two-factor/enable', { password }, cookie);
  const address = String(said.totpURI);
  const first = codeOf(address);
  const enabled = await postAuth(desk, 'two-factor/verify-totp', { code: first }, cookie);
  expect(enabled.status).toBe(200);
  return {
    address,
    first,
    before: cookie,
    after: enabled.cookie,
    recoveryCodes: said.backupCodes as string[],
  };
}

/** Asha gives her password, and then this code. */
async function signInWith(desk: Desk, code: string, how: 'totp' | 'backup-code' = 'totp') {
  const { status, said, cookie } = await signIn(desk, 'Asha');
  expect([status, said.twoFactorRedirect, await nameBy(desk, cookie)]).toEqual([200, true, null]);
  const answer = await postAuth(desk, `two-factor/verify-${how}`, { code }, cookie);
  return { status: answer.status, name: await nameBy(desk, answer.cookie) };
}

/** A code that is not shown now, nor just before or after. */
function wrongCode(address: string): string {
  const shown = [-2, -1, 0, 1, 2].map((later) => codeOf(address, later));
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !shown.includes(code))!;
}

const isIn = { status: 200, name: 'Asha' };
const isOut = { status: 401, name: null };

describe.each(engines)('on %s', (engine) => {
  test('the password alone opens nothing, and the code does; the session is another one than before', async () => {
    const desk = await aDesk(engine);
    const { address, before, after } = await aDeskWithSecondFactor(desk);
    expect([await nameBy(desk, before), await nameBy(desk, after)]).toEqual([null, 'Asha']);
    expect(await signInWith(desk, wrongCode(address))).toEqual(isOut);
    expect(await signInWith(desk, codeOf(address, 1))).toEqual(isIn);
  });

  test('a code that was used opens nothing any more, though it is still shown', async () => {
    const desk = await aDesk(engine);
    const { address, first } = await aDeskWithSecondFactor(desk);
    expect(await signInWith(desk, first)).toEqual(isOut);
    const code = codeOf(address, 1);
    expect(await signInWith(desk, code)).toEqual(isIn);
    expect(await signInWith(desk, code)).toEqual(isOut);
  });

  test('control: the library alone takes a code twice', async () => {
    const desk = await aDesk(engine);
    const { address } = await aDeskWithSecondFactor(desk);
    const forgetful = { ...desk.store, write: async () => true } as unknown as Desk['store'];
    const alone = { ...desk, auth: openAuth(forgetful, desk.env, desk.secret) };
    const code = codeOf(address, 1);
    for (let time = 0; time < 2; time += 1) expect(await signInWith(alone, code)).toEqual(isIn);
  });

  test('of eight who use one code at once, one gets in', async () => {
    const desk = await aDesk(engine);
    const { address } = await aDeskWithSecondFactor(desk);
    const code = codeOf(address, 1);
    const challenges = await Promise.all(Array.from({ length: 8 }, () => signIn(desk, 'Asha')));
    const answers = await Promise.all(
      challenges.map(({ cookie }) => postAuth(desk, 'two-factor/verify-totp', { code }, cookie)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(401)]);
  });

  test('a recovery code opens once, also when two use it at once, and each of the others still does', async () => {
    const desk = await aDesk(engine);
    const { recoveryCodes } = await aDeskWithSecondFactor(desk);
    const [one, two, three] = recoveryCodes as [string, string, string];
    expect(await signInWith(desk, one, 'backup-code')).toEqual(isIn);
    expect(await signInWith(desk, one, 'backup-code')).toEqual(isOut);
    const both = await Promise.all([1, 2].map(() => signInWith(desk, two, 'backup-code')));
    expect(both.filter(({ name }) => name !== null)).toHaveLength(1);
    expect(await signInWith(desk, three, 'backup-code')).toEqual(isIn);
  });

  test('ten wrong codes lock it for a while: then the right one opens nothing either', async () => {
    const desk = await aDesk(engine);
    const { address, recoveryCodes } = await aDeskWithSecondFactor(desk);
    for (let time = 0; time < 10; time += 1)
      expect(await signInWith(desk, wrongCode(address))).toEqual(isOut);
    const locked = { status: 429, name: null };
    expect(await signInWith(desk, codeOf(address, 1))).toEqual(locked);
    expect(await signInWith(desk, recoveryCodes[0]!, 'backup-code')).toEqual(locked);
  });

  test('control: nine wrong codes do not, and one password is good for five of them', async () => {
    const desk = await aDesk(engine);
    const { address } = await aDeskWithSecondFactor(desk);
    const { cookie } = await signIn(desk, 'Asha');
    const statuses: number[] = [];
    for (let time = 0; time < 6; time += 1)
      statuses.push(
        (await postAuth(desk, 'two-factor/verify-totp', { code: wrongCode(address) }, cookie)).status,
      );
    expect(statuses).toEqual([401, 401, 401, 401, 401, 400]);
    for (let time = 0; time < 4; time += 1) expect(await signInWith(desk, wrongCode(address))).toEqual(isOut);
    expect(await signInWith(desk, codeOf(address, 1))).toEqual(isIn);
  });
});
