/** While a desk has its file open, no other process may take the log from it, whatever the desk does besides. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openStore } from '@/db/store';
import { newTurns } from '@/db/turns';
import { aSqliteUrl } from '../desks';

const url = aSqliteUrl();
const path = url.slice('file:'.length);

/** Another process tries to switch the log off, which only the last one at the file can. */
function leaveTheLog(): string {
  const trying = `
    const file = new (require('better-sqlite3'))(process.argv[1], { timeout: 0 });
    file.pragma('locking_mode = EXCLUSIVE');
    try { file.pragma('journal_mode = DELETE'); console.log('done'); }
    catch (error) { console.log(error.code); }`;
  return spawnSync(process.execPath, ['-e', trying, path], { encoding: 'utf8' }).stdout.trim();
}

test('a second store of the same process and a search through the file leave its locks as they are', async () => {
  const turns = newTurns();
  const stores = [await openStore(url, undefined, turns), await openStore(url, undefined, turns)];
  expect(leaveTheLog()).toBe('SQLITE_BUSY');
  expect(await stores[0]!.scrub(() => false)).toBe(true);
  expect(leaveTheLog()).toBe('SQLITE_BUSY');

  // The control: to read the file in this process gives its locks up.
  readFileSync(path);
  expect(leaveTheLog()).toBe('done');
  for (const store of stores) await store.close();
});
