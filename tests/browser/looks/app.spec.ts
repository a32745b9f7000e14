/** What a whole browser alone knows: to keep the desk as an app, and to show what is pushed to it. */

import { randomBytes } from 'node:crypto';
import { expect } from 'playwright/test';
import { running } from '../built-desk';
import { test as plain } from '../desk';
import { wholeBrowser } from '../launch';
import { look } from '../on-screen';

const test = plain.extend({
  desk: [
    async ({ databases }, use) => running(use, { ALERTS_PRIVATE_ADDRESSES: 'allow' }, databases),
    { scope: 'worker' },
  ],
});

test.use({ launchOptions: wholeBrowser });

test('the desk can be kept as an app', async ({ desk, person }) => {
  await desk.cast.exist('Asha');
  const page = await person(null);
  await page.goto(`${desk.url}/sign-in`);
  const browser = await page.context().newCDPSession(page);
  // What the browser itself makes of the manifest, read under the policy of the page.
  const { url, errors } = await browser.send('Page.getAppManifest');
  expect([url, errors]).toEqual([`${desk.url}/manifest.webmanifest`, []]);
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
  // The browsers of the tests are private ones, which keep no apps; nothing else stands in the way.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
});

test('a browser becomes a channel, and shows what is pushed to it', async ({ desk, person }) => {
  const asha = await person('Asha', { permissions: ['notifications'] });
  // No push service can be reached from here; what one would give is given.
  const keys = {
    p256dh: `B${randomBytes(64).toString('base64url')}`.slice(0, 87),
    auth: randomBytes(16).toString('base64url'),
  };
  await asha.addInitScript(
    (given) => {
      PushManager.prototype.subscribe = async () => ({ toJSON: () => given }) as unknown as PushSubscription;
    },
    { endpoint: 'http://127.0.0.1:9/push', keys },
  );
  await look(asha, `${desk.url}/settings/alerts`);
  const form = asha.getByRole('form', { name: 'New channel' });
  await form.getByLabel('To').first().selectOption('This browser');
  await form.getByLabel('Name', { exact: true }).fill('Asha’s laptop');
  await form.getByRole('button', { name: 'Add' }).click();
  await expect(asha.getByRole('button', { name: 'Remove Asha’s laptop' })).toBeVisible();

  const wire = await asha.context().newCDPSession(asha);
  const registered = new Promise<string>((resolve) =>
    wire.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      if (registrations[0]) resolve(registrations[0].registrationId);
    }),
  );
  await wire.send('ServiceWorker.enable');
  const data = JSON.stringify({
    id: 'msg_1',
    title: 'Missed call on Sales',
    body: 'Rang at 10:00.',
    url: null,
  });
  for (let times = 0; times < 2; times += 1)
    await wire.send('ServiceWorker.deliverPushMessage', {
      origin: desk.url,
      registrationId: await registered,
      data,
    });
  const titles = () =>
    asha.evaluate(async () =>
      (await (await navigator.serviceWorker.ready).getNotifications()).map(({ title }) => title),
    );
  await expect.poll(titles).toEqual(['Missed call on Sales']);
});
