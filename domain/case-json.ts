/** A case as programs and the screen get it: plain JSON, times in ISO 8601 UTC (contract.md). */

import type { DecisionKind, Outcome } from './decision';
import type { Side } from './leg';
import type { Verdict } from './verdict';

type CaseState = 'open' | 'attempted' | 'snoozed' | 'closed' | 'uncallable';

/** A phone number for people: E.164 where it can be had, else null with the raw text to show. */
export type NumberJson = { e164: string | null; display: string };

export type DidJson = NumberJson & { label: string | null };

export type LegJson = {
  leg: Side;
  /** The status in the provider's own word, null where it sent none. */
  status: string | null;
  startedAt: string;
  endedAt: string | null;
  durationSeconds: number | null;
};

export type CallJson = {
  id: string;
  /** What ties the legs: `conversation_uuid`, or what stands in for it (rules.md 7). */
  conversation: string;
  direction: 'inbound' | 'outbound';
  verdict: Verdict;
  /** The number of the rule that gave the verdict. */
  rule: number;
  /** "incomplete" (rules.md 11), or the status word that nobody documents (rules.md 4). */
  mark: string | null;
  startedAt: string;
  ringMs: number | null;
  /** Until then alerts wait (rules.md 12). */
  settlesAt: string;
  /** rules.md 13 and 14. */
  isShort: boolean;
  isOutOfHours: boolean;
  legs: LegJson[];
};

/** A call that reached the caller or tried to (rules.md 17 to 19). */
export type ContactJson = CallJson & {
  effect: 'reached_by_us' | 'reached_by_them' | 'attempt';
  /** The colleague that the record names. */
  staff: string | null;
  talkSeconds: number | null;
};

export type DecisionJson = {
  id: string;
  kind: DecisionKind;
  by: string;
  at: string;
  note: string | null;
  /** Of a snooze: until when. */
  until: string | null;
  undoneAt: string | null;
  undoneBy: string | null;
};

export type CaseCallerJson = NumberJson & {
  name: string | null;
  isSpam: boolean;
  /** What the page of the caller is found by; null of a hidden number, and for who sees numbers in part. */
  key: string | null;
};

export type CaseJson = {
  id: string;
  caller: CaseCallerJson;
  did: DidJson;
  state: CaseState;
  outcome: Outcome | null;
  missedCount: number;
  firstMissedAt: string;
  lastMissedAt: string;
  /** When the clock starts: with the first missed call, or at the next opening (rules.md 14). */
  clockStartsAt: string;
  dueAt: string;
  overdue: boolean;
  /** All of its rings were short (rules.md 13). */
  isShort: boolean;
  attempts: number;
  lastAttemptAt: string | null;
  lastAttemptBy: string | null;
  claimedBy: string | null;
  claimLapsesAt: string | null;
  /** Until when a snoozed case is hidden. */
  wakesAt: string | null;
  /** When it leaves the queue as lost, while it is open (rules.md 23). */
  expiresAt: string | null;
  closedBy: string | null;
  closedAt: string | null;
  /** The id of the call that closed it, where a record did (rules.md 20). */
  closedByCall: string | null;
  /** The id of the closed case before this one, of the same caller and DID (rules.md 15). */
  previous: string | null;
  callsTotal: number;
  /** The newest first; at most 20 of them in lists. */
  calls: CallJson[];
  /** The newest first; those that were undone stay, with who undid them. */
  decisions: DecisionJson[];
  /** Only where one case was asked for: the calls with the caller since, the newest first. */
  contacts?: ContactJson[];
};

export type BoardJson = {
  revision: number;
  /** What admins call this desk; null where nobody has named it. */
  name: string | null;
  counts: {
    open: number;
    overdue: number;
    attempted: number;
    snoozed: number;
    uncallable: number;
    /** Records that were not understood, and wait in quarantine. */
    quarantined: number;
    closedToday: number;
    /** Open cases by DID key. */
    byDid: Record<string, number>;
    /** By name: open cases that they are on, or tried last. */
    byPerson: Record<string, number>;
    overdueByDid: Record<string, number>;
  };
  /** Every DID that ever had a call; `key` is the value of `?did=`. */
  dids: (DidJson & { key: string })[];
  cases: CaseJson[];
  /** The cursor of the next page, null on the last one. */
  next: string | null;
};
