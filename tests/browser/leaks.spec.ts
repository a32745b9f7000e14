/** Marked numbers and secrets stand in no bundle and on no error page; each desk's log is read when it stops. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { token } from './built-desk';
import { shown, waiting } from './calls';
import { test } from './desk';
import { leaksIn, notJson, withoutGreeting } from './leaks';

test.use({ expectedTrouble: /status of (400|401|403|404|405|500)/ });

test('control: a number or a secret in a log is found, the greeting is not', () => {
  const log = `Webhook URL for PIOPIY: http://x/${token}\ncould not read 98841 12233\nwrong token ${token}`;
  expect(leaksIn(withoutGreeting(log), [token])).toEqual(['98841 12233', token]);
});

test('control: a line of the log that is no JSON object is found', () => {
  expect(notJson('{"level":"info"}\n\nError: no\n7\n')).toEqual(['Error: no', '7']);
});

test('no file that browsers load holds a number, or what belongs to the server', () => {
  const files = readdirSync('.next/static', { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter((file) => /\.(js|css|json|txt|html)$/.test(file))
    .map((file) => readFileSync(join('.next/static', file), 'utf8'));
  expect(texts.length).toBeGreaterThan(5);
  const ofServer = [
    'auth-secret',
    'WEBHOOK_TOKENS',
    'API_TOKEN',
    'OIDC_CLIENT_SECRET',
    'argon2',
    'better-sqlite3',
    'prom-client',
    'ringbackLog',
  ];
  expect(texts.flatMap((text) => leaksIn(text, ofServer))).toEqual([]);
});

test('no error page and no refusal tells of a caller, or of what opens the desk', async ({
  desk,
  person,
}) => {
  const { did, calls } = await waiting(desk, 5);
  const [call] = calls;
  const secrets = [token, ...desk.cast.secrets(), shown(call.from)];
  const nobody = await person(null);
  const asha = await person('Asha');
  for (const page of [nobody, asha]) {
    for (const path of [
      `/cases/${call.from}`,
      '/cases/%E0%A4%A',
      '/nowhere',
      `/api/cases/${call.cmiuuid}`,
      '/api/nowhere',
      '/api/cases?limit=0',
      '/api/cases?cursor=x',
      `/api/webhook/cdr/${did}`,
      '/_next/static/nowhere.js',
    ]) {
      const answer = await page.request.get(`${desk.url}${path}`, { maxRedirects: 0 });
      expect(answer.status(), path).toBeGreaterThanOrEqual(300);
      // What somebody typed into an address may come back to them.
      const text = (await answer.text()).replaceAll(String(call.from), '');
      expect(leaksIn(text, secrets), path).toEqual([]);
    }
  }
});
