/** Why a call got its verdict, in a sentence; the rule's number stands beside it. */

import type { CallJson, ContactJson } from '@/domain/case-json';

export function verdictReason({ verdict, rule, mark, legs }: CallJson): string {
  if (rule === 4)
    return `Nobody documents the status “${mark}”: a row too many is better than a caller lost.`;
  if (rule === 10)
    return verdict === 'missed'
      ? 'Only the menu answered; this number counts that as missed.'
      : 'Only the menu answered.';
  if (rule === 11) return 'Only the leg to our staff has come; that of the caller may still come.';
  if (verdict === 'answered') return 'Somebody answered.';
  if (verdict === 'outbound_answered') return 'Both ends picked up.';
  if (verdict === 'outbound_missed') return 'It was not picked up.';
  if (verdict !== 'missed') return '';
  return legs.some(({ leg }) => leg === 'b')
    ? 'Staff were rung, and none of them answered.'
    : 'Nobody answered.';
}

/** What a call did for the caller, with the rule that says so (rules.md 17 to 19). */
export function effectReason({ effect, verdict }: ContactJson): { line: string; rule: number } {
  if (effect === 'reached_by_us') return { line: 'We got through to them.', rule: 18 };
  if (effect === 'reached_by_them') return { line: 'They rang, and somebody answered.', rule: 19 };
  return verdict === 'outbound_answered'
    ? { line: 'Too short a talk to count as reached: an attempt. The case stays open.', rule: 18 }
    : { line: 'An attempt: the case stays open.', rule: 17 };
}
