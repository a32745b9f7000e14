/** Why a call got its verdict, in a sentence; the rule's number stands beside it. */

import type { CallJson, ContactJson } from '@/domain/case-json';
import type { AllMessages } from '@/messages/all';

export function verdictReason({ verdict, rule, mark, legs }: CallJson, m: AllMessages): string {
  const reasons = m.story.verdictReasons;
  if (rule === 4) return reasons.unknownStatus(mark ?? '');
  if (rule === 10) return verdict === 'missed' ? reasons.menuMissed : reasons.menuOnly;
  if (rule === 11) return reasons.loneLeg;
  if (verdict === 'answered') return reasons.answered;
  if (verdict === 'outbound_answered') return reasons.outboundAnswered;
  if (verdict === 'outbound_missed') return reasons.outboundMissed;
  if (verdict !== 'missed') return '';
  return legs.some(({ leg }) => leg === 'b') ? reasons.staffRung : reasons.nobody;
}

/** What a call did for the caller, with the rule that says so (rules.md 17 to 19). */
export function effectReason(
  { effect, verdict }: ContactJson,
  m: AllMessages,
): { line: string; rule: number } {
  const { effects } = m.story;
  if (effect === 'reached_by_us') return { line: effects.reachedByUs, rule: 18 };
  if (effect === 'reached_by_them') return { line: effects.reachedByThem, rule: 19 };
  return verdict === 'outbound_answered'
    ? { line: effects.shortTalk, rule: 18 }
    : { line: effects.attempt, rule: 17 };
}
