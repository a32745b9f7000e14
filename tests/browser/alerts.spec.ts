/** The alerts page: a channel is made and tried, a missed call goes out. */

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';
import { aDid } from '../builders';
import { type Desk, running } from './built-desk';
import { aMissedCall, shown } from './calls';
import { test as plain } from './desk';
import { look, toastOf } from './on-screen';

type Hook = { url: string; posts: { id: string; body: string }[] };

const test = plain.extend<{ alertingDesk: Desk; hook: Hook }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern
  alertingDesk: async ({}, use) => running(use, { ALERTS_PRIVATE_ADDRESSES: 'allow' }),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  hook: async ({}, use) => {
    const posts: Hook['posts'] = [];
    const server = createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      posts.push({ id: String(request.headers['webhook-id']), body });
      response.writeHead(posts.length === 1 ? 410 : 204).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    await use({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, posts });
    server.close();
  },
});

const last = (page: Page) => page.getByRole('region', { name: 'Last alerts' });

test('a channel is made, tried, and told of a missed call, in quiet hours too once these are taken away', async ({
  alertingDesk,
  hook,
  person,
}) => {
  const asha = await person('Asha');
  await look(asha, `${alertingDesk.url}/settings`);
  await asha.getByRole('link', { name: 'Alerts' }).click();
  const form = asha.getByRole('form', { name: 'New channel' });
  await form.getByLabel('Name', { exact: true }).fill('Ops');
  await form.getByLabel('URL of the webhook').fill(hook.url);
  await form.getByLabel('A missed call').check();
  await form.getByLabel('from', { exact: true }).fill('00:00');
  await form.getByLabel('to', { exact: true }).fill('23:59');
  await form.getByRole('button', { name: 'Add' }).click();
  await expect(asha.getByLabel('Copy the signing secret now')).toHaveValue(/^whsec_/);
  await asha.getByRole('button', { name: 'Send a test to Ops' }).click();
  await expect(last(asha)).toContainText('Failed, 1 try');
  await expect(last(asha)).toContainText('HTTP 410');
  await last(asha).getByRole('button', { name: 'Send again' }).click();
  await expect(last(asha)).toContainText('Sent, 1 try');
  expect(hook.posts.map(({ id }) => id)).toEqual(Array(2).fill(hook.posts[0]!.id));

  await asha.getByRole('button', { name: 'Change Ops' }).click();
  const change = asha.getByRole('form', { name: 'Ops' });
  await change.getByLabel('from', { exact: true }).fill('');
  await change.getByLabel('to', { exact: true }).fill('');
  expect((await new AxeBuilder({ page: asha }).analyze()).violations).toEqual([]);
  await change.getByRole('button', { name: 'Save' }).click();
  await expect(change).toBeHidden();
  const did = aDid();
  await alertingDesk.post(aMissedCall(did));
  await expect(last(asha).getByRole('link', { name: 'A missed call' })).toBeVisible();
  await expect.poll(() => hook.posts.length).toBe(3);
  expect(JSON.parse(hook.posts[2]!.body).data.case.did.display).toBe(shown(did));
  await asha.getByRole('button', { name: 'Remove Ops' }).click();
  await expect(asha.getByText('nobody is told of anything')).toBeVisible();
});

test('somebody chooses a digest, and sees what it would say', async ({ alertingDesk, person }) => {
  const cleo = await person('Cleo');
  await look(cleo, `${alertingDesk.url}/account`);
  const digest = cleo.getByRole('region', { name: 'Digest' });
  await digest.getByLabel('How often').selectOption('On Mondays');
  await expect(digest.getByText(/^Missed calls from \w+, .* to \w+, /)).toBeVisible();
  await digest.getByLabel('Language').selectOption('हिन्दी');
  await expect(digest.getByText('छूटी: 0 में से 0 कॉल')).toBeVisible();
  expect(
    (await new AxeBuilder({ page: cleo }).include('[aria-labelledby="digest"]').analyze()).violations,
  ).toEqual([]);
  await digest.getByRole('button', { name: 'Save' }).click();
  await expect(toastOf(cleo, 'Saved.')).toBeVisible();
  await look(cleo, `${alertingDesk.url}/account`);
  await expect(digest.getByLabel('How often')).toHaveValue('week');
});
