/** Every byte that could be read of a desk's database, to look for what must not be in it. */

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { Desk } from '@/desk/the-desk';
import { findPostgres, findProgram } from '@/scripts/find.mjs';

/** How often the text is found: as it is, and as a dump writes bytes down. */
export function timesFound(desk: Desk, text: string): number {
  const bytes = bytesOf(desk).toString('latin1');
  const asHex = Buffer.from(text).toString('hex');
  return bytes.split(text).length - 1 + (bytes.split(asHex).length - 1);
}

/** The file with its log, or a dump. */
function bytesOf({ env: { DATABASE_URL } }: Desk): Buffer {
  if (!DATABASE_URL.startsWith('file:')) {
    return execFileSync(findDump(), ['--inserts', DATABASE_URL], { maxBuffer: 1 << 28 });
  }
  const path = DATABASE_URL.slice('file:'.length);
  return Buffer.concat(
    [path, `${path}-wal`].filter((file) => existsSync(file)).map((file) => readFileSync(file)),
  );
}

/** The server's own, for an older one refuses to read it. */
function findDump(): string {
  const folder = findPostgres();
  const found = (folder && findProgram('pg_dump', [folder])) ?? findProgram('pg_dump');
  if (!found) throw new Error('This needs pg_dump, which comes with PostgreSQL.');
  return found;
}
