/** Moving house: everything of one database into an empty other one, of either engine, and proof that it is there. */

import { hash } from 'node:crypto';
import { type TableName, tableNames, type WholeRow } from '@/db/queries/whole-tables';
import type { Store } from '@/db/store';

export type Progress = { table: TableName; rows: number; of: number };

/** The move cannot be, or was not whole; the sentence says why. */
export class NotMoved extends Error {
  override name = 'NotMoved';
}

const rowsAtOnce = 1000;

/**
 * Copies every table in one write, so that a move that breaks off leaves the target empty; then reads both again
 * and compares them row by row. Throws NotMoved. `tell` hears of every page.
 */
export async function move(from: Store, to: Store, tell: (progress: Progress) => void): Promise<number> {
  await demandEmpty(to);
  const before = await from.read.revision();
  let moved = 0;
  await to.write(async (tx) => {
    // The one row that every new database has.
    await tx.deleteRows('pulse');
    for (const table of tableNames) {
      const of = await from.read.countRows(table);
      let rows = 0;
      for await (const page of pagesOf(from, table)) {
        await tx.insertRows(table, page);
        rows += page.length;
        tell({ table, rows, of: Math.max(of, rows) });
      }
      moved += rows;
    }
    await demandStill(from, before);
  });
  await to.finishCopy();
  for (const table of tableNames) {
    if ((await digestOf(from, table)) !== (await digestOf(to, table))) {
      throw new NotMoved(`The rows of ${table} differ after the move. Empty the target, and try again.`);
    }
  }
  await demandStill(from, before);
  return moved;
}

async function demandEmpty(to: Store): Promise<void> {
  for (const table of tableNames) {
    if (table === 'pulse' || (await to.read.countRows(table)) === 0) continue;
    throw new NotMoved(`The target is not empty: there are rows in ${table}. Nothing was changed.`);
  }
}

async function demandStill(from: Store, revision: number): Promise<void> {
  if ((await from.read.revision()) === revision) return;
  throw new NotMoved('The source changed during the move. Stop its desk first, and try again.');
}

async function* pagesOf(store: Store, table: TableName): AsyncGenerator<WholeRow[]> {
  let last: WholeRow | null = null;
  for (;;) {
    const page: WholeRow[] = await store.read.loadRowsAfter(table, last, rowsAtOnce);
    if (page.length > 0) yield page;
    if (page.length < rowsAtOnce) return;
    last = page.at(-1)!;
  }
}

/** Of the rows as a set: engines put texts in different orders. The sum of what each row hashes to, and their count. */
async function digestOf(store: Store, table: TableName): Promise<string> {
  let sum = 0n;
  let rows = 0;
  for await (const page of pagesOf(store, table)) {
    for (const row of page) {
      sum += BigInt(`0x${hashOf(row)}`);
      rows += 1;
    }
  }
  return `${rows} ${sum}`;
}

function hashOf(row: WholeRow): string {
  const named = Object.keys(row)
    .sort()
    .map((key) => [key, Buffer.isBuffer(row[key]) ? row[key].toString('base64') : row[key]]);
  return hash('sha256', JSON.stringify(named), 'hex');
}
