/** Who is at the two ends of a call, and which end is ours (rules.md 6 and 11). */

import type { Direction, Leg } from './leg';
import { type Party, partyOf } from './phone';

export type Parties = {
  direction: Direction;
  caller: Party;
  did: Party;
  /** Of a call that we made: the leg that went to the caller, and the one that went to somebody else before. */
  toCaller: Leg | null;
  toOther: Leg | null;
};

/** What is known of the desk when the call began; `isOurs` tells whether a person confirmed that key as our DID. */
type Known = { country: string; isOurs(key: string): boolean };

const nobody: Party = { key: null, raw: null };

/** Leg a tells direction, DID and caller; a lone leg b is read as what it can be. */
export function partiesOf(a: Leg | undefined, others: Leg[], known: Known): Parties {
  if (!a && others.every(isOfStaff)) return inbound(nobody, nobody);
  const isOutbound = a ? a.direction === 'outbound' : others.some((leg) => leg.requestId !== null);
  return isOutbound ? outboundParties(a, others, known) : inboundParties(a ?? others[0]!, known);
}

/** What CHUB says of one colleague who did not pick up: it tells of neither caller nor DID (rules.md 11). */
export function isOfStaff(leg: Leg): boolean {
  return leg.user !== null && !leg.hasConversation && leg.requestId === null;
}

function inboundParties(leg: Leg, known: Known): Parties {
  const caller = partyOf(leg.from, known.country);
  const did = partyOf(leg.virtualNumber ?? leg.to ?? leg.callerId, known.country);
  // Our own numbers are never callers: one documented sample has the two the other way round.
  const isTurned = isOurs(caller, known) && did.key !== null && !isOurs(did, known);
  return isTurned ? inbound(did, caller) : inbound(caller, did);
}

/** Each leg has its own `to`: leg a may have gone to our own staff, and leg b to the caller. */
function outboundParties(a: Leg | undefined, others: Leg[], known: Known): Parties {
  const toCaller = farLeg(others) ?? a ?? others[0]!;
  const first = a ?? toCaller;
  const did = partyOf(first.virtualNumber ?? first.callerId ?? first.from, known.country);
  return {
    direction: 'outbound',
    caller: partyOf(toCaller.to ?? first.to, known.country),
    did,
    toCaller,
    toOther: a && a !== toCaller ? a : null,
  };
}

/** Of several legs b the one that was spoken on for longest, else the one that was rung last. */
function farLeg(others: Leg[]): Leg | undefined {
  const dialled = others.filter((leg) => leg.to !== null);
  const answered = dialled.filter((leg) => leg.status === 'answered');
  answered.sort((x, y) => (y.durationSeconds ?? 0) - (x.durationSeconds ?? 0));
  return answered[0] ?? dialled.at(-1);
}

function inbound(caller: Party, did: Party): Parties {
  return { direction: 'inbound', caller, did, toCaller: null, toOther: null };
}

function isOurs({ key }: Party, known: Known): boolean {
  return key !== null && known.isOurs(key);
}
