/** The daily work, for a host on which no server stays awake. */

import { expect, test } from 'vitest';
import { aDeskAtTheDoors, ask } from './http';

const secret = 'a secret of the cron';
const bearer = (word: string) => ({ headers: { authorization: `Bearer ${word}` } });

test('is done for the cron with its secret, and once a day', async () => {
  await aDeskAtTheDoors({ CRON_SECRET: secret });
  const none = { deliveries: 0, calls: 0, audit: 0 };
  expect(await (await ask('/api/daily', bearer(secret))).json()).toEqual({ removed: none });
  expect(await (await ask('/api/daily', bearer(secret))).json()).toEqual({ removed: null });
});

test('is refused to everybody else', async () => {
  await aDeskAtTheDoors({ CRON_SECRET: secret });
  for (const asked of [{}, bearer('another secret'), bearer('')]) {
    expect((await ask('/api/daily', asked)).status).toBe(401);
  }
});

test('is refused to everybody where no secret is set', async () => {
  await aDeskAtTheDoors();
  expect((await ask('/api/daily', bearer('undefined'))).status).toBe(401);
});
