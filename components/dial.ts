import type { CaseJson } from '@/domain/case-json';

/** What a phone is told to dial: E.164, else the digits as they came (rules.md 5); null of a hidden number. */
export function dialOf({ caller: { e164, display } }: CaseJson): string | null {
  if (e164 !== null) return e164;
  const digits = /^[\d\s().-]+$/.test(display) ? display.replace(/\D/g, '') : '';
  return digits.length >= 7 && digits.length <= 15 ? digits : null;
}
