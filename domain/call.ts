/** All the legs of one conversation, folded into one call with a verdict (rules.md 6 to 14). */

import { isOpenAt } from './hours';
import { beganAt, type Direction, type Leg, mergedLegs } from './leg';
import { type Parties, partiesOf } from './parties';
import { partyOf } from './phone';
import type { Settings } from './settings';
import { isAnswered, type Judgement, judge } from './verdict';

/** Times in ms. Parties are keyed as in `phone.ts`. */
export type Call = Judgement & {
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
  /** rules.md 13. */
  isShort: boolean;
  /** rules.md 14. */
  isOutOfHours: boolean;
} & OurCall;

/** Of a call that we made (rules.md 17 and 18); all null for one that came in. */
type OurCall = {
  /** Whether the caller's leg was answered, and its talk time. */
  callerAnswered: boolean | null;
  talkSeconds: number | null;
  /** The party of the leg before it, where there are two: our staff, as a rule. */
  other: string | null;
  otherAnswered: boolean | null;
  otherTalkSeconds: number | null;
  /** The colleague that the record names. */
  staff: string | null;
};

/** The DID of calls that name none. */
export const unknownDid = 'unknown';

const hiddenPrefix = 'hidden:';

/** Folds the kept copies of the legs of one call, in any order; at least one. */
export function callOf(copies: Leg[], settings: Settings): Call {
  const legs = mergedLegs(copies);
  const a = legA(legs);
  const others = legs.filter((leg) => leg.side === 'b');
  const first = a ?? legs[0]!;
  const id = first.callId;
  const startedAt = beganAt(first);
  const { country } = settings.desk(startedAt);
  const parties = partiesOf(a, others, { country, isOurs: (key) => settings.did(key, startedAt).isOurs });
  const { direction, caller, did } = parties;
  const didKey = did.key ?? unknownDid;
  const rules = settings.rules(didKey, startedAt);
  const firstReceivedAt = Math.min(...legs.map((leg) => leg.firstReceivedAt));
  const ringMs = ringMsOf(a);
  return {
    id,
    conversation: first.conversation,
    direction,
    caller: caller.key ?? hiddenPrefix + id,
    callerRaw: caller.raw,
    did: didKey,
    didRaw: did.raw,
    startedAt,
    firstReceivedAt,
    ringMs,
    isShort: ringMs !== null && ringMs < rules.shortSeconds * 1000,
    isOutOfHours: !isOpenAt(startedAt, rules.hours, rules.timeZone),
    ...judge({ direction, a, others, firstReceivedAt }, rules.menu),
    ...ourCallOf(parties, country),
  };
}

/** rules.md 6: the leg that says so, else the earliest that does not say; never one that says it is leg b. */
function legA(legs: Leg[]): Leg | undefined {
  return legs.find((leg) => leg.side === 'a') ?? legs.find((leg) => leg.side === null);
}

function ourCallOf({ toCaller, toOther }: Parties, country: string): OurCall {
  return {
    callerAnswered: toCaller && isAnswered(toCaller),
    talkSeconds: toCaller?.durationSeconds ?? null,
    other: toOther && partyOf(toOther.to, country).key,
    otherAnswered: toOther && isAnswered(toOther),
    otherTalkSeconds: toOther?.durationSeconds ?? null,
    staff: toCaller?.user ?? toOther?.user ?? null,
  };
}

/** rules.md 13: end less start of leg a, where both are known. */
function ringMsOf(a: Leg | undefined): number | null {
  if (!a || a.startedAt === null || a.endedAt === null) return null;
  return a.endedAt < a.startedAt ? null : a.endedAt - a.startedAt;
}

export function isHidden(caller: string): boolean {
  return caller.startsWith(hiddenPrefix);
}
