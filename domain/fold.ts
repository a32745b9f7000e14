/** From the calls of one caller and what people decided to that caller's cases: one walk through time. */

import type { Call } from './call';
import {
  addAttempt,
  type Case,
  claim,
  close,
  join,
  newCase,
  release,
  reopen,
  takeAttempts,
  wake,
} from './case';
import { type Effect, effectOf } from './contact';
import { type Decision, isSettling } from './decision';
import type { Settings } from './settings';

/**
 * The cases of `caller` on all DIDs, in the order in which they began. `calls` came in from the caller or went to
 * them: all of them, or all since an instant. `decisions` are those about any of them. `standing` are the cases in the
 * queue as an earlier walk left them before that instant, into which no other case reaches.
 */
export function casesOf(
  caller: string,
  calls: Call[],
  decisions: Decision[],
  settings: Settings,
  standing: Case[] = [],
): Case[] {
  const ids = new Set(calls.map((call) => call.id));
  const said = decisions.filter((it) => it.undoneAt === null && it.calls.some((id) => ids.has(id)));
  const walk: Walk = {
    caller,
    settings,
    settledAt: settledAt(said),
    calls: new Map(calls.map((call) => [call.id, call])),
    cases: [...standing],
    open: new Map(standing.map((it) => [it.did, it])),
    reopenedAt: new Map(),
    caseOf: new Map(),
  };
  for (const step of stepsOf(walk, calls, said)) {
    expire(walk, step.at);
    if (step.missed) addMissed(walk, step.missed, step.at);
    if (step.effect) applyEffect(walk, step.effect.call, step.effect.is);
    if (step.decision) applyDecision(walk, step.decision);
  }
  return walk.cases;
}

type Walk = {
  caller: string;
  settings: Settings;
  /** When a person settled a call, the last time. */
  settledAt: Map<string, number>;
  cases: Case[];
  /** The case in the queue, by DID. */
  open: Map<string, Case>;
  calls: Map<string, Call>;
  /** When a person last opened a case again. */
  reopenedAt: Map<Case, number>;
  /** The case of each call. */
  caseOf: Map<string, Case>;
};

type Step = {
  at: number;
  id: string;
  missed?: Call;
  effect?: { call: Call; is: Exclude<Effect, null> };
  decision?: Decision;
};

/** In the order of time; of one instant first what was missed, then what was reached, then what was said. */
function stepsOf({ caller, settings, settledAt }: Walk, calls: Call[], decisions: Decision[]): Step[] {
  const seenAt = firstSeenAt(decisions);
  const steps: Step[] = decisions.map((decision) => ({ at: decision.at, id: decision.id, decision }));
  for (const call of calls) {
    const { id, startedAt } = call;
    // The calls that a person saw were there when they decided, whatever their clocks say (rules.md 21).
    const place = Math.min(startedAt, seenAt.get(id) ?? startedAt);
    const isWork =
      call.direction === 'inbound' &&
      call.caller === caller &&
      (call.verdict === 'missed' || settledAt.has(id));
    if (isWork) steps.push({ at: place, id, missed: call });
    const is = effectOf(call, caller, settings.rules(call.did, startedAt).talkSeconds);
    if (is) steps.push({ at: startedAt, id, effect: { call, is } });
  }
  return steps.sort((a, b) => a.at - b.at || kindOf(a) - kindOf(b) || (a.id < b.id ? -1 : 1));
}

function kindOf({ missed, effect }: Step): number {
  return missed ? 0 : effect ? 1 : 2;
}

function firstSeenAt(decisions: Decision[]): Map<string, number> {
  const seen = new Map<string, number>();
  for (const { at, calls } of decisions)
    for (const id of calls) seen.set(id, Math.min(at, seen.get(id) ?? at));
  return seen;
}

function settledAt(decisions: Decision[]): Map<string, number> {
  const settled = new Map<string, number>();
  for (const { at, calls, kind } of decisions) {
    if (isSettling(kind)) for (const id of calls) settled.set(id, Math.max(at, settled.get(id) ?? at));
  }
  return settled;
}

/** rules.md 15 and 16: a missed call joins the open case, else opens one. */
function addMissed(walk: Walk, call: Call, at: number): void {
  let it = walk.open.get(call.did);
  if (!it) {
    it = newCase(call, at, walk.settings);
    walk.cases.push(it);
    walk.open.set(call.did, it);
  }
  join(it, call, walk.settings);
  walk.caseOf.set(call.id, it);
  for (const open of walk.open.values()) wake(open, call.startedAt);
}

/** rules.md 17 to 20: an attempt is noted; a contact closes every open case that was last missed before it. */
function applyEffect(walk: Walk, call: Call, is: Exclude<Effect, null>): void {
  for (const it of [...walk.open.values()]) {
    it.spansTo = Math.max(it.spansTo, call.startedAt);
    if (is === 'attempt') {
      if (it.firstMissedAt < call.startedAt) addAttempt(it, call.startedAt, call.staff);
    } else if (it.lastMissedAt < call.startedAt && !isOverruled(walk, it, call)) {
      const at = Math.min(call.startedAt, call.firstReceivedAt);
      close(it, { outcome: is, at, by: call.staff, byCall: call.id });
      walk.open.delete(it.did);
    }
  }
}

/** Somebody settled the case later, or opened it again though they knew of this contact: then that holds. */
function isOverruled(walk: Walk, it: Case, { startedAt, firstReceivedAt }: Call): boolean {
  const reopenedAt = walk.reopenedAt.get(it) ?? Number.NEGATIVE_INFINITY;
  return reopenedAt >= firstReceivedAt || isSettledSince(walk, it, startedAt);
}

/** rules.md 23: what stood in the queue until its expiry has left it. Its row stays as it is: its instant tells. */
function expire(walk: Walk, now: number): void {
  for (const it of [...walk.open.values()]) {
    if (it.endsAt === null || it.endsAt > now || isSettledSince(walk, it, it.endsAt)) continue;
    walk.open.delete(it.did);
  }
}

/** rules.md 21: no record that came late, and no setting, overrides what a person decided about these calls. */
function isSettledSince({ settledAt }: Walk, { calls }: Case, at: number): boolean {
  return calls.some((id) => (settledAt.get(id) ?? Number.NEGATIVE_INFINITY) >= at);
}

/** rules.md 17, 21 and 22. A decision on a case that is closed already changes nothing. */
function applyDecision(walk: Walk, decision: Decision): void {
  const targets = new Set(decision.calls.flatMap((id) => walk.caseOf.get(id) ?? []));
  for (const did of new Set([...targets].map((it) => it.did))) {
    const target = [...targets].findLast((it) => it.did === did)!;
    target.spansTo = Math.max(target.spansTo, decision.at);
    if (target === walk.open.get(did)) decideOpen(walk, target, decision);
    else if (decision.kind === 'reopen') reopenCase(walk, target, decision.at);
  }
}

/** Nobody could say this while a newer case was open: one that is open now came of late records, and joins. */
function reopenCase(walk: Walk, it: Case, at: number): void {
  const late = walk.open.get(it.did);
  reopen(it, at, walk.settings);
  walk.reopenedAt.set(it, at);
  walk.open.set(it.did, it);
  if (!late || late === it) return;
  walk.cases = walk.cases.filter((other) => other !== late);
  for (const id of late.calls) addMissed(walk, walk.calls.get(id)!, at);
  takeAttempts(it, late);
}

function decideOpen(walk: Walk, it: Case, { kind, at, by, until }: Decision): void {
  if (isSettling(kind)) {
    close(it, { outcome: kind, at, by, byCall: null });
    walk.open.delete(it.did);
  } else if (kind === 'tried') addAttempt(it, at, by);
  else if (kind === 'claim') claim(it, by, at);
  else if (kind === 'release') release(it);
  else if (kind === 'snooze') it.wakesAt = until;
  else if (kind === 'reopen') reopenCase(walk, it, at);
}
