/** Who rang whom, when, and how it went: callers who are missed ring again, and some are called back. */

import { isOpen, minute, nextOpening, ringTimes, type Span } from './hours';
import { type Caller, type Did, didRung, peopleAround, type Written, whoRings, written } from './people';
import { isLucky, mostlySmall, type Random, whole } from './random';

export const kinds = [
  'answered',
  'missed',
  'missed after a menu',
  'callback answered',
  'callback missed',
  'callback without our staff',
] as const;
export type Kind = (typeof kinds)[number];

export type Call = {
  kind: Kind;
  did: Did;
  caller: Caller;
  /** The caller as this call's records have it. */
  from: Written;
  /** ms */
  startsAt: number;
  /** Seconds before anybody spoke, and seconds of talk. */
  ring: number;
  talk: number;
  /** How many of our people were rung: legs b, when the call came in. */
  rung: number;
};

/** What somebody means to do after a missed call. */
type Plan = { dueAt: number; caller: string; did: Did; does: 'ring again' | 'call back' };

export function endOf(call: Call): number {
  return call.startsAt + (call.ring + call.talk) * 1000;
}

export function isCallback(kind: Kind): boolean {
  return kind.startsWith('callback');
}

/** Exactly `span.calls` calls, in the order in which they begin. */
export function callsOf(random: Random, span: Span): Call[] {
  const firm = firmOf(random, span);
  let plans: Plan[] = [];
  let last = 0;
  return ringTimes(random, span).map((time) => {
    const plan = plans.find(({ dueAt }) => dueAt <= time);
    last = Math.max(last, plan?.dueAt ?? time);
    const call =
      plan?.does === 'call back' ? callback(random, firm, last, plan) : inbound(random, firm, last, plan);
    plans = plans.filter((other) => other !== plan && !(isReached(call) && other.caller === call.caller));
    plans.push(...plansAfter(random, firm, call));
    plans.sort((a, b) => a.dueAt - b.dueAt);
    return call;
  });
}

type Firm = { people: string[]; isStaffed: (at: number) => boolean; longestTalk: number };

/** A live run is for watching: at any hour somebody is at work, nobody talks for long, few ring often. */
function firmOf(random: Random, { calls, days }: Span): Firm {
  const isLive = days === 0;
  return {
    people: peopleAround(random, Math.max(8, Math.round(isLive ? calls * 4 : calls / 2))),
    isStaffed: (at) => isLive || isOpen(at),
    longestTalk: isLive ? 60 : 420,
  };
}

function inbound(random: Random, firm: Firm, startsAt: number, again?: Plan): Call {
  const caller = again?.caller ?? whoRings(random, firm.people);
  const who = {
    did: again?.did ?? didRung(random),
    caller,
    from: written(random, caller),
    startsAt,
    talk: 0,
  };
  const luck = random();
  if (luck < (firm.isStaffed(startsAt) ? 0.65 : 0.1)) {
    const talk = mostlySmall(random, 8, firm.longestTalk);
    return {
      ...who,
      kind: 'answered',
      ring: whole(random, 3, 25),
      talk,
      rung: isLucky(random, 0.25) ? 2 : 1,
    };
  }
  if (luck > 0.92) {
    return { ...who, kind: 'missed after a menu', ring: whole(random, 8, 60), rung: whole(random, 1, 3) };
  }
  if (isLucky(random, 0.18)) return { ...who, kind: 'missed', ring: whole(random, 1, 4), rung: 0 };
  return { ...who, kind: 'missed', ring: whole(random, 6, 45), rung: whole(random, 0, 3) };
}

function callback(random: Random, firm: Firm, startsAt: number, { caller, did }: Plan): Call {
  const who = { did, caller, from: Number(caller), startsAt, talk: 0, rung: 1 };
  const luck = random();
  if (luck < 0.15) return { ...who, kind: 'callback without our staff', ring: whole(random, 15, 30) };
  const ring = whole(random, 12, 45);
  if (luck < 0.45) return { ...who, kind: 'callback missed', ring };
  // Under ten seconds is no contact (rules.md 18): a voice box, say.
  const talk = isLucky(random, 0.1) ? whole(random, 2, 9) : mostlySmall(random, 12, firm.longestTalk);
  return { ...who, kind: 'callback answered', ring, talk };
}

function isReached(call: Call): boolean {
  return call.kind === 'answered' || call.kind === 'callback answered';
}

function plansAfter(random: Random, firm: Firm, call: Call): Plan[] {
  const { caller, did } = call;
  if (caller === null || isReached(call)) return [];
  const later = (from: number, to: number) => endOf(call) + whole(random, from * minute, to * minute);
  const atWork = (at: number) => (firm.isStaffed(at) ? at : nextOpening(at) + whole(random, 0, 60 * minute));
  const plans: Plan[] = [];
  if (!isCallback(call.kind) && isLucky(random, 0.35)) {
    plans.push({ dueAt: later(1, 9), caller, did, does: 'ring again' });
  }
  if (isLucky(random, isCallback(call.kind) ? 0.5 : 0.6)) {
    const from = isLucky(random, 0.9) ? did : didRung(random);
    plans.push({ dueAt: atWork(later(4, 50)), caller, did: from, does: 'call back' });
  }
  return plans;
}
