/** All the legs of one conversation, folded into one call with a verdict (rules.md 6 to 13). */

import type { FoldRules } from './fold-rules';
import { beganAt, type Direction, type Leg, mergedLegs } from './leg';
import { type Party, partyOf } from './phone';

export type Verdict =
  | 'missed'
  | 'answered'
  | 'menu_only'
  | 'outbound_answered'
  | 'outbound_missed'
  | 'undecided';

/** Times in ms. Parties are keyed as in `phone.ts`. */
export type Call = {
  id: string;
  conversation: string;
  direction: Direction;
  /** The number at the other end; a hidden one gets a key of its own, so that it is never shared (rules.md 16). */
  caller: string;
  callerRaw: string | null;
  /** Our number, or `unknown`. */
  did: string;
  didRaw: string | null;
  startedAt: number;
  firstReceivedAt: number;
  ringMs: number | null;
  /** The verdict once `decidesAt` has passed; see `verdictAt`. */
  verdict: Verdict;
  /** The number of the rule in rules.md that gave the verdict. */
  rule: number;
  mark: string | null;
  /** The instant before which the call is undecided (rules.md 11); null when it is decided already. */
  decidesAt: number | null;
};

const unknownDid = 'unknown';

const hiddenPrefix = 'hidden:';

const loneLegBWaitMs = 3 * 60_000;

/** Folds the kept copies of the legs of one call, in any order; at least one. */
export function callOf(copies: Leg[], rules: FoldRules): Call {
  const legs = mergedLegs(copies);
  const a = legA(legs);
  const others = legs.filter((leg) => leg.side === 'b');
  const { direction, caller, did } = partiesOf(a, others, rules);
  const first = a ?? legs[0]!;
  const id = first.callId;
  const firstReceivedAt = Math.min(...legs.map((leg) => leg.firstReceivedAt));
  return {
    id,
    conversation: first.conversation,
    direction,
    caller: caller.key ?? hiddenPrefix + id,
    callerRaw: caller.raw,
    did: did.key ?? unknownDid,
    didRaw: did.raw,
    startedAt: beganAt(first),
    firstReceivedAt,
    ringMs: ringMsOf(a),
    ...judge({ direction, a, others, did: did.key ?? unknownDid, firstReceivedAt }, rules),
  };
}

/** rules.md 6: the leg that says so, else the earliest that does not say; never one that says it is leg b. */
function legA(legs: Leg[]): Leg | undefined {
  return legs.find((leg) => leg.side === 'a') ?? legs.find((leg) => leg.side === null);
}

/** rules.md 6 and 11: leg a tells direction, DID and caller; a lone leg b is read as what it can be. */
function partiesOf(a: Leg | undefined, others: Leg[], rules: FoldRules) {
  const party = (raw: string | null) => partyOf(raw, rules.country);
  if (!a && others.every(isOfStaff))
    return { direction: 'inbound' as const, caller: party(null), did: party(null) };
  const leg = a ?? others[0]!;
  if (a ? a.direction === 'outbound' : others.some((other) => other.requestId !== null)) {
    const dialled = others.find((other) => other.to !== null)?.to ?? leg.to;
    const our = leg.virtualNumber ?? leg.callerId ?? leg.from;
    return { direction: 'outbound' as const, caller: party(dialled), did: party(our) };
  }
  const caller = party(leg.from);
  const did = party(leg.virtualNumber ?? leg.to ?? leg.callerId);
  return isOurs(caller, rules) && did.key !== null && !isOurs(did, rules)
    ? { direction: 'inbound' as const, caller: did, did: caller }
    : { direction: 'inbound' as const, caller, did };
}

function isOurs(party: Party, rules: FoldRules): boolean {
  return party.key !== null && rules.ours.has(party.key);
}

type Evidence = {
  direction: Direction;
  a: Leg | undefined;
  others: Leg[];
  did: string;
  firstReceivedAt: number;
};

type Judgement = Pick<Call, 'verdict' | 'rule' | 'mark' | 'decidesAt'>;

function judge(evidence: Evidence, rules: FoldRules): Judgement {
  return evidence.direction === 'outbound' ? judgeOutbound(evidence) : judgeInbound(evidence, rules);
}

/** rules.md 17 and 18: the caller was reached when both ends, as far as they are known, picked up. */
function judgeOutbound({ a, others }: Evidence): Judgement {
  const wasReached = (!a || isAnswered(a)) && (others.length === 0 || others.some(isAnswered));
  return wasReached ? decided('outbound_answered', 18) : decided('outbound_missed', 17);
}

function judgeInbound({ a, others, did, firstReceivedAt }: Evidence, rules: FoldRules): Judgement {
  if (others.some(isAnswered)) return decided('answered', 8);
  if (!a) return judgeLoneLegB(others, firstReceivedAt);
  if (a.status === 'other') return decided('missed', 4, a.statusText ?? 'no status');
  if (a.status === 'missed' || others.length > 0) return decided('missed', 9);
  const menu = rules.menus.get(did);
  if (menu === undefined) return decided('answered', 8);
  return decided(menu === 'missed' ? 'missed' : 'menu_only', 10);
}

/** rules.md 11: leg a may still come; what CHUB says of one member of staff is judged nothing. */
function judgeLoneLegB(legs: Leg[], firstReceivedAt: number): Judgement {
  if (legs.every(isOfStaff)) return decided('undecided', 11);
  return { ...decided('missed', 11, 'incomplete'), decidesAt: firstReceivedAt + loneLegBWaitMs };
}

/** It tells of somebody who did not pick up, and of neither caller nor DID. */
function isOfStaff(leg: Leg): boolean {
  return leg.user !== null && !leg.hasConversation && leg.requestId === null;
}

function decided(verdict: Verdict, rule: number, mark: string | null = null): Judgement {
  return { verdict, rule, mark, decidesAt: null };
}

function isAnswered(leg: Leg): boolean {
  return leg.status === 'answered';
}

/** rules.md 13: end less start of leg a, where both are known. */
function ringMsOf(a: Leg | undefined): number | null {
  if (!a || a.startedAt === null || a.endedAt === null) return null;
  return a.endedAt < a.startedAt ? null : a.endedAt - a.startedAt;
}

/** What the call is at `now` (ms): a lone leg b is undecided until its time has passed (rules.md 11). */
export function verdictAt(call: Pick<Call, 'verdict' | 'decidesAt'>, now: number): Verdict {
  return call.decidesAt !== null && now < call.decidesAt ? 'undecided' : call.verdict;
}

export function isHidden(caller: string): boolean {
  return caller.startsWith(hiddenPrefix);
}
