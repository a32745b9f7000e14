/** One's own account: the password, the second factor with its recovery codes, the sessions. */

import { type TOTP, URI } from 'otpauth';
import { expect, type Page } from 'playwright/test';
import type { Desk } from './built-desk';
import { emailOf, password } from './cast';
import { test } from './desk';
import { lineWord, look, toastOf } from './on-screen';

test.use({ expectedTrouble: /status of (400|401)/ });

const alert = (page: Page) => page.getByRole('main').getByRole('alert').filter({ hasText: /\w/ });

async function signIn(page: Page, desk: Desk, name: string, word = password): Promise<void> {
  await page.goto(`${desk.url}/sign-in`);
  await page.getByLabel('E-mail').fill(emailOf(name));
  await page.getByLabel('Password').fill(word);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Turns it on as people do; the app that reads the secret, and the recovery codes. */
async function enrol(page: Page, desk: Desk): Promise<{ app: TOTP; codes: string[] }> {
  await look(page, `${desk.url}/account`);
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await page.getByLabel('Your password first').fill(password);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('img', { name: 'The secret for your authenticator app' })).toBeVisible();
  const secret = await page.getByText('Or type it in:').getByRole('code').textContent();
  const app = URI.parse(`otpauth://totp/Ringback?secret=${secret}`) as TOTP;
  await page.getByLabel('The code that it shows').fill(app.generate());
  await page.getByRole('button', { name: 'Turn it on' }).click();
  const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(codes.first()).toBeVisible();
  return { app, codes: await codes.allTextContents() };
}

test('with a second factor the password alone lets nobody in; the app does', async ({ desk, person }) => {
  const asha = await person('Tara');
  const { app } = await enrol(asha, desk);

  const again = await person(null);
  await signIn(again, desk, 'Tara');
  await expect(again.getByLabel('Code')).toBeFocused();
  await again.getByLabel('Code').fill('000000');
  await again.getByRole('button', { name: 'Go on' }).click();
  await expect(alert(again)).toHaveText('This code is wrong or used already.');
  // The code of the next half minute is good already: the one that turned it on may be used up.
  await again.getByLabel('Code').fill(app.generate({ timestamp: Date.now() + 30_000 }));
  await again.getByRole('button', { name: 'Go on' }).click();
  await expect(lineWord(again)).toHaveText('Live');
});

test('a recovery code lets in once, where the app is lost', async ({ desk, person }) => {
  const { codes } = await enrol(await person('Uma'), desk);
  const again = await person(null);
  await signIn(again, desk, 'Uma');
  await again.getByRole('button', { name: 'Use a recovery code' }).click();
  await again.getByLabel('Recovery code').fill(codes[0]!);
  await again.getByRole('button', { name: 'Go on' }).click();
  await expect(lineWord(again)).toHaveText('Live');

  const thief = await person(null);
  await signIn(thief, desk, 'Uma');
  await thief.getByRole('button', { name: 'Use a recovery code' }).click();
  await thief.getByLabel('Recovery code').fill(codes[0]!);
  await thief.getByRole('button', { name: 'Go on' }).click();
  await expect(alert(thief)).toHaveText('This code is wrong or used already.');
});

test('recovery codes are shown once, and the second factor can be turned off', async ({ desk, person }) => {
  const vani = await person('Vani');
  const { codes } = await enrol(vani, desk);
  await vani.getByRole('button', { name: 'I have kept them' }).click();
  await look(vani, `${desk.url}/account`);
  await expect(vani.getByText(codes[0]!)).toHaveCount(0);
  await vani.getByRole('button', { name: 'Turn it off' }).click();
  await vani.getByLabel('Your password first').fill('not that one at all');
  await vani.getByRole('button', { name: 'Go on' }).click();
  await expect(alert(vani)).toHaveText('That is not your password.');
  await vani.getByLabel('Your password first').fill(password);
  await vani.getByRole('button', { name: 'Go on' }).click();
  await expect(toastOf(vani, 'The second factor is off.')).toBeVisible();
});

test('another password puts the other browsers out', async ({ desk, person }) => {
  const [here, there] = [await person('Wasim'), await person(null)];
  await signIn(there, desk, 'Wasim');
  await expect(lineWord(there)).toHaveText('Live');
  await look(here, `${desk.url}/account`);
  await here.getByLabel('Your password now').fill('not that one at all');
  await here.getByLabel('New password').fill('another long enough secret');
  await here.getByRole('button', { name: 'Change the password' }).click();
  await expect(here.getByLabel('Your password now')).toHaveAccessibleDescription(
    'That is not your password.',
  );
  await here.getByLabel('Your password now').fill(password);
  await here.getByRole('button', { name: 'Change the password' }).click();
  await expect(toastOf(here, 'Your password is changed.')).toBeVisible();
  await there.reload();
  await expect(there.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await signIn(there, desk, 'Wasim', 'another long enough secret');
  await expect(lineWord(there)).toHaveText('Live');
});

test('a session is ended from another browser', async ({ desk, person }) => {
  const [here, there] = [await person('Yash'), await person(null)];
  await signIn(there, desk, 'Yash');
  await expect(lineWord(there)).toHaveText('Live');
  await look(here, `${desk.url}/account`);
  const sessions = here.getByRole('list', { name: 'Where you are signed in' }).getByRole('listitem');
  await expect(sessions).toHaveCount(2);
  await sessions.last().getByRole('button', { name: 'End' }).click();
  await expect(sessions).toHaveCount(1);
  await there.reload();
  await expect(there.getByRole('heading', { level: 1 })).toHaveText('Sign in');
});
