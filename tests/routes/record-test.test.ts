/** The record tester over HTTP: how a pasted record would be read and judged; nothing of it is kept. */

import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Trial } from '@/desk/try-record';
import { didDefaults } from '@/domain/settings';
import { aCaller, aCdr, aDid, aLegB, aSample, type CdrJson, minute, morning } from '../builders';
import { tableOf } from '../desks';
import { aDeskAtTheDoors, change, getBoard } from './http';

const { desk, clock, missedCall } = await aDeskAtTheDoors();
clock.now = morning + minute;
await missedCall();

const paste = (text: unknown, headers: Record<string, string> = {}) =>
  change(
    'POST',
    '/api/record-test',
    { text: typeof text === 'object' ? JSON.stringify(text) : text },
    { headers },
  );
const tried = async (text: unknown) => {
  const { status, body } = await paste(text);
  expect(status).toBe(200);
  return body as Trial;
};
const refused = async (text: unknown) => {
  const { status, body } = await paste(text);
  expect([status, body.field]).toEqual([400, 'text']);
  return body.error;
};
/** A record as the documentation prints it: names without quotes, texts in single ones, a comma at the end. */
const asPrinted = (record: CdrJson) =>
  `{\n${Object.entries(record)
    .map(([name, value]) => `  ${name}: ${typeof value === 'string' ? `'${value}'` : value},`)
    .join('\n')}\n}`;

const tables = ['deliveries', 'quarantine', 'legs', 'calls', 'cases', 'dids', 'decisions'] as const;
const everything = async () => ({
  revision: await desk.store.read.revision(),
  rows: await Promise.all(tables.map((table) => tableOf(desk, table))),
});
let before: Awaited<ReturnType<typeof everything>>;
beforeEach(async () => {
  before = await everything();
});
afterEach(async () => {
  expect(await everything()).toEqual(before);
});

describe('a record', () => {
  test('is told in our words, with the verdict, its rule, and that its caller would wait', async () => {
    const record = aCdr({ to: 914442110011, from: 919884112233 });
    expect(await tried(record)).toEqual({
      records: [
        {
          is: 'leg',
          leg: expect.objectContaining({
            side: 'a',
            direction: 'inbound',
            status: 'missed',
            from: '919884112233',
            to: '914442110011',
            startedAt: morning,
            endedAt: morning + 5000,
          }),
        },
      ],
      calls: [
        {
          conversation: record.conversation_uuid,
          direction: 'inbound',
          caller: '+91 98841 12233',
          did: '+91 44 4211 0011',
          startedAt: '2026-11-22T04:30:00.000Z',
          ringMs: 5000,
          verdict: 'missed',
          rule: 9,
          mark: null,
          isShort: false,
          isOutOfHours: false,
          decidesAt: null,
          waits: true,
        },
      ],
    });
  });

  test('may be written as the documentation prints it', async () => {
    const record = aCdr({ extra_params: null });
    expect(await tried(asPrinted(record))).toEqual(await tried(record));
  });

  test.each([
    ['parameters in single quotes', `extra_params: { 'Name': 'Akil' }`, { params: '{"Name":"Akil"}' }],
    ['numbers with a leading zero', 'virtual_number: 04471000000', { virtualNumber: '04471000000' }],
    ['a remark behind a value', `user: '204_2222223', // our member of staff\n`, { user: '204_2222223' }],
    ['a text over two quotes', `user: "Asha's"`, { user: "Asha's" }],
  ])('of the documentation with %s', async (_, property, leg) => {
    const text = `{ type: 'cdr', leg: 'a', direction: 'inbound', status: 'missed', from: 919884112233, ${property} }`;
    expect(await tried(text)).toMatchObject({
      records: [{ is: 'leg', leg: { from: '919884112233', ...leg } }],
      calls: [{ verdict: 'missed', caller: '+91 98841 12233' }],
    });
  });

  test('with leading zeros that JSON does not have is read as the webhook reads it', async () => {
    const text = JSON.stringify(aCdr()).replace('"from":', '"from":0');
    expect((await tried(text)).calls).toMatchObject([{ caller: '+91 98841 12233' }]);
  });

  test('by a form, as some settings send it', async () => {
    const form = new URLSearchParams(aCdr() as Record<string, string>).toString();
    expect((await tried(form)).calls).toMatchObject([{ verdict: 'missed', waits: true }]);
  });

  test('that settles nothing yet says until when', async () => {
    expect((await tried(aLegB(aCdr()))).calls).toMatchObject([
      { rule: 11, mark: 'incomplete', decidesAt: '2026-11-22T04:34:00.000Z' },
    ]);
  });

  test('without a caller says so', async () => {
    expect((await tried(aCdr({ from: 'anonymous' }))).calls).toMatchObject([{ caller: 'hidden' }]);
  });
});

test('several records are told in their order, and the legs of one call are one', async () => {
  const legA = aCdr();
  const event = { ...aCdr(), type: 'event', status: 'hangup' };
  const trial = await tried([
    legA,
    event,
    { hello: 'world' },
    aLegB(legA, { status: 'answered', duration: 9 }),
  ]);
  expect(trial.records.map(({ is }) => is)).toEqual(['leg', 'event', 'unread', 'leg']);
  expect(trial.records[2]).toEqual({
    is: 'unread',
    reason: 'Neither a call detail record nor a live event.',
  });
  expect(trial.calls).toMatchObject([{ verdict: 'answered', rule: 8, waits: false }]);
  expect(await tried({ count: 1, cdr: [legA], code: 200 })).toMatchObject({ calls: [{ waits: true }] });
});

describe('every sample is read', () => {
  const names = readdirSync(new URL('../samples', import.meta.url)).map((file) => file.replace('.json', ''));
  const isPlain = (name: string) =>
    Object.values(aSample(name)).every((value) => !/[[{'\\]/.test(`${value}`));

  test.each(names)('as JSON: %s', async (name) => {
    expect((await tried(aSample(name))).records.length).toBeGreaterThan(0);
  });

  test.each(names.filter(isPlain))('the same as the documentation prints it: %s', async (name) => {
    expect(await tried(asPrinted(aSample(name)))).toEqual(await tried(aSample(name)));
  });
});

describe('what is no record is told in a sentence:', () => {
  test.each([
    ['a greeting', 'Good morning'],
    ['half a record', '{ "type": "cdr", '],
    ['typographic quotes', '{“type”: “cdr”}'],
    ['a deep nest', '['.repeat(100_000)],
    ['a deep nest of names', '{a:'.repeat(50_000)],
    ['a program', '(() => { throw 1 })()'],
    ['a number', '42'],
    ['an empty list', '[]'],
  ])('%s', async (_, text) => {
    expect(await refused(text)).toMatch(/^[A-Z][^{}]{20,120}\.$/);
  });

  test.each([[''], ['  \n'], [7], [null], [undefined], [['x']]])('no text: %j', async (text) => {
    const { status, body } = await change('POST', '/api/record-test', { text });
    expect([status, body.field]).toEqual([400, 'text']);
    expect(body.error).toMatch(/^`text` (must|is) .+\.$/);
  });

  test('more than anybody pastes', async () => {
    const { status, body } = await paste(`{"type":"cdr","x":"${'x'.repeat(256 * 1024)}"}`);
    expect([status, body.error]).toEqual([413, 'The body has at most 256 KiB.']);
  });

  test('a record of nothing', async () => {
    expect(await tried({ type: 'cdr', __proto__: null })).toMatchObject({
      records: [{ is: 'unread', reason: 'The record names no call and no number.' }],
      calls: [],
    });
  });
});

test('no other site tries one', async () => {
  expect((await paste(aCdr(), { origin: 'https://evil.example' })).status).toBe(403);
});

describe('the settings of the desk hold for what is tried', () => {
  const did = aDid();

  test('such as those of its menu', async () => {
    const record = aCdr({ to: did, from: aCaller(), status: 'answered' });
    expect((await tried(record)).calls).toMatchObject([{ verdict: 'answered' }]);
    const settings = { ...didDefaults, menu: 'missed' };
    const from = new Date(morning).toISOString();
    await change('POST', '/api/settings', { scope: 'did', did: `+${did}`, from, settings });
    before = await everything();
    expect((await tried(record)).calls).toMatchObject([{ verdict: 'missed', rule: 10, waits: true }]);
    expect((await getBoard(`?q=${record.from}`)).body.cases).toEqual([]);
  });
});
