import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostRecords, openBody, openQuery } from '@/domain/reading';
import { aCdr } from '../builders';

const cdr = aCdr({ conversation_uuid: 'one' });
const another = aCdr({ conversation_uuid: 'two' });
const json = JSON.stringify(cdr);

function recordsIn(text: string): unknown[] {
  const opened = openBody(text);
  if ('reason' in opened) throw new Error(opened.reason);
  return opened.records;
}

describe('a JSON body', () => {
  test('is one record', () => {
    expect(recordsIn(json)).toEqual([cdr]);
    expect(recordsIn(`\r\n ${json} \n`)).toEqual([cdr]);
  });

  test('is a list, in which a bad record does not lose the others', () => {
    expect(recordsIn(JSON.stringify([cdr, 'nonsense', null, another]))).toEqual([
      cdr,
      'nonsense',
      null,
      another,
    ]);
  });

  test('is an envelope of count, cdr and code', () => {
    expect(recordsIn(JSON.stringify({ count: 2, cdr: [cdr, another], code: 200 }))).toEqual([cdr, another]);
  });

  test('is JSON that was written as JSON text once more', () => {
    expect(recordsIn(JSON.stringify(json))).toEqual([cdr]);
    expect(recordsIn(JSON.stringify(JSON.stringify([cdr, another])))).toEqual([cdr, another]);
  });

  test('may have bare numbers with a leading zero, which JSON does not know', () => {
    expect(recordsIn('{"to": 04471000000, "from":09884112233}')).toEqual([
      { to: '04471000000', from: '09884112233' },
    ]);
    expect(recordsIn('[{"to" : 0044\n}]')).toEqual([{ to: '0044' }]);
  });

  test('keeps the text in its strings while a leading zero is mended', () => {
    expect(recordsIn(String.raw`{"to":044,"note":"a \", 01, b: 02 ] c","last":0,"share":0.5}`)).toEqual([
      { to: '044', note: 'a ", 01, b: 02 ] c', last: 0, share: 0.5 },
    ]);
  });

  test('may hold numbers beyond all bounds, halves of characters and names that are traps', () => {
    const [record] = recordsIn(
      String.raw`{"duration":1e400,"team":"\ud83d","__proto__":{"status":"answered"}}`,
    ) as [Record<string, unknown>];
    expect(record.duration).toBe(Number.POSITIVE_INFINITY);
    expect(record.team).toBe('\ud83d');
    expect(record.status).toBeUndefined();
    expect(Object.keys({})).toEqual([]);
    expect(({} as Record<string, unknown>).status).toBeUndefined();
  });

  test('may be nested as deep as a body is long', () => {
    const depth = 128 * 1024;
    expect(recordsIn('['.repeat(depth) + ']'.repeat(depth))).toHaveLength(1);
    expect(openBody('['.repeat(2 * depth))).toHaveProperty('reason');
    expect(openBody('{"cdr":'.repeat(30_000))).toHaveProperty('reason');
  });
});

describe('a form body', () => {
  test('holds JSON inside a field, whatever the field is called', () => {
    expect(recordsIn(String(new URLSearchParams({ payload: json })))).toEqual([cdr]);
    expect(
      recordsIn(String(new URLSearchParams({ count: '2', data: JSON.stringify([cdr, another]) }))),
    ).toEqual([cdr, another]);
  });

  test('has the record’s own properties as fields', () => {
    const fields = { from: '919884112233', status: 'missed', extra_params: '{"key":"value"}' };
    expect(recordsIn(String(new URLSearchParams(fields)))).toEqual([fields]);
  });

  test('cannot reach the prototype', () => {
    const [record] = recordsIn('__proto__=x&status=missed&constructor=y') as [object];
    expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
  });
});

describe('a body that cannot be opened says why', () => {
  test.each([
    ['nothing at all', ''],
    ['blanks', ' \t\r\n '],
    ['prose', 'got it'],
    ['half a record', json.slice(0, 40)],
    ['a number', '42'],
    ['null', 'null'],
    ['false', 'false'],
    ['a string', '"missed"'],
    ['an empty string in JSON', '""'],
    ['an empty list', '[]'],
    ['an empty envelope', '{"count":0,"cdr":[],"code":200}'],
  ])('%s', (_, text) => {
    expect(openBody(text)).toEqual({ reason: expect.stringMatching(/\w.*\.$/) });
  });

  test('a list of 5,000 records is opened, one more is not', () => {
    expect(recordsIn(JSON.stringify(Array(mostRecords).fill({})))).toHaveLength(5000);
    expect(openBody(JSON.stringify(Array(mostRecords + 1).fill({})))).toEqual({
      reason: expect.stringContaining('5000'),
    });
  });
});

describe('the query of a GET', () => {
  test('with a cmiuuid, in either spelling, is a record without the token', () => {
    const query = new URLSearchParams({ token: 'secret', cmiuuid: 'one', status: 'missed' });
    expect(openQuery(query)).toEqual({ records: [{ cmiuuid: 'one', status: 'missed' }] });
    expect(openQuery(new URLSearchParams('cmiuid=one'))).toEqual({ records: [{ cmiuid: 'one' }] });
  });

  test('without one is the check of a dashboard', () => {
    expect(openQuery(new URLSearchParams('token=secret'))).toBeUndefined();
    expect(openQuery(new URLSearchParams())).toBeUndefined();
  });
});

describe('no text can break the reader', () => {
  const scrap = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    '\\',
    ':',
    ',',
    '0',
    '01',
    '1e400',
    ' ',
    'a=',
    '&',
    '%',
    'null',
    'cdr',
    '\u{feff}',
    '\ud800',
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(scrap, { maxLength: 60 }).map((scraps) => scraps.join('')),
    fc.json(),
  );

  test('whatever came is opened or refused with a reason', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const opened = openBody(text);
        if ('records' in opened) expect(opened.records.length).toBeGreaterThan(0);
        else expect(opened.reason).not.toBe('');
      }),
      { numRuns: 10_000 },
    );
  });

  const long = 64 * 1024;
  test.each([
    ['blanks', ' '.repeat(long)],
    ['blanks after a colon', `{"a":${' '.repeat(long)}`],
    ['blanks after a leading zero', `[01${' '.repeat(long)}`],
    ['blanks in a field of a form', `x={${' '.repeat(long)}`],
    ['line ends, then zeros', `:${'\n'.repeat(long / 2)}${'0'.repeat(long / 2)}`],
    ['zeros', `[${'0'.repeat(long)}`],
    ['quotes', '"'.repeat(long + 1)],
    ['backslashes', `"${'\\'.repeat(long)}`],
  ])('64 KiB of %s do not hold up the desk', (_, text) => {
    const before = performance.now();
    openBody(text);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
