/** The log: one JSON object a line, that tells what happened and of nobody. */

import { DrizzleQueryError } from 'drizzle-orm/errors';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { openLog } from '@/log';

const secrets = [
  '9884112233',
  '98841 12233',
  '044-4211-0011',
  'Meenakshi',
  'wants a refund',
  'a-token-of-the-desk',
];

/** Each tells of all of them in its own way. */
const troubles: [string, unknown][] = [
  [
    'a query that failed',
    new DrizzleQueryError(
      'insert into callers values ($1)',
      [...secrets, 'two\nlines'],
      new Error('it is full'),
    ),
  ],
  ['a body that was not understood', failureOf(() => JSON.parse(`Meenakshi wants a refund`))],
  [
    'a value of another kind',
    Object.assign(new Error('invalid input syntax for type bigint: "Meenakshi wants a refund"'), {
      code: '22P02',
    }),
  ],
  ['a number in a sentence', new Error('nobody at 9884112233, +91 98841 12233 or 044-4211-0011')],
  ['an address', new Error('GET /api/webhook/cdr/a-token-of-the-desk and ?token=a-token-of-the-desk&x=1')],
  ['what hangs on an error', Object.assign(new Error('no'), { detail: 'Meenakshi', input: secrets })],
  ['the cause of an error', new Error('no', { cause: new Error('from 9884112233') })],
  ['what is no error', 'Meenakshi wants a refund'],
];

function failureOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

function logged(
  open: (to: { write(line: string): void }) => Pick<ReturnType<typeof openLog>, 'error'>,
  err: unknown,
) {
  const lines: string[] = [];
  open({ write: (line) => void lines.push(line) }).error({ err }, 'A door failed.');
  return lines.join('');
}

const ours = (err: unknown) => logged((to) => openLog('info', to), err);
const plain = (err: unknown) => logged((to) => pino({}, to), err);
const told = (text: string) => secrets.filter((secret) => text.includes(secret));

test.each(troubles)('%s tells of nobody; control: without our rules it does', (_, trouble) => {
  expect(told(ours(trouble))).toEqual([]);
  expect(told(plain(trouble))).not.toEqual([]);
});

test('a line says when, how bad, what and where', () => {
  const text = ours(new TypeError('no\nsuch thing', { cause: new Error('for that') }));
  expect(text).toMatch(/^[^\n]+\n$/);
  expect(JSON.parse(text)).toEqual({
    level: 'error',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    msg: 'A door failed.',
    err: {
      type: 'TypeError',
      message: 'no\nsuch thing',
      stack: expect.stringMatching(/^ {4}at .*log\.test\.ts/),
      cause: { type: 'Error', message: 'for that', stack: expect.any(String) },
    },
  });
});

test('of a number its end is left, and dates and short numbers are whole', () => {
  const lines: string[] = [];
  const log = openLog('info', { write: (line) => void lines.push(line) });
  log.info({ ms: 123456, caller: 919884112233 }, 'On 2026-11-22 10:00 from +919884112233.');
  expect(JSON.parse(lines[0]!)).toMatchObject({
    ms: 123456,
    caller: '…33',
    msg: 'On 2026-11-22 10:00 from +…33.',
  });
});

test('what is below the level is not written', () => {
  const lines: string[] = [];
  const log = openLog('warn', { write: (line) => void lines.push(line) });
  log.info({}, 'no');
  log.warn({}, 'yes');
  expect(lines).toHaveLength(1);
});
