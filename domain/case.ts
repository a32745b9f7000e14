/** The work: one caller to be called back about one DID, as the walk through time leaves it. */

import type { Call } from './call';
import { isHidden } from './call';
import type { Outcome } from './decision';
import { clockStart } from './hours';
import type { Settings } from './settings';

/** Times in ms. */
export type Case = {
  /** The id of its earliest missed call. */
  id: string;
  caller: string;
  callerRaw: string | null;
  did: string;
  didRaw: string | null;
  /** As the last event left it; what time alone changes, expiry too, is read from the instants (`case-now.ts`). */
  state: 'open' | 'closed' | 'uncallable';
  outcome: Outcome | null;
  /** The ids of its calls, the earliest first; of a case that the walk began with, those that it has added. */
  calls: string[];
  callsTotal: number;
  missedCount: number;
  firstMissedAt: number;
  lastMissedAt: number;
  /** When the clock starts and when a call back is due (rules.md 14). */
  clockStartsAt: number;
  dueAt: number;
  /** All of its rings were short, and none came soon after another (rules.md 13). */
  isShort: boolean;
  attempts: number;
  lastAttemptAt: number | null;
  lastAttemptBy: string | null;
  /** The first attempt or contact by us, and the first contact (the figures of rules.md). */
  triedAt: number | null;
  reachedAt: number | null;
  /** Until when somebody is on it, and until when it is hidden (rules.md 22). */
  claimedBy: string | null;
  claimLapsesAt: number | null;
  wakesAt: number | null;
  closedAt: number | null;
  closedBy: string | null;
  /** The call that closed it, where a record did (rules.md 20). */
  closedByCall: string | null;
  /** When it expires, if nobody closes it before (rules.md 23). */
  expiresAt: number;
  /** When it leaves the queue: closed, or expired; null for one that is in none. */
  endsAt: number | null;
  /** The instant from which the case is on the desk: one whose calls are all undecided is not yet (rules.md 11). */
  visibleFrom: number;
  /** The first and the last instant that this case depends on: no other case of the caller reaches into them. */
  spansFrom: number;
  spansTo: number;
};

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const claimMs = 15 * minuteMs;
/** rules.md 13: a short ring that is followed by another within this time ranks as any other. */
const repeatMs = 10 * minuteMs;

export function newCase(call: Call, at: number, settings: Settings): Case {
  const { id, caller, callerRaw, did, didRaw, startedAt } = call;
  const rules = settings.rules(did, startedAt);
  const clockStartsAt = clockStart(startedAt, rules.hours, rules.timeZone);
  return {
    id,
    caller,
    callerRaw,
    did,
    didRaw,
    state: isHidden(caller) ? 'uncallable' : 'open',
    outcome: null,
    calls: [],
    callsTotal: 0,
    missedCount: 0,
    firstMissedAt: startedAt,
    lastMissedAt: startedAt,
    clockStartsAt,
    dueAt: clockStartsAt + rules.targetMinutes * minuteMs,
    isShort: true,
    attempts: 0,
    lastAttemptAt: null,
    lastAttemptBy: null,
    triedAt: null,
    reachedAt: null,
    claimedBy: null,
    claimLapsesAt: null,
    wakesAt: null,
    closedAt: null,
    closedBy: null,
    closedByCall: null,
    expiresAt: 0,
    endsAt: null,
    visibleFrom: call.decidesAt ?? 0,
    spansFrom: at,
    spansTo: at,
  };
}

/** rules.md 15: a missed call joins the case; count and last missed move, the clock does not start again. */
export function join(it: Case, call: Call, settings: Settings): void {
  const rules = settings.rules(it.did, call.startedAt);
  const isRepeat = it.callsTotal > 0 && Math.abs(call.startedAt - it.lastMissedAt) <= repeatMs;
  it.isShort &&= call.isShort && !isRepeat && !rules.areShortsUsual;
  it.calls.push(call.id);
  it.callsTotal += 1;
  // A call that turned out answered after a person settled it stays in the case, and is not counted.
  it.missedCount += call.verdict === 'missed' ? 1 : 0;
  it.firstMissedAt = Math.min(it.firstMissedAt, call.startedAt);
  it.lastMissedAt = Math.max(it.lastMissedAt, call.startedAt);
  it.visibleFrom = Math.min(it.visibleFrom, call.decidesAt ?? 0);
  it.spansTo = Math.max(it.spansTo, call.startedAt);
  expireAfter(it, Math.max(call.startedAt, call.firstReceivedAt), rules.expiryDays);
}

/** rules.md 23: the later of what it is counted from moves the expiry; a caller without a number has none. */
function expireAfter(it: Case, from: number, days: number): void {
  it.expiresAt = Math.max(it.expiresAt, from + days * dayMs);
  if (it.state === 'open') it.endsAt = it.expiresAt;
}

/** rules.md 17. `by` is null where the record does not name the colleague. */
export function addAttempt(it: Case, at: number, by: string | null): void {
  it.attempts += 1;
  it.lastAttemptAt = at;
  it.lastAttemptBy = by;
  it.triedAt ??= at;
}

/** Those of a case that has been taken into this one. */
export function takeAttempts(it: Case, from: Case): void {
  if (from.lastAttemptAt === null) return;
  it.attempts += from.attempts;
  it.lastAttemptAt = from.lastAttemptAt;
  it.lastAttemptBy = from.lastAttemptBy;
  it.triedAt ??= from.triedAt;
}

export type Closing = { outcome: Outcome; at: number; by: string | null; byCall: string | null };

export function close(it: Case, { outcome, at, by, byCall }: Closing): void {
  it.state = 'closed';
  it.outcome = outcome;
  it.closedAt = at;
  it.closedBy = by;
  it.closedByCall = byCall;
  it.endsAt = at;
  it.spansTo = Math.max(it.spansTo, at);
  it.claimedBy = null;
  it.claimLapsesAt = null;
  it.wakesAt = null;
  const isByUs = outcome === 'reached_by_us' || outcome === 'called_back' || outcome === 'left_message';
  if (isByUs) it.triedAt ??= at;
  const isContact = outcome === 'reached_by_us' || outcome === 'reached_by_them' || outcome === 'called_back';
  if (isContact) it.reachedAt ??= at;
}

/** rules.md 21 and 23: on the desk again, for the full time of its last missed call; one that is there is awake again. */
export function reopen(it: Case, at: number, settings: Settings): void {
  it.state = isHidden(it.caller) ? 'uncallable' : 'open';
  it.outcome = null;
  it.closedAt = null;
  it.closedBy = null;
  it.closedByCall = null;
  it.endsAt = null;
  it.wakesAt = null;
  expireAfter(it, at, settings.rules(it.did, it.lastMissedAt).expiryDays);
}

/** rules.md 22: whoever rings again, on whatever DID, is on the desk at once. */
export function wake(it: Case, at: number): void {
  if (it.wakesAt === null) return;
  it.wakesAt = null;
  it.spansTo = Math.max(it.spansTo, at);
}

export function claim(it: Case, by: string, at: number): void {
  it.claimedBy = by;
  it.claimLapsesAt = at + claimMs;
}

export function release(it: Case): void {
  it.claimedBy = null;
  it.claimLapsesAt = null;
}
