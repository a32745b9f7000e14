/**
 * `npm run reset-password -- asha@example.com [--second-factor] [--stdin]`: another password for who has lost theirs.
 * With `--stdin` it is read from the standard input; without, it is made up and printed.
 */

import { randomInt } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { resetPassword } from '@/desk/reset-password';
import { openDesk } from '@/desk/the-desk';
import { env } from '@/env';

const usage = 'Say whose: npm run reset-password -- asha@example.com [--second-factor] [--stdin].';

/** Without the letters and digits that look alike. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

try {
  await reset();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function reset(): Promise<void> {
  const { email, dropsSecondFactor, readsPassword } = asked();
  const given = readsPassword ? (await text(process.stdin)).replace(/\r?\n$/, '') : null;
  const password = given ?? madeUp();
  const desk = await openDesk(env());
  try {
    const done = await resetPassword(desk, email, password, { dropsSecondFactor }, desk.clock());
    if (done.is === 'refused') throw new Error(done.error);
    console.log(`${done.name} has another password, and is signed out everywhere.`);
    if (dropsSecondFactor) console.log('The second factor is gone: set up another one after signing in.');
    if (given === null) console.log(`Until they change it, the password is: ${password}`);
  } finally {
    await desk.close();
  }
}

function asked() {
  const options = { 'second-factor': { type: 'boolean' }, stdin: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [email, ...more] = positionals;
  if (!email || more.length > 0) throw new Error(usage);
  return {
    email,
    dropsSecondFactor: values['second-factor'] === true,
    readsPassword: values.stdin === true,
  };
}

/** Twenty letters in groups of five, some 99 bits. */
function madeUp(): string {
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
