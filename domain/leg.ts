/** A leg: one call detail record in our own words, and how copies of it that disagree become one. */

import { grouped } from './grouped';

/** Leg a is the party that the platform met first, leg b one that it rang on; null where the record does not say. */
export type Side = 'a' | 'b' | null;

export const directions = ['inbound', 'outbound'] as const;

export type Direction = (typeof directions)[number];

/** Times are integer milliseconds UTC, null where absent or unreadable; texts are as they came. */
export type Leg = {
  /** The leg's identity; copies that disagree share it (rules.md 1). */
  id: string;
  /** The identity of this copy: its content, volatile fields aside. */
  copy: string;
  /** The call that it belongs to (rules.md 7). */
  callId: string;
  firstReceivedAt: number;
  appId: string | null;
  /** The text that names the call: the provider's conversation, or the id that stands in for it. */
  conversation: string;
  /** True where the provider named the conversation itself. */
  hasConversation: boolean;
  legUuid: string | null;
  requestId: string | null;
  side: Side;
  direction: Direction | null;
  /** What rules.md 4 makes of the status word. */
  status: 'answered' | 'missed' | 'other';
  statusText: string | null;
  from: string | null;
  to: string | null;
  /** Our DID, where the record names it apart from `from` and `to`. */
  virtualNumber: string | null;
  callerId: string | null;
  time: number | null;
  startedAt: number | null;
  answeredAt: number | null;
  endedAt: number | null;
  durationSeconds: number | null;
  waitedSeconds: number | null;
  params: string | null;
  hangupReason: string | null;
  /** The member of staff, the team and the menu that CHUB names. */
  user: string | null;
  team: string | null;
  menu: string | null;
  voicemail: string | null;
  recording: string | null;
  recordType: string | null;
  /** Volatile, and for admins only. */
  rate: string | null;
  balance: string | null;
};

const farAheadMs = 5 * 60_000;

/**
 * The legs in any heap of copies, each leg once (rules.md 1): answered over missed over any other word, a
 * known field over an absent one, then the copy that was received first. The order of the heap is nothing.
 */
export function mergedLegs(copies: Leg[]): Leg[] {
  const byId = grouped([...copies].sort(byPrecedence), (copy) => copy.id);
  return [...byId.values()].map((same) => same.reduce(fillAbsent)).sort(byBeginning);
}

function byPrecedence(a: Leg, b: Leg): number {
  return rank(a) - rank(b) || a.firstReceivedAt - b.firstReceivedAt || textOrder(a.copy, b.copy);
}

function rank(leg: Leg): number {
  return ['answered', 'missed', 'other'].indexOf(leg.status);
}

function fillAbsent(first: Leg, later: Leg): Leg {
  const known = Object.fromEntries(Object.entries(first).filter(([, value]) => value !== null));
  return {
    ...later,
    ...known,
    firstReceivedAt: Math.min(first.firstReceivedAt, later.firstReceivedAt),
  } as Leg;
}

/** When a leg began, ms; a clock far ahead of ours is not believed (rules.md 2). */
export function beganAt(leg: Leg): number {
  const told = leg.startedAt ?? leg.time ?? leg.firstReceivedAt;
  return told > leg.firstReceivedAt + farAheadMs ? leg.firstReceivedAt : told;
}

/** Leg a stands before a leg b of the same instant. */
function byBeginning(a: Leg, b: Leg): number {
  return beganAt(a) - beganAt(b) || textOrder(a.side ?? 'c', b.side ?? 'c');
}

function textOrder(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
