/** A file of comma-separated values, read into rows with their lines; in parts, so that the desk answers meanwhile. */

import { setImmediate as breathe } from 'node:timers/promises';
import { type Info, parse } from 'csv-parse';
import type { CsvRow } from '@/domain/contact-lines';

export const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

/** `openQuote` is the line on which a quote begins that never ends: nothing after it could be read. */
export type Csv = { rows: CsvRow[]; delimiter: Delimiter; openQuote: number | null };

const bytesAtOnce = 1 << 16;
const mostColumns = 200;

export async function readCsv(text: string, delimiter = delimiterOf(text)): Promise<Csv> {
  const rows: CsvRow[] = [];
  let end = 0;
  let empty = 0;
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  const isWhole = new Promise<boolean>((resolve) => {
    parser.on('end', () => resolve(true));
    parser.on('error', () => resolve(false));
  });
  parser.on('data', ({ info, record }: { info: Info; record: string[] }) => {
    // The parser counts the line on which a row ends; one in quotes may have begun before.
    const line = end + 1 + info.empty_lines - empty;
    rows.push({ line, cells: record.slice(0, mostColumns) });
    end = info.lines;
    empty = info.empty_lines;
  });
  // Each end of a line counts as one, in quotes as well.
  const bytes = Buffer.from(text.replace(/\r\n?/g, '\n'));
  for (let start = 0; start < bytes.length && !parser.destroyed; start += bytesAtOnce) {
    parser.write(bytes.subarray(start, start + bytesAtOnce));
    await breathe();
  }
  parser.end();
  return { rows, delimiter, openQuote: (await isWhole) ? null : end + 1 };
}

/** What separates most columns of the first line that holds anything. */
function delimiterOf(text: string): Delimiter {
  const first = /^\s*(.+)$/m.exec(text.slice(0, bytesAtOnce))?.[1]?.replace(/"[^"]*"/g, '') ?? '';
  const times = (one: Delimiter) => first.split(one).length;
  return [...delimiters].sort((a, b) => times(b) - times(a))[0]!;
}

/** As a spreadsheet or a mail program saved it: UTF-8, UTF-16 by its mark, else what Windows writes in the West. */
export function textOf(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff')
    return new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be').decode(bytes).replaceAll('\0', '');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\0', '');
  } catch {
    return new TextDecoder('windows-1252').decode(bytes).replaceAll('\0', '');
  }
}
