/** Getting in: the first admin once, by password, by a second factor, by invitation; and out again. */

import { expect, type Page } from 'playwright/test';
import { type Desk, running } from './built-desk';
import { waiting } from './calls';
import { emailOf, password } from './cast';
import { test } from './desk';
import { lineWord, look, rowOf, toastOf } from './on-screen';

/** What the browser itself writes of an answer that is a no. */
test.use({ expectedTrouble: /status of (400|401|403|404|409|429)/ });

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const alert = (page: Page) => page.getByRole('main').getByRole('alert').filter({ hasText: /\w/ });

async function makeAccount(page: Page, name: string, word = password): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(emailOf(name));
  await page.getByLabel('Password').fill(word);
  await page.getByRole('button', { name: 'Make the account' }).click();
}

async function signIn(page: Page, name: string, word = password): Promise<void> {
  await page.getByLabel('E-mail').fill(emailOf(name));
  await page.getByLabel('Password').fill(word);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('a fresh desk makes its first admin, and never again; who guesses at its door is told to wait', async ({
  ownDesk,
  person,
}) => {
  const asha = await person(null);
  await asha.goto(`${ownDesk.url}/settings`);
  await expect(heading(asha)).toHaveText('Make the first account');
  await makeAccount(asha, 'Asha');
  await expect(lineWord(asha)).toHaveText('Live');
  await expect(asha.getByRole('complementary')).toContainText('Asha');

  const mallory = await person(null);
  await mallory.goto(`${ownDesk.url}/welcome`);
  await expect(heading(mallory)).toHaveText('Sign in');
  // The waits grow, so that however slow the tries are, one of them comes too early.
  let status = 0;
  for (let tries = 0; tries < 12 && status !== 429; tries += 1) {
    const answer = mallory.waitForResponse(/sign-in\/email/);
    await signIn(mallory, 'Asha', `not that secret ${tries}`);
    status = (await answer).status();
  }
  expect(status).toBe(429);
  await expect(alert(mallory)).toHaveText(/^Too many tries\. Try again in .+\.$/);
});

test('of two who make the first account at once, one begins with the records that came, the other is told', async ({
  ownDesk,
  person,
}) => {
  const { calls } = await waiting(ownDesk, 5);
  const [asha, cleo] = [await person(null), await person(null)];
  for (const page of [asha, cleo]) await page.goto(ownDesk.url);
  await makeAccount(asha, 'Asha');
  await expect(lineWord(asha)).toHaveText('Live');
  await expect(rowOf(asha, calls[0])).toBeVisible();
  await makeAccount(cleo, 'Cleo');
  await expect(alert(cleo)).toHaveText(
    'This desk has its people already. Ask one of them for an invitation.',
  );
});

test('the right password leads back to the page that was asked for', async ({ desk, person }) => {
  await desk.cast.exist('Asha');
  const asha = await person(null);
  await asha.goto(`${desk.url}/settings`);
  await expect(heading(asha)).toHaveText('Sign in');
  await signIn(asha, 'Asha');
  await expect(heading(asha)).toHaveText('Settings');
  expect(new URL(asha.url()).pathname).toBe('/settings');
});

test('a wrong password and an unknown address get one sentence', async ({ desk, person }) => {
  await desk.cast.exist('Asha');
  const mallory = await person(null);
  await mallory.goto(desk.url);
  for (const name of ['Asha', 'Nobody']) {
    await signIn(mallory, name, 'not that one at all');
    await expect(alert(mallory)).toHaveText('The e-mail or the password is wrong.');
    await mallory.reload();
  }
  await expect(heading(mallory)).toHaveText('Sign in');
});

test.describe('with no line to the desk', () => {
  test.use({ expectedTrouble: /net::ERR_/ });

  test('a sentence says so, and what was typed stays', async ({ desk, person }) => {
    await desk.cast.exist('Asha');
    const asha = await person(null);
    await asha.goto(desk.url);
    await expect(asha.getByRole('button', { name: 'Sign in', exact: true })).toBeEnabled();
    await asha.context().setOffline(true);
    await signIn(asha, 'Asha');
    await expect(alert(asha)).toHaveText('The desk did not answer. Nothing is lost here: try again.');
    await asha.context().setOffline(false);
    await asha.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(lineWord(asha)).toHaveText('Live');
  });
});

test('signing in leads to no other site', async ({ desk, person }) => {
  await desk.cast.exist('Asha');
  const asha = await person(null);
  for (const to of [
    'https://other.example/',
    '//other.example/',
    '/\\other.example/',
    '/.//other.example/',
    '/\t/other.example/',
    'javascript:window.__pwned=true',
  ]) {
    await test.step(JSON.stringify(to), async () => {
      await asha.context().clearCookies();
      await asha.goto(`${desk.url}/sign-in?${new URLSearchParams({ to })}`);
      await signIn(asha, 'Asha');
      await expect(lineWord(asha)).toHaveText('Live');
      expect(asha.url()).toBe(`${desk.url}/`);
    });
  }
});

test('an invitation makes one account, and says so when it is used', async ({ desk, person }) => {
  const asha = await person('Asha');
  await look(asha, `${desk.url}/people`);
  await asha.getByLabel('Role').selectOption('Agent');
  await asha.getByRole('button', { name: 'Make a link' }).click();
  const link = await asha.getByLabel('The link').inputValue();
  await asha.getByRole('button', { name: 'Done' }).click();
  await expect(asha.getByText(link)).toHaveCount(0);

  const guest = await person(null);
  await guest.goto(link);
  await expect(guest.getByText('Asha invites you to this desk.')).toBeVisible();
  await makeAccount(guest, 'Lakshmi');
  await expect(lineWord(guest)).toHaveText('Live');
  await expect(guest.getByRole('complementary')).toContainText('Lakshmi');

  const mallory = await person(null);
  await mallory.goto(link);
  await expect(heading(mallory)).toHaveText('This invitation is used or too old');
  await look(asha, `${desk.url}/people`);
  await expect(asha.getByRole('listitem').filter({ hasText: emailOf('Lakshmi') })).toContainText('Agent');
});

test('a name that somebody has already is refused beside its field', async ({ desk, person }) => {
  const { secret } = await desk.cast.invited('agent');
  const guest = await person(null);
  await guest.goto(`${desk.url}/invitation/${secret}`);
  await makeAccount(guest, 'Asha');
  await expect(guest.getByLabel('Your name')).toHaveAccessibleDescription(
    /Somebody here has that name already\./,
  );
});

test('whoever is disabled while they look is told, and the rows stay', async ({ desk, person }) => {
  const { did, calls } = await waiting(desk, 5);
  const [asha, kiran] = [await person('Asha'), await person('Kiran')];
  await kiran.clock.install();
  await look(kiran, desk.board(did));
  await look(asha, `${desk.url}/people`);
  await asha.getByRole('button', { name: 'Disable Kiran' }).click();
  await expect(toastOf(asha, 'Saved: Kiran')).toBeVisible();
  // Within a minute, also where nothing changes on the desk (issue: accounts).
  await kiran.clock.fastForward(60_000);
  await expect(lineWord(kiran)).toHaveText('Signed out');
  await expect(alert(kiran)).toContainText('You are signed out.');
  await expect(rowOf(kiran, calls[0])).toBeVisible();

  await alert(kiran).getByRole('link', { name: 'Sign in again' }).click();
  await signIn(kiran, 'Kiran');
  await expect(alert(kiran)).toHaveText('The e-mail or the password is wrong.');
  await asha.getByRole('button', { name: 'Enable Kiran' }).click();
  await expect(toastOf(asha, 'Saved: Kiran').last()).toBeVisible();
  await signIn(kiran, 'Kiran');
  await expect(rowOf(kiran, calls[0])).toBeVisible();
});

test('who signs out is out: the page before does not come back', async ({ desk, person }) => {
  const { did, calls } = await waiting(desk, 5);
  const devi = await person('Devi');
  await look(devi, desk.board(did));
  await devi.getByRole('complementary').getByRole('button', { name: 'Sign out' }).click();
  await expect(heading(devi)).toHaveText('Sign in');
  await devi.goto(desk.board(did));
  await expect(heading(devi)).toHaveText('Sign in');
  await expect(rowOf(devi, calls[0])).toHaveCount(0);
});

test('with an identity provider the door offers it by its name', async ({ databases, person }) => {
  const given = {
    OIDC_ISSUER: 'http://127.0.0.1:9',
    OIDC_CLIENT_ID: 'ringback',
    OIDC_CLIENT_SECRET: 'secret',
    OIDC_NAME: 'Google',
  };
  const atItsDoor = async (desk: Desk) => {
    await desk.cast.exist('Asha');
    const asha = await person(null);
    await asha.goto(desk.url);
    await expect(asha.getByRole('button', { name: 'Continue with Google' })).toBeVisible();
    // Nobody is there when the desk goes.
    await asha.context().close();
  };
  await running(atItsDoor, given, databases);
});
