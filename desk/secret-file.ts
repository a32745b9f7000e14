/** Secrets that are made at the first start and kept in a file beside the database. */

import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Env, sqliteFile } from '@/env';

export function keptSecret(name: string, { DATABASE_URL }: Pick<Env, 'DATABASE_URL'>): string {
  const folder = dirname(sqliteFile(DATABASE_URL) ?? 'data/ringback.db');
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    // Two servers that start together must not each make one: only the first may create the file.
    writeFileSync(path, `${randomBytes(24).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(path, 'utf8').trim();
}
