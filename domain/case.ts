/** The work: one caller to be called back about one DID, folded from their calls and what people decided. */

import { type Call, isHidden } from './call';
import { type Decision, isSettling, type Outcome } from './decision';
import { grouped } from './grouped';

/** Times in ms. */
export type Case = {
  /** The id of its earliest missed call. */
  id: string;
  caller: string;
  callerRaw: string | null;
  did: string;
  didRaw: string | null;
  state: 'open' | 'closed' | 'uncallable';
  outcome: Outcome | null;
  /** The ids of its calls, the earliest first. */
  calls: string[];
  missedCount: number;
  firstMissedAt: number;
  lastMissedAt: number;
  /** When a call back is due (rules.md 14). */
  dueAt: number;
  attempts: number;
  lastAttemptAt: number | null;
  lastAttemptBy: string | null;
  closedAt: number | null;
  closedBy: string | null;
  /** The case before this one, of the same caller and DID (rules.md 15). */
  previous: string | null;
  /** The instant from which the case is on the desk: one whose calls are all undecided is not yet (rules.md 11). */
  visibleFrom: number;
};

/** rules.md 14: the target, until opening hours and settings set it. */
const targetMs = 30 * 60_000;

/** The cases of one caller on all DIDs, from all of that caller's calls and the decisions about any of them. */
export function casesOf(calls: Call[], decisions: Decision[]): Case[] {
  const standing = decisions.filter((decision) => decision.undoneAt === null).sort(byTime);
  return [...grouped(calls, (call) => call.did).values()].flatMap((onDid) => casesOnDid(onDid, standing));
}

/** One walk through time: missed calls open a case or join it, decisions close it or open it again. */
function casesOnDid(calls: Call[], decisions: Decision[]): Case[] {
  const ids = new Set(calls.map((call) => call.id));
  const about = decisions.filter((decision) => decision.calls.some((id) => ids.has(id)));
  const settled = new Set(about.filter(({ kind }) => isSettling(kind)).flatMap((decision) => decision.calls));
  const missed = calls.filter((call) => call.verdict === 'missed' || settled.has(call.id));
  const walk: Walk = {
    cases: [],
    open: undefined,
    caseOf: new Map(),
    calls: new Map(missed.map((call) => [call.id, call])),
  };
  for (const { call, decision } of stepsOf(missed, about)) {
    if (call) addMissed(walk, call);
    if (decision) applyDecision(walk, decision);
  }
  return walk.cases;
}

type Step = { at: number; id: string; call?: Call; decision?: Decision };

/** In the order of time; a call comes before a decision of the same instant. */
function stepsOf(calls: Call[], decisions: Decision[]): Step[] {
  // The calls that a person saw were there when they decided, whatever their clocks say (rules.md 21).
  const seenAt = new Map<string, number>();
  for (const { at, calls } of decisions)
    for (const id of calls) seenAt.set(id, Math.min(at, seenAt.get(id) ?? at));
  const places = calls.map((call) => Math.min(call.startedAt, seenAt.get(call.id) ?? call.startedAt));
  const steps: Step[] = [
    ...calls.map((call, index) => ({ at: places[index]!, id: call.id, call })),
    ...decisions.map((decision) => ({ at: decision.at, id: decision.id, decision })),
  ];
  return steps.sort(
    (a, b) => a.at - b.at || Number(!!a.decision) - Number(!!b.decision) || (a.id < b.id ? -1 : 1),
  );
}

type Walk = { cases: Case[]; open: Case | undefined; caseOf: Map<string, Case>; calls: Map<string, Call> };

/** rules.md 15 and 16: a missed call joins the open case, else opens one that points at the case before. */
function addMissed(walk: Walk, call: Call): void {
  if (!walk.open) {
    walk.open = newCase(call, walk.cases.at(-1)?.id ?? null);
    walk.cases.push(walk.open);
  }
  const { open } = walk;
  walk.caseOf.set(call.id, open);
  open.calls.push(call.id);
  // A call that turned out answered after a person settled it stays in the case, and is not counted.
  open.missedCount += call.verdict === 'missed' ? 1 : 0;
  open.firstMissedAt = Math.min(open.firstMissedAt, call.startedAt);
  open.lastMissedAt = Math.max(open.lastMissedAt, call.startedAt);
  open.visibleFrom = Math.min(open.visibleFrom, call.decidesAt ?? 0);
}

function newCase(call: Call, previous: string | null): Case {
  const { id, caller, callerRaw, did, didRaw, startedAt } = call;
  return {
    id,
    caller,
    callerRaw,
    did,
    didRaw,
    state: openStateOf(caller),
    outcome: null,
    calls: [],
    missedCount: 0,
    firstMissedAt: startedAt,
    lastMissedAt: startedAt,
    dueAt: startedAt + targetMs,
    attempts: 0,
    lastAttemptAt: null,
    lastAttemptBy: null,
    closedAt: null,
    closedBy: null,
    previous,
    visibleFrom: call.decidesAt ?? 0,
  };
}

/** rules.md 16: a caller without a number stands outside the queue. */
function openStateOf(caller: string): 'open' | 'uncallable' {
  return isHidden(caller) ? 'uncallable' : 'open';
}

/** rules.md 17 and 21. A decision on a case that is closed already changes nothing. */
function applyDecision(walk: Walk, { kind, at, by, calls }: Decision): void {
  const target = latest(calls.flatMap((id) => walk.caseOf.get(id) ?? []));
  if (!target) return;
  if (target !== walk.open) {
    if (kind === 'reopen') reopen(walk, target);
  } else if (isSettling(kind)) {
    Object.assign(target, { state: 'closed', outcome: kind, closedAt: at, closedBy: by });
    walk.open = undefined;
  } else if (kind === 'tried') {
    Object.assign(target, { attempts: target.attempts + 1, lastAttemptAt: at, lastAttemptBy: by });
  }
}

/** Nobody could say this while a newer case was open: one that is open now came of late records, and joins. */
function reopen(walk: Walk, target: Case): void {
  const late = walk.open;
  Object.assign(target, { state: openStateOf(target.caller), outcome: null, closedAt: null, closedBy: null });
  walk.open = target;
  if (!late) return;
  walk.cases = walk.cases.filter((it) => it !== late);
  for (const it of walk.cases) if (it.previous === late.id) it.previous = late.previous;
  for (const id of late.calls) addMissed(walk, walk.calls.get(id)!);
}

function latest(cases: Case[]): Case | undefined {
  return cases.reduce<Case | undefined>(
    (last, it) => (!last || it.firstMissedAt > last.firstMissedAt ? it : last),
    undefined,
  );
}

function byTime(a: Decision, b: Decision): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}
