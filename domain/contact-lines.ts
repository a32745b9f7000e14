/** A line of a list of contacts, read into numbers with a name, or the reason why it cannot be. */

import type { ColumnRole } from './column-roles';
import { longestName, oneLine } from './contact-names';
import { partyOf } from './phone';

/** `line` counts from 1, as an editor shows it. */
export type CsvRow = { line: number; cells: string[] };

export type Contact = { line: number; key: string; name: string };

export type FaultReason = 'no_number' | 'no_name' | 'bad_number' | 'long_name' | 'own_number' | 'other_name';

/** `text` is what is wrong; `otherLine` gives the same number another name. */
export type Fault = { line: number; reason: FaultReason; text: string; otherLine?: number };

/** The desk's country, and whether a key is a number of the desk itself. */
export type Desk = { country: string; isOurs(key: string): boolean };

const longestText = 120;

/** One contact for each number of the line; none of a line that holds nothing. */
export function contactsIn(row: CsvRow, roles: ColumnRole[], desk: Desk): Contact[] | Fault {
  const { line } = row;
  const cells = (role: ColumnRole) => row.cells.filter((_, index) => roles[index] === role);
  const fault = (reason: FaultReason, text = row.cells.filter(Boolean).join(', ')): Fault => ({
    line,
    reason,
    text: oneLine(text).slice(0, longestText),
  });
  const name = oneLine(cells('name').join(' ')) || oneLine(cells('company').join(' '));
  // Google puts several numbers of a kind into one cell.
  const numbers = cells('number')
    .flatMap((cell) => cell.split(':::'))
    .map(withoutMark)
    .filter(Boolean);
  if (row.cells.every((cell) => oneLine(cell) === '')) return [];
  if (numbers.length === 0) return fault('no_number');
  if (name === '') return fault('no_name');
  if (name.length > longestName) return fault('long_name', name);
  const keys = new Set<string>();
  for (const number of numbers) {
    const key = isNumberText(number) ? partyOf(number, desk.country).key : null;
    if (key === null) return fault('bad_number', number);
    if (desk.isOurs(key)) return fault('own_number', number);
    keys.add(key);
  }
  return [...keys].map((key) => ({ line, key, name }));
}

/** Whether nothing but a number is there, as people write one; a spreadsheet's 9.19884E+11 has lost its end. */
export function isNumberText(text: string): boolean {
  const digits = text.match(/\d/g)?.length ?? 0;
  return (
    digits >= 5 &&
    /^(tel:)?[+(]?[\d\s().\u00a0\u2010-\u2015/-]+((x|ext\.?)\s*\d{1,6})?$/i.test(withoutMark(text))
  );
}

/** Without the sign by which spreadsheets are told that a number is text. */
function withoutMark(text: string): string {
  return text.trim().replace(/^'/, '').trim();
}
