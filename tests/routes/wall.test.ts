/** The wallboard over HTTP: seen by whoever has the link, of its number only, without names or whole numbers. */

import { expect, test } from 'vitest';
import { aDid, minute, morning } from '../builders';
import { aDeskAtTheDoors, ask, askJson, change } from './http';

type Wall = {
  heading: string | null;
  counts: { open: number; overdue: number };
  rows: { caller: string; did: string; overdue: boolean }[];
};

const { desk, clock, missedCall } = await aDeskAtTheDoors({ API_TOKEN: 'a-token-of-the-api-of-the-tests' });
const did = aDid();
const sales = await missedCall({ to: did });
const support = await missedCall();
await desk.store.write((tx) =>
  tx.saveCallers([{ caller: sales.caller, name: 'Cleo', isSpam: false, savedAt: morning, by: 'Asha' }]),
);

const aWall = async (name: string, of: string | null) =>
  (await change('POST', '/api/tokens', { kind: 'wall', name, did: of })).body as {
    id: string;
    secret: string;
  };
const look = (secret: string, headers: Record<string, string> = {}) =>
  ask(`/api/wall/${secret}`, { as: null, headers });
const seen = async (secret: string) => (await (await look(secret)).json()) as Wall;

test('a wall shows the callers of its number, and says how many are overdue', async () => {
  const { secret } = await aWall('Sales', `+${did}`);
  expect(await seen(secret)).toMatchObject({ counts: { open: 1, overdue: 0 }, rows: [{ overdue: false }] });
  clock.now = morning + 31 * minute;
  expect(await seen(secret)).toMatchObject({ counts: { open: 1, overdue: 1 }, rows: [{ overdue: true }] });
  clock.now = morning;
});

test('a wall of all numbers shows all of them', async () => {
  const { secret } = await aWall('Everything', null);
  expect((await seen(secret)).rows).toHaveLength(2);
});

test('nobody is named on a wall, and no number is whole', async () => {
  const { secret } = await aWall('Door', null);
  const text = await (await look(secret)).text();
  expect(text).not.toContain('Cleo');
  const digits = text.replace(/[ -]/g, '');
  for (const { caller } of [sales, support]) expect(digits).not.toContain(caller.slice(-6));
  expect(text).toContain(caller(sales));
});

/** The end of a number, as it is shown. */
function caller({ caller }: { caller: string }): string {
  return `•${caller.slice(-2)}`;
}

test('what has not changed is not sent again', async () => {
  const { secret } = await aWall('Quiet', null);
  const etag = (await look(secret)).headers.get('etag')!;
  expect((await look(secret, { 'if-none-match': etag })).status).toBe(304);
  await missedCall();
  expect((await look(secret, { 'if-none-match': etag })).status).toBe(200);
});

test('a link that was revoked shows nothing, and a link opens nothing else', async () => {
  const { id, secret } = await aWall('Old', null);
  const headers = { authorization: `Bearer ${secret}` };
  expect((await askJson('/api/cases', { as: null, headers })).status).toBe(401);
  expect((await ask(`/api/webhook/cdr/${secret}`, { method: 'POST', body: '{}', as: null })).status).toBe(
    401,
  );
  expect((await look('a-token-of-the-api-of-the-tests')).status).toBe(401);
  await change('DELETE', `/api/tokens/${id}`);
  expect((await look(secret)).status).toBe(401);
});
