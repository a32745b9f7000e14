/** What SQLite says went wrong. */

/** The disk takes no writes for now, or somebody else has the file. */
export function isOfTheDisk(error: unknown): boolean {
  return hasCode(error, /^SQLITE_(FULL|IOERR|READONLY|BUSY|CANTOPEN)/);
}

export function hasCode(error: unknown, pattern: RegExp): boolean {
  return error instanceof Error && 'code' in error && pattern.test(String(error.code));
}
