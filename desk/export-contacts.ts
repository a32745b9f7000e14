/** The known callers as a file that a spreadsheet opens: page by page, so that it is never whole in memory. */

import { stringify } from 'csv-stringify/sync';
import type { Person } from '@/domain/person';
import { auditRow } from './audit';
import { demand } from './permission';
import type { Desk } from './the-desk';

const rowsAtOnce = 1000;

/** The audit names who took them along. No cell can begin a formula: a number stands behind an apostrophe. */
export async function exportContacts(desk: Desk, by: Person, now: number): Promise<AsyncGenerator<string>> {
  demand(by, 'administer');
  await desk.store.write((tx) => tx.saveAudit(auditRow(by, now, 'exported contacts', {})));
  return contactLines(desk);
}

async function* contactLines({ store: { read } }: Desk): AsyncGenerator<string> {
  // The mark by which spreadsheets know the letters.
  yield '\ufeff';
  yield csv([['Name', 'Phone', 'Spam']]);
  for (let after: { letters: string; caller: string } | null = null; ; ) {
    const asked = { q: null, onlySpam: false, after, among: null };
    const rows: Awaited<ReturnType<typeof read.listCallers>> = await read.listCallers(asked, rowsAtOnce);
    const page = rows.slice(0, rowsAtOnce);
    if (page.length > 0)
      yield csv(page.map(({ name, caller, isSpam }) => [name, caller, isSpam ? 'yes' : '']));
    if (rows.length <= rowsAtOnce) return;
    after = page.at(-1)!;
  }
}

function csv(rows: (string | null)[][]): string {
  return stringify(rows, { escape_formulas: true, record_delimiter: 'windows' });
}
