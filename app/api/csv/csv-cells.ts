/** Instants and phone numbers as cells. */

import { wallTime } from '@/components/wall-clock';
import type { NumberJson } from '@/domain/case-json';

/** "2026-11-23 10:02:31" on the clock of the zone that the head of the column names. */
export function timeCell(at: string | null, zone: string): string | null {
  if (at === null) return null;
  const { year, month, day, hour, minute, second } = wallTime(Date.parse(at), zone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
}

/**
 * "tel:+919100000000" (RFC 3966): a bare `+` would start a formula, and bare digits become 9.19E+11. Every reader of
 * phone numbers takes it, our own import too.
 */
export function numberCell({ e164, display }: NumberJson): string {
  if (e164) return `tel:${e164}`;
  return /\d/.test(display) && !/\p{L}/u.test(display) ? `tel:${display}` : display;
}
