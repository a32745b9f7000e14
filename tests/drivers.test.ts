/** Neither engine's driver is loaded where the other is used. Needs `npm run build`. */

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder, spawnServer, until } from './built-server';
import { aPostgresUrl } from './desks';

test.each([
  ['SQLite', 'better-sqlite3', async () => `file:${join(aFolder(), 'ringback.db')}`],
  ['PostgreSQL', 'pg', aPostgresUrl],
])('a server on %s loads %s and no other', async (_, driver, url) => {
  const server = spawnServer({
    DATABASE_URL: await url(),
    WEBHOOK_TOKENS: 'a-token-for-the-tests',
    AUTH_SECRET: 'a secret of thirty-two characters',
    API_TOKEN: 'a-token-of-the-api-of-the-tests',
    NODE_OPTIONS: `--require ${join(process.cwd(), 'tests', 'loaded-drivers.cjs')}`,
  });
  const origin = (await until(server, /The desk: (\S+)/)).replace('localhost', '127.0.0.1');
  // Both the doors of the server and those of Next have asked the database.
  const headers = { authorization: 'Bearer a-token-of-the-api-of-the-tests' };
  for (const path of ['/api/cases', '/', '/sign-in']) {
    expect((await fetch(origin + path, { headers })).status).toBe(200);
  }
  server.child.kill('SIGTERM');
  await server.exited;
  expect(server.said.out).toContain(`Drivers: ${driver}.`);
});
