/** Rows as a spreadsheet reads them (RFC 4180), of which no cell can start a formula. */

import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null;

/** Without it Excel takes UTF-8 for something else, and Hindi for noise. */
export const byteOrderMark = '\uFEFF';

/** Whatever a spreadsheet would take for a formula gets a `'` before it, as OWASP has it. */
export function csvText(rows: Cell[][]): string {
  return stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? asText(cell) : cell))),
    { record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
  );
}

function asText(cell: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}
