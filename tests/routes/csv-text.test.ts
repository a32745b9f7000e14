/** Files for spreadsheets: what is read back is what was written, and no cell starts a formula (promises.md). */

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberCell, timeCell } from '@/app/api/csv/csv-cells';
import { csvText } from '@/app/api/csv/csv-text';

const startsFormula = /^[=+\-@\t\r\n＝＋－＠]/;
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', "'", 'a', '1', '＝'),
  }),
  fc.constantFrom('=HYPERLINK("http://x","y")', '-2+3+cmd|x', '@SUM(1)', '\r\n=1', '"=1', ' =1', ',=1'),
);
const cell = fc.oneof(hostile, fc.integer({ min: 0 }), fc.constant(null));
const rows = fc
  .integer({ min: 1, max: 6 })
  .chain((columns) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1 }));

const readBack = (text: string) =>
  parse(text, { record_delimiter: '\r\n', skip_empty_lines: false }) as string[][];

describe('a file of rows', () => {
  test('is read back as it was written, but for the mark before what would be a formula', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const text = csvText(given);
        const expected = given.map((row) =>
          row.map((one) => {
            const plain = one === null ? '' : String(one);
            return startsFormula.test(plain) ? `'${plain}` : plain;
          }),
        );
        expect(text.endsWith('\r\n')).toBe(true);
        // A row of one empty cell is an empty line, which is no row for a reader.
        if (expected[0]!.length > 1) expect(readBack(text)).toEqual(expected);
      }),
    );
  });

  test('has no cell that begins a formula, whoever reads it', () => {
    fc.assert(
      fc.property(rows, (given) => {
        for (const row of readBack(csvText(given)))
          for (const one of row) expect(one).not.toMatch(startsFormula);
      }),
    );
  });

  test('control: the same cells written plainly would begin one', () => {
    expect(readBack('=1+1,x\r\n')[0]![0]).toMatch(startsFormula);
  });
});

test('a phone number stays whole, and begins no formula', () => {
  expect(numberCell({ e164: '+919100000000', display: '+91 91000 00000' })).toBe('tel:+919100000000');
  expect(numberCell({ e164: null, display: '440000000001' })).toBe('tel:440000000001');
  expect(numberCell({ e164: null, display: '+91 ••••• •••42' })).toBe('tel:+91 ••••• •••42');
  expect(numberCell({ e164: null, display: 'Hidden number' })).toBe('Hidden number');
});

test('a time is that of the clock in the desk’s zone', () => {
  expect(timeCell('2026-11-22T20:00:05.000Z', 'Asia/Kolkata')).toBe('2026-11-23 01:30:05');
  expect(timeCell(null, 'Asia/Kolkata')).toBeNull();
});
