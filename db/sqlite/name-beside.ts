/** What a file beside the database is called: after it, for what, and when. */

import { join, parse } from 'node:path';

/** `data/ringback-before-restore-2026-11-23T04-30-00-000Z.db`: such names sort by time. */
export function nameBeside(path: string, what: string, at: number): string {
  const { dir, name, ext } = parse(path);
  return join(dir, `${name}-${what}-${timeInName(at)}${ext}`);
}

export function timeInName(at: number): string {
  return new Date(at).toISOString().replace(/[:.]/g, '-');
}
