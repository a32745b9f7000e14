/** Tokens over HTTP: made by admins, shown once, two valid while one replaces the other, gone as soon as they are revoked. */

import { describe, expect, test } from 'vitest';
import { openDesk } from '@/desk/the-desk';
import { openTokens } from '@/desk/valid-tokens';
import { aCaller, aCdr, aDid, minute, morning } from '../builders';
import { engines, tableOf, webhookToken } from '../desks';
import { aDeskAtTheDoors, ask, askJson, change, postCdr } from './http';

type Listed = {
  id: string | null;
  kind: string;
  name: string;
  fingerprint: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
};

const anything = () => JSON.stringify(aCdr({ to: aDid(), from: aCaller() }));
const made = async (kind: string, name: string) =>
  (await change('POST', '/api/tokens', { kind, name })).body as { id: string; secret: string };
const list = async () => (await askJson<{ tokens: Listed[] }>('/api/tokens')).body.tokens;
const postBy = (secret: string) => postCdr(anything(), {}, `/api/webhook/cdr/${secret}`);
const boardBy = (secret: string) =>
  ask('/api/cases', { as: null, headers: { authorization: `Bearer ${secret}` } });

describe.each(engines)('on %s', async (engine) => {
  const { desk, clock } = await aDeskAtTheDoors({ API_TOKEN: 'the-token-of-the-environment' }, engine);
  const hereAgain = () => {
    (globalThis as { ringbackDesk?: unknown }).ringbackDesk = Promise.resolve(desk);
  };

  test('only admins see, make or revoke them', async () => {
    hereAgain();
    const token = { kind: 'webhook', name: 'Nobody’s' };
    for (const [as, status] of [
      [null, 401],
      ['Ravi', 403],
      ['Cleo', 403],
    ] as const) {
      expect((await askJson('/api/tokens', { as })).status).toBe(status);
      expect((await change('POST', '/api/tokens', token, { as })).status).toBe(status);
      expect((await change('DELETE', '/api/tokens/any', undefined, { as })).status).toBe(status);
    }
    const foreign = { headers: { origin: 'https://elsewhere.example' } };
    expect((await change('POST', '/api/tokens', token, foreign)).status).toBe(403);
    expect((await list()).some(({ name }) => name === token.name)).toBe(false);
  });

  test('a token is told once and kept as a digest; a wrong wish is refused with its field', async () => {
    hereAgain();
    const { secret } = await made('webhook', 'Chennai');
    expect(secret).toMatch(/^[\w-]{32}$/);
    expect(
      JSON.stringify([await list(), await tableOf(desk, 'tokens'), await tableOf(desk, 'audit')]),
    ).not.toContain(secret);
    expect(await change('POST', '/api/tokens', { kind: 'webhook', name: ' chennai ' })).toMatchObject({
      status: 409,
      body: { field: 'name' },
    });
    expect((await change('POST', '/api/tokens', { kind: 'api', name: 'Chennai' })).status).toBe(201);
    for (const [wrong, field] of [
      [{ kind: 'other', name: 'x' }, 'kind'],
      [{ kind: 'api', name: '  ' }, 'name'],
      [{ kind: 'api', name: 'x'.repeat(61) }, 'name'],
    ] as const)
      expect(await change('POST', '/api/tokens', wrong)).toMatchObject({ status: 400, body: { field } });
  });

  test('two are valid at once beside that of the environment; a revoked one stops at once', async () => {
    hereAgain();
    const [old, young] = [await made('webhook', 'Old'), await made('webhook', 'Young')];
    for (const secret of [old.secret, young.secret, webhookToken])
      expect((await postBy(secret)).status).toBe(200);
    expect((await change('DELETE', `/api/tokens/${old.id}`)).status).toBe(200);
    expect((await postBy(old.secret)).status).toBe(401);
    expect((await postBy(young.secret)).status).toBe(200);
    expect((await change('DELETE', `/api/tokens/${old.id}`)).status).toBe(409);
    expect((await change('DELETE', '/api/tokens/nobody')).status).toBe(404);
    const said = (await tableOf(desk, 'audit')).map(({ what, about }) => `${what} ${about}`);
    expect(said).toContain('revoked a token {"kind":"webhook","name":"Old"}');
  });

  test('each delivery leads to its token', async () => {
    hereAgain();
    const { id, secret } = await made('webhook', 'Of that delivery');
    await postBy(secret);
    const last = (await tableOf(desk, 'deliveries')).sort((a, b) => Number(a.id) - Number(b.id)).at(-1);
    expect((await list()).find(({ fingerprint }) => fingerprint === last?.token)?.id).toBe(id);
  });

  test('a program with an API token works as an agent of its name; neither kind passes for the other', async () => {
    hereAgain();
    const { id, secret } = await made('api', 'Sheet');
    expect((await boardBy(secret)).status).toBe(200);
    expect((await boardBy('the-token-of-the-environment')).status).toBe(200);
    expect((await postBy(secret)).status).toBe(401);
    expect((await boardBy((await made('webhook', 'Posts')).secret)).status).toBe(401);
    const headers = { authorization: `Bearer ${secret}` };
    expect(
      (await change('POST', '/api/tokens', { kind: 'api', name: 'More' }, { as: null, headers })).status,
    ).toBe(403);
    const { body } = await askJson<{ cases: { id: string }[] }>('/api/cases', { as: null, headers });
    const path = `/api/cases/${body.cases[0]!.id}/decisions`;
    await change('POST', path, { kind: 'note', note: 'Seen.' }, { as: null, headers });
    expect((await tableOf(desk, 'decisions')).map(({ by }) => by)).toContain('API (Sheet)');
    await change('DELETE', `/api/tokens/${id}`);
    expect((await boardBy(secret)).status).toBe(401);
  });

  test('the last use is written once a minute at most', async () => {
    hereAgain();
    const { id, secret } = await made('webhook', 'Used');
    const usedAt = async () => {
      // The write of the use was put in its turn before this one.
      await desk.store.write(async () => undefined);
      return (await list()).find((it) => it.id === id)?.lastUsedAt;
    };
    expect(await usedAt()).toBeNull();
    clock.now = morning;
    await postBy(secret);
    await expect.poll(usedAt).toBe(new Date(morning).toISOString());
    clock.now = morning + minute - 1;
    await postBy(secret);
    expect(await usedAt()).toBe(new Date(morning).toISOString());
    clock.now = morning + minute;
    await postBy(secret);
    await expect.poll(usedAt).toBe(new Date(morning + minute).toISOString());
  });

  test('on another server a revoked token stops within seconds, and a new one is known', async () => {
    hereAgain();
    const other = await openDesk(desk.env);
    const { id, secret } = await made('webhook', 'Everywhere');
    const isKnownThere = async () => (await other.tokens.find('webhook', secret, clock.now)) !== null;
    await expect.poll(isKnownThere, { timeout: 4000 }).toBe(true);
    await change('DELETE', `/api/tokens/${id}`);
    await expect.poll(isKnownThere, { timeout: 4000 }).toBe(false);
    await other.close();
  });

  test('a post costs no query for its token', async () => {
    hereAgain();
    const { secret } = await made('webhook', 'Fast');
    let queries = 0;
    const counting = {
      ...desk.store.read,
      loadTokens() {
        queries += 1;
        return desk.store.read.loadTokens();
      },
    };
    const tokens = openTokens({ ...desk.store, read: counting });
    for (let post = 0; post < 1000; post += 1)
      expect((await tokens.find('webhook', secret, clock.now))?.name).toBe('Fast');
    expect(queries).toBe(1);
  });
});
