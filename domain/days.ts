/** Days as people write them, and the time between two of them. */

/** From the beginning of a day to the end of another, as 2026-11-23 in the desk's zone; null where it is open. */
export type Days = { from: string | null; to: string | null };

/** Half-open, ms; null where it has no end on that side. */
export type Span = { start: number | null; end: number | null };

/** Reads `from` and `to`; null where neither is named. */
export function parseDays(params: URLSearchParams): { days: Days | null } | { field: string; rule: string } {
  const from = params.get('from') || null;
  const to = params.get('to') || null;
  if (from !== null && !isDay(from)) return { field: 'from', rule: dayRule };
  if (to !== null && !isDay(to)) return { field: 'to', rule: dayRule };
  if (from !== null && to !== null && to < from) return { field: 'to', rule: 'must not be before `from`' };
  return { days: from === null && to === null ? null : { from, to } };
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

const dayRule = 'must be a day such as 2026-11-23';
