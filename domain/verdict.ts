/** What a call was, and by which rule (rules.md 4 and 8 to 11, 17, 18). */

import type { Direction, Leg } from './leg';
import { isOfStaff } from './parties';
import type { DidRules } from './settings';

export const verdicts = [
  'missed',
  'answered',
  'menu_only',
  'outbound_answered',
  'outbound_missed',
  'undecided',
] as const;

export type Verdict = (typeof verdicts)[number];

export type Judgement = {
  /** The verdict once `decidesAt` has passed; see `verdictAt`. */
  verdict: Verdict;
  /** The number of the rule in rules.md that gave the verdict. */
  rule: number;
  /** "incomplete", or the status word that nobody documents. */
  mark: string | null;
  /** The instant (ms) before which the call is undecided (rules.md 11); null when it is decided already. */
  decidesAt: number | null;
};

const loneLegBWaitMs = 3 * 60_000;
export const settlingMs = 5000;

type Evidence = { direction: Direction; a: Leg | undefined; others: Leg[]; firstReceivedAt: number };

export function judge(evidence: Evidence, menu: DidRules['menu']): Judgement {
  return evidence.direction === 'outbound' ? judgeOutbound(evidence) : judgeInbound(evidence, menu);
}

/** rules.md 17 and 18: somebody was spoken with when both ends, as far as they are known, picked up. */
function judgeOutbound({ a, others }: Evidence): Judgement {
  const wasAnswered = (!a || isAnswered(a)) && (others.length === 0 || others.some(isAnswered));
  return wasAnswered ? decided('outbound_answered', 18) : decided('outbound_missed', 17);
}

function judgeInbound({ a, others, firstReceivedAt }: Evidence, menu: DidRules['menu']): Judgement {
  if (others.some(isAnswered)) return decided('answered', 8);
  if (!a) return judgeLoneLegB(others, firstReceivedAt);
  if (a.status === 'other') return decided('missed', 4, a.statusText ?? 'no status');
  if (a.status === 'missed' || others.length > 0) return decided('missed', 9);
  if (menu === 'none') return decided('answered', 8);
  return decided(menu === 'missed' ? 'missed' : 'menu_only', 10);
}

/** rules.md 11: leg a may still come. */
function judgeLoneLegB(legs: Leg[], firstReceivedAt: number): Judgement {
  if (legs.every(isOfStaff)) return decided('undecided', 11);
  return { ...decided('missed', 11, 'incomplete'), decidesAt: firstReceivedAt + loneLegBWaitMs };
}

function decided(verdict: Verdict, rule: number, mark: string | null = null): Judgement {
  return { verdict, rule, mark, decidesAt: null };
}

export function isAnswered(leg: Leg): boolean {
  return leg.status === 'answered';
}

/** rules.md 12: until then (ms) an answered leg b may still come, and alerts wait; the desk shows the call at once. */
export function settlesAt({ firstReceivedAt }: { firstReceivedAt: number }): number {
  return firstReceivedAt + settlingMs;
}

/** What the call is at `now` (ms): a lone leg b is undecided until its time has passed. */
export function verdictAt(call: Pick<Judgement, 'verdict' | 'decidesAt'>, now: number): Verdict {
  return call.decidesAt !== null && now < call.decidesAt ? 'undecided' : call.verdict;
}
