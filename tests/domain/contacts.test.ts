/** Lists of contacts as phones, mail programs and spreadsheets write them. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { delimiters, readCsv, textOf } from '@/desk/read-csv';
import { rolesByContent, rolesByHeader } from '@/domain/contact-columns';
import { contactsIn } from '@/domain/contact-lines';
import { contactPlan, uniqueContacts } from '@/domain/contact-plan';

const india = { country: 'IN', isOurs: (key: string) => key === '+914442110011' };

describe('a file', () => {
  test('however it is quoted, separated and ended, is read back as it was written', async () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('"', '""', ' " ', ',', ';', '\t', '\n', '\r\n', ',"', '=1+1', 'é', 'मीरा', '😀', "'"),
    );
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      );
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(...delimiters),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        async (rows, by, end, mark) => {
          // Every cell in quotes: what is in them may be anything.
          const clean = rows.map((row) =>
            row.map((text) => text.replaceAll('\0', '').replace(/\r\n?/g, '\n')),
          );
          const text = clean
            .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(by))
            .join(end);
          const csv = await readCsv(textOf(Buffer.from((mark ? '\ufeff' : '') + text)), by);
          expect(csv.rows.map(({ cells }) => cells)).toEqual(clean);
          expect(csv.openQuote).toBeNull();
        },
      ),
    );
  });

  test('whatever it is, is read to its end without a throw', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.string({ maxLength: 60 }),
        async (bytes, text) => {
          for (const body of [Buffer.from(bytes), Buffer.from(`${text}"\n${text},"`)]) {
            const { rows, openQuote } = await readCsv(textOf(body));
            expect(openQuote ?? 1).toBeGreaterThan(0);
            expect(rows.every(({ line, cells }) => line > 0 && cells.length > 0)).toBe(true);
          }
        },
      ),
    );
  });

  test('tells the line on which each row begins, past empty ones and notes of several lines', async () => {
    const { rows, delimiter } = await readCsv(
      'Name;Phone;Note\r\n\r\nA;1;"two\r\nlines"\r\nB;2;x\r\n\r\nC;3;\r\n',
    );
    expect([delimiter, rows.map(({ line }) => line)]).toEqual([';', [1, 3, 5, 7]]);
  });

  test('with a quote that never closes is told by the line of it', async () => {
    const csv = await readCsv('Name,Phone\nA,1\n"B,2\nC,3\nD,4');
    expect([csv.rows.length, csv.openQuote]).toEqual([2, 3]);
  });

  test('of a spreadsheet or an old mail program keeps its letters', () => {
    const text = 'Name,Phone\nJosé,98400 11223';
    expect(textOf(Buffer.from(text, 'latin1'))).toBe(text);
    expect(textOf(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe(text);
    expect(textOf(Buffer.from(`${text}\0`))).toBe(text);
  });
});

describe('columns', () => {
  const roles = (header: string) => rolesByHeader(header.split(','));

  test.each([
    ['Name,Phone', ['name', 'number']],
    ['Mobile Number,Customer Name,City', ['number', 'name', 'none']],
    ['नाम,मोबाइल', ['name', 'number']],
    // Google Contacts, as it is now and as it was.
    [
      'First Name,Middle Name,Last Name,Organization Name,Labels,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Value',
      ['name', 'name', 'name', 'company', 'none', 'none', 'none', 'number', 'number'],
    ],
    [
      'Name,Given Name,Family Name,Organization 1 - Name,Phone 1 - Type,Phone 1 - Value',
      ['name', 'none', 'none', 'company', 'none', 'number'],
    ],
    // Outlook.
    [
      'First Name,Last Name,Company,Business Fax,Business Phone,Business Phone 2,Home Phone,Mobile Phone,Pager,E-mail Address',
      ['name', 'name', 'company', 'none', 'number', 'number', 'number', 'number', 'none', 'none'],
    ],
  ])('are known by the header %s', (header, wanted) => {
    expect(roles(header)).toEqual(wanted);
  });

  test('without a header are known by what stands in them', () => {
    expect(roles('Meera,98410 22417')).toBeNull();
    expect(rolesByContent(['', 'Meera', '98410 22417', 'Chennai'])).toEqual([
      'none',
      'name',
      'number',
      'none',
    ]);
  });
});

describe('a line', () => {
  const read = (cells: string[], of = ['name', 'number', 'company'] as const) =>
    contactsIn({ line: 7, cells }, [...of], india);

  test.each([
    ['98410 22417', '+919841022417'],
    ['+44 20 7946 0991', '+442079460991'],
    ["'+919841022417", '+919841022417'],
    ['(044) 4210-8800', '+914442108800'],
    ['tel:+91-98410-22417', '+919841022417'],
  ])('with the number %s is the caller %s', (number, key) => {
    expect(read([' Meera \n Pillai', number, ''])).toEqual([{ line: 7, key, name: 'Meera Pillai' }]);
  });

  test('may hold several numbers of one person, and a company for a name', () => {
    expect(read(['', '98410 22417 ::: 9841022418 ::: +91 98410 22417', 'Arun Textiles'])).toMatchObject([
      { key: '+919841022417', name: 'Arun Textiles' },
      { key: '+919841022418' },
    ]);
    expect(read(['', '', ''])).toEqual([]);
  });

  test.each([
    ['no_number', ['Meera', '', '']],
    ['no_name', [' ', '98410 22417', '']],
    ['bad_number', ['Meera', '9.19841E+11', '']],
    ['bad_number', ['Meera', 'ask 98410 22417', '']],
    ['bad_number', ['Meera', '12345', '']],
    ['own_number', ['Us', '044 4211 0011', '']],
    ['long_name', ['x'.repeat(101), '98410 22417', '']],
  ])('is told as %s: %j', (reason, cells) => {
    expect(read(cells)).toMatchObject({ line: 7, reason });
  });
});

test('of two names for one number the later line is at fault; the same name again is no harm', () => {
  const at = (line: number, name: string) => ({ line, key: '+919841022417', name });
  const unique = uniqueContacts([at(2, 'Meera'), at(3, 'Meera'), at(9, 'Arun')]);
  expect(unique).toMatchObject({ doubled: 1, faults: [{ line: 9, reason: 'other_name', otherLine: 2 }] });
  const plan = (name: string | null) => contactPlan(unique, [{ caller: '+919841022417', name }]);
  expect([plan(null).fresh.length, plan('Meera').unchanged, plan('M.').changed.length]).toEqual([1, 1, 1]);
});
