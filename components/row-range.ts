/** Which rows are picked together. */

/** The keys from one row to another, both included, in the order of the rows; the second alone where the first is gone. */
export function rangeOf(keys: string[], from: string | null, to: string): string[] {
  const start = from === null ? -1 : keys.indexOf(from);
  const end = keys.indexOf(to);
  if (end < 0) return [];
  if (start < 0) return [to];
  return keys.slice(Math.min(start, end), Math.max(start, end) + 1);
}

/** `picked` with these keys in it, or without them. */
export function withKeys(
  picked: ReadonlySet<string>,
  keys: string[],
  isPicked: boolean,
): ReadonlySet<string> {
  const after = new Set(picked);
  for (const key of keys) {
    if (isPicked) after.add(key);
    else after.delete(key);
  }
  return after;
}
