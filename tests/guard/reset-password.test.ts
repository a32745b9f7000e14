/** `npm run reset-password` on the machine of a desk that runs: for who has lost a password or a second factor. */

import { describe, expect, test } from 'vitest';
import { run } from './built';
import { aDeskWithAsha, ask, cookieOf, password, signIn } from './doors';
import { addSecondFactor } from './second-factor';

async function aLostPassword() {
  const { desk } = await aDeskWithAsha();
  const { DATABASE_URL } = desk.env;
  const audit = async () =>
    (await desk.store.read.loadAudit(null, 10)).filter(({ by }) => by === 'the server');
  return {
    desk,
    audit,
    reset: (args: string[], input = '') => run('scripts/reset-password', args, { DATABASE_URL }, input),
  };
}

test('prints a password that lets in, ends every session and is in the audit', async () => {
  const { audit, reset } = await aLostPassword();
  const cookie = cookieOf(await signIn(password));
  expect((await ask('GET', '/api/cases', { cookie })).status).toBe(200);

  const { code, out, err } = await reset(['Asha@Example.com']);
  expect([code, err]).toEqual([0, '']);
  const made = /the password is: (\S+)\n/.exec(out)![1]!;
  expect((await ask('GET', '/api/cases', { cookie })).status).toBe(401);
  expect((await signIn(password)).status).toBe(401);
  expect((await signIn(made)).status).toBe(200);
  const [row] = await audit();
  expect(row).toMatchObject({ by: 'the server', what: 'reset a password', personId: null });
  expect(JSON.parse(row!.about)).toEqual({ name: 'Asha', dropsSecondFactor: false });
  expect(JSON.stringify(row)).not.toContain(made);
});

test('takes one from the standard input, and prints nothing of it', async () => {
  const { reset } = await aLostPassword();
  const given = 'a river under four bridges';
  const { code, out, err } = await reset(['asha@example.com', '--stdin'], `${given}\n`);
  expect([code, out + err]).toEqual([0, expect.not.stringContaining(given)]);
  expect((await signIn(given)).status).toBe(200);
});

test('a second factor stays, unless it is to be dropped', async () => {
  const { desk, audit, reset } = await aLostPassword();
  await addSecondFactor(desk, cookieOf(await signIn(password)));
  const asksForCode = async (word: string) => {
    const answer = await signIn(word);
    return [answer.status, 'twoFactorRedirect' in ((await answer.json()) as object)];
  };
  const [first, second] = ['a river under four bridges', 'four rivers under a bridge'];
  expect((await reset(['asha@example.com', '--stdin'], first)).code).toBe(0);
  expect(await asksForCode(first!)).toEqual([200, true]);
  expect((await reset(['asha@example.com', '--stdin', '--second-factor'], second)).code).toBe(0);
  expect(await asksForCode(second!)).toEqual([200, false]);
  expect(JSON.parse((await audit())[0]!.about)).toMatchObject({ dropsSecondFactor: true });
});

describe('is refused in a sentence', () => {
  test.each([
    [[], /Say whose: npm run reset-password/],
    [['asha@example.com', 'ravi@example.com'], /Say whose/],
    [['ravi@example.com'], /Nobody here has the address ravi@example\.com\./],
    [['asha@example.com', '--force'], /force/],
  ])('%j', async (args, sentence) => {
    const { reset } = await aLostPassword();
    const { code, out, err } = await reset(args);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(sentence);
    expect((await signIn(password)).status).toBe(200);
  });

  test.each(['short', 'password1234', 'asha@example.com', ''])('the password %j', async (word) => {
    const { reset } = await aLostPassword();
    expect((await reset(['asha@example.com', '--stdin'], word)).code).toBe(1);
    expect((await signIn(password)).status).toBe(200);
  });
});
