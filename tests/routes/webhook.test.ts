/** The webhook's answers (promises.md), and what is kept of what came in. */

import { describe, expect, test } from 'vitest';
import { openStore } from '@/db/store';
import { aCaller, aCdr, aDid, aLeg, aLegB } from '../builders';
import { holdWrites, tableOf, webhookToken } from '../desks';
import { timesFound } from '../stored-bytes';
import { aDeskAtTheDoors, ask, getBoard, getCase, postCdr } from './http';

const token = 'another-token-of-the-desk';
const { desk } = await aDeskAtTheDoors({ WEBHOOK_TOKENS: `${webhookToken},${token}` });

type Row = Record<string, unknown> & { body?: Buffer };
const last = async (table: 'deliveries' | 'quarantine') => (await tableOf(desk, table)).at(-1) as Row;
const kept = async () => (await tableOf(desk, 'deliveries')).length;
const read = async (answer: Response) => [answer.status, await answer.json()];
const full = (received: number, quarantined = received) => ({
  received,
  new: received - quarantined,
  quarantined,
});
const ours = () => aCdr({ to: aDid(), from: aCaller() });

describe('a record', () => {
  test('is answered with what became of it, and its bytes are kept', async () => {
    const record = ours();
    const body = `  ${JSON.stringify(record, null, 3)}\r\n`;
    expect(await read(await postCdr(body))).toEqual([200, { received: 1, new: 1, quarantined: 0 }]);
    expect(await read(await postCdr(body))).toEqual([200, { received: 1, new: 0, quarantined: 0 }]);
    expect((await last('deliveries')).body?.toString()).toBe(body);
    expect((await getCase(aLeg(record).callId)).body.missedCount).toBe(1);
  });

  test('with unknown fields, numbers as strings and a mark before its bytes is read like any other', async () => {
    const record = ours();
    const text = Object.fromEntries(Object.entries(record).map(([name, value]) => [name, String(value)]));
    const odd = JSON.stringify({ ...text, trunk: { nested: [1] }, constructor: 'x', toString: 7 });
    expect(await read(await postCdr(`\uFEFF${odd}`))).toEqual([200, full(1, 0)]);
    expect((await getCase(aLeg(record).callId)).body).toMatchObject({
      caller: { e164: `+${record.from}` },
      did: { e164: `+${record.to}` },
      calls: [{ ringMs: 5000, startedAt: '2026-11-22T04:30:00.000Z' }],
    });
  });

  test.each([
    ['form-encoded', (record: Record<string, string>) => new URLSearchParams(record).toString()],
    [
      'JSON in one field of a form',
      (record: object) => new URLSearchParams({ payload: JSON.stringify(record) }).toString(),
    ],
    ['JSON in JSON text', (record: object) => JSON.stringify(JSON.stringify(record))],
    ['in a list beside a count', (record: object) => JSON.stringify({ count: 1, cdr: [record], code: 200 })],
    [
      'with leading zeros',
      (record: object) => JSON.stringify(record).replace('"duration":0', '"duration":007'),
    ],
  ])('is read when it comes %s, whatever the content type says', async (_, written) => {
    const record = ours();
    const body = written(record as Record<string, string>);
    for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/plain', 'x/y']) {
      const answer = await postCdr(body, { headers: { 'content-type': type } });
      expect(answer.status, type).toBe(200);
    }
    expect((await getCase(aLeg(record).callId)).body.caller.e164).toBe(`+${record.from}`);
  });

  test('of a live event is understood and changes nothing on the desk', async () => {
    const { revision } = (await getBoard()).body;
    const event = { ...ours(), type: 'event', status: 'hangup' };
    expect(await read(await postCdr(JSON.stringify(event)))).toEqual([
      200,
      { received: 1, new: 0, quarantined: 0 },
    ]);
    expect((await getBoard()).body.revision).toBe(revision);
  });
});

describe('what is not understood is 202 and in quarantine with its reason:', () => {
  // How many records it counts as, and the place of the last one: -1 is a body that cannot be opened.
  test.each<[string, string | Uint8Array<ArrayBuffer>, number, number]>([
    ['not JSON', '{"status": "missed"', 1, -1],
    ['bytes of no text', Uint8Array.of(0, 255, 254, 7), 1, -1],
    ['JSON that is no record', '42', 1, -1],
    ['JSON null', 'null', 1, -1],
    ['a record of nothing', '{}', 1, 0],
    ['a record of something else', '{"hello":"world"}', 1, 0],
    ['an empty list', '[]', 1, -1],
    ['a list of no records', '[1, "x", null, []]', 4, 3],
    ['a field of the wrong kind', '{"type":"cdr","cmiuuid":{"a":1}}', 1, 0],
    ['a record without call and number', '{"type":"cdr","status":"missed"}', 1, 0],
    ['a number beyond all', '{"type":"cdr","from":1e400}', 1, 0],
    ['a prototype', '{"__proto__":{"type":"cdr","cmiuuid":"x"}}', 1, 0],
    ['a deep nest', '['.repeat(100_000), 1, -1],
    ['a deep nest in a record', `{"type":"event","x":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 1, 0],
  ])('%s', async (_, body, records, position) => {
    const answer = await postCdr(body);
    expect(await read(answer)).toEqual([202, full(records)]);
    const delivery = await last('deliveries');
    expect(delivery.body).toEqual(Buffer.from(body));
    expect(delivery.outcome).toBe('quarantined');
    expect(await last('quarantine')).toMatchObject({
      delivery_id: delivery.id,
      position,
      reason: expect.stringMatching(/^\S.{9,}\.$/),
    });
  });

  test('of a list with one bad record the others are kept, and only the bad one is set aside', async () => {
    const [one, other] = [ours(), ours()];
    const answer = await postCdr(JSON.stringify([one, { ...ours(), from: { number: 1 } }, other]));
    expect(await read(answer)).toEqual([200, { received: 3, new: 2, quarantined: 1 }]);
    const delivery = await last('deliveries');
    expect(delivery.outcome).toBe('partly');
    expect(await last('quarantine')).toMatchObject({
      delivery_id: delivery.id,
      position: 1,
      reason: expect.stringContaining('`from`'),
    });
    for (const record of [one, other]) expect((await getCase(aLeg(record).callId)).status).toBe(200);
  });

  test('a record that carries a deep nest of our own parameters is kept or set aside, and never a failure', async () => {
    const nest = '['.repeat(50_000) + ']'.repeat(50_000);
    const before = await kept();
    const answer = await postCdr(JSON.stringify(ours()).replace('"leg"', `"custom":${nest},"leg"`));
    expect([200, 202]).toContain(answer.status);
    expect(await kept()).toBe(before + 1);
  });

  test.each([
    ['spaces in a record', () => JSON.stringify(ours()).replace('{', `{${' '.repeat(100_000)}`)],
    ['spaces where a value should be', () => `{"a":${' '.repeat(100_000)}x}`],
    ['quotes', () => '"'.repeat(250_000)],
    ['backslashes', () => `"${'\\'.repeat(250_000)}`],
    ['zeros', () => `[${'0,'.repeat(125_000)}`],
    ['commas', () => `[${','.repeat(250_000)}0`],
  ])('a body of %s does not hold the desk up', async (_, body) => {
    const started = performance.now();
    expect([200, 202]).toContain((await postCdr(body())).status);
    // Honest reading takes some milliseconds; what grows with the square of the length takes many seconds.
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('refused, and nothing is kept:', () => {
  const long = 'x'.repeat(300 * 1024);
  const stream = (chunks: number) => {
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        if (sent > chunks) controller.close();
        else controller.enqueue(new Uint8Array(64 * 1024).fill(32));
      },
    });
    return { body, sent: () => sent };
  };

  test.each<[string, number, () => Promise<Response>]>([
    ['an empty body', 400, () => postCdr('')],
    ['no body', 400, () => postCdr(null)],
    ['nothing but space', 400, () => postCdr(' \r\n\t ')],
    ['300 KiB', 413, () => postCdr(long)],
    ['300 KiB by its length', 413, () => postCdr(long, { headers: { 'content-length': '307200' } })],
    ['300 KiB with a lying length', 413, () => postCdr(long, { headers: { 'content-length': '10' } })],
    ['300 KiB in parts', 413, () => postCdr(stream(5).body, { duplex: 'half' })],
    ['a wrong token', 401, () => postCdr('{}', {}, '/api/webhook/cdr/not-a-token-of-this-desk')],
    [
      'a wrong token in the header',
      401,
      () => postCdr('{}', { headers: { authorization: 'Bearer wrong' } }, '/api/webhook/cdr'),
    ],
    ['no token', 401, () => postCdr(JSON.stringify(ours()), {}, '/api/webhook/cdr')],
    ['an empty token', 401, () => postCdr('{}', {}, '/api/webhook/cdr?token=')],
    ['both tokens as one', 401, () => postCdr('{}', {}, `/api/webhook/cdr?token=${webhookToken},${token}`)],
    ['a look without a token', 401, () => ask('/api/webhook/cdr')],
    ['a record by GET without a token', 401, () => ask('/api/webhook/cdr?cmiuuid=1&type=cdr')],
  ])('%s is %i', async (_, status, send) => {
    const before = await kept();
    const answer = await send();
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ error: expect.stringMatching(/^\S.+\.$/) });
    expect(await kept()).toBe(before);
  });

  test('an endless body is read no further than the limit', async () => {
    const { body, sent } = stream(10_000);
    expect((await postCdr(body, { duplex: 'half' })).status).toBe(413);
    expect(sent()).toBeLessThan(10);
  });

  test('a body of just 256 KiB is taken', async () => {
    expect((await postCdr('x'.repeat(256 * 1024))).status).toBe(202);
    expect((await postCdr('x'.repeat(256 * 1024 + 1))).status).toBe(413);
  });
});

describe('the token', () => {
  test.each([
    ['in the path', `/api/webhook/cdr/${token}`, {}],
    ['as a bearer', '/api/webhook/cdr', { authorization: `Bearer ${token}` }],
    ['in the query', `/api/webhook/cdr?token=${token}`, {}],
    ['of before, which holds as well', `/api/webhook/cdr/${webhookToken}`, {}],
  ])('%s opens the door, and is nowhere in what is stored', async (_, path, headers) => {
    expect((await postCdr(JSON.stringify(ours()), { headers }, path)).status).toBe(200);
    const query = `${path.includes('?') ? '&' : '?'}${new URLSearchParams({ ...(ours() as Record<string, string>) })}`;
    expect(await read(await ask(path + query, { headers }))).toEqual([200, full(1, 0)]);
    expect([timesFound(desk, token), timesFound(desk, webhookToken)]).toEqual([0, 0]);
    // Control: what is stored is found.
    expect(timesFound(desk, 'answered')).toBeGreaterThan(0);
  });
});

describe('a GET', () => {
  const door = `/api/webhook/cdr/${webhookToken}`;

  test.each(['GET', 'HEAD'])('or %s that only looks is 200 and keeps nothing', async (method) => {
    const before = await kept();
    for (const path of [door, `/api/webhook/cdr?token=${token}`, `${door}?ping=1`]) {
      expect((await ask(path, { method })).status).toBe(200);
    }
    expect(await kept()).toBe(before);
  });

  test.each(['cmiuuid', 'cmiuid'])('whose query holds %s is a record', async (name) => {
    const { cmiuuid, conversation_uuid, ...record } = ours();
    const query = new URLSearchParams({ ...(record as Record<string, string>), [name]: `${cmiuuid}` });
    expect(await read(await ask(`${door}?${query}`))).toEqual([200, { received: 1, new: 1, quarantined: 0 }]);
    expect((await last('deliveries')).body?.toString()).toBe(query.toString());
    expect(await last('deliveries')).toMatchObject({ method: 'GET' });
    const { cases } = (await getBoard(`?q=${record.from}`)).body;
    expect(cases).toHaveLength(1);
  });
});

test('while another process holds the database the answer is 503 with Retry-After, and nothing is lost', async () => {
  const record = ours();
  const [legA, legB] = [record, aLegB(record)].map((leg) => JSON.stringify(leg));
  await postCdr(legA);
  const letGo = await holdWrites(desk);
  const answer = await postCdr(legB);
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await answer.json()).toEqual({ error: expect.stringMatching(/^\S.+\.$/) });
  expect((await ask('/api/health', { as: null })).status).toBe(503);
  await letGo();
  expect(await read(await postCdr(legB))).toEqual([200, { received: 1, new: 1, quarantined: 0 }]);
  const again = await openStore(desk.env.DATABASE_URL);
  expect(await again.read.loadLegs([aLeg(record).callId])).toHaveLength(2);
  await again.close();
});
