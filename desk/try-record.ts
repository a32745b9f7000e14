/** The record tester: how a pasted record would be read, folded and judged; nothing is kept. */

import JSON5 from 'json5';
import { callOf, isHidden } from '@/domain/call';
import { readCdr } from '@/domain/cdr';
import { grouped } from '@/domain/grouped';
import type { Leg } from '@/domain/leg';
import type { Person } from '@/domain/person';
import { displayOf } from '@/domain/phone';
import { type Opened, openBody } from '@/domain/reading';
import type { Verdict } from '@/domain/verdict';
import { demand } from './permission';
import type { Desk } from './the-desk';

export type Trial = {
  /** One for each record, in the order in which they were pasted. */
  records: (
    | { is: 'leg'; leg: Partial<Leg> }
    | { is: 'event'; status: string }
    | { is: 'unread'; reason: string }
  )[];
  calls: {
    conversation: string;
    direction: string;
    caller: string;
    did: string;
    startedAt: string;
    ringMs: number | null;
    verdict: Verdict;
    rule: number;
    mark: string | null;
    isShort: boolean;
    isOutOfHours: boolean;
    /** Of a lone leg b: until when it is undecided (rules.md 11). */
    decidesAt: string | null;
    /** Whether it would put a caller on the desk. */
    waits: boolean;
  }[];
};

/** Takes JSON, or the object notation in which the documentation prints records. Answers a reason where it is neither. */
export async function tryRecord(
  desk: Desk,
  by: Person,
  text: string,
  now: number,
): Promise<Trial | { reason: string }> {
  demand(by, 'administer');
  const opened = openPasted(text);
  if ('reason' in opened) return opened;
  const settings = await desk.settings(desk.store.read);
  const read = opened.records.map((record) => readCdr(record, now));
  const legs = read.flatMap((it) => ('leg' in it ? it.leg : []));
  const calls = [...grouped(legs, (leg) => leg.callId).values()].map((copies) => callOf(copies, settings));
  return {
    records: read.map((it) =>
      'leg' in it
        ? { is: 'leg', leg: known(it.leg) }
        : 'event' in it
          ? { is: 'event', status: it.event }
          : { is: 'unread', reason: it.reason },
    ),
    calls: calls.map((call) => ({
      conversation: call.conversation,
      direction: call.direction,
      caller: isHidden(call.caller) ? 'hidden' : displayOf({ key: call.caller, raw: call.callerRaw }),
      did: displayOf({ key: call.did, raw: call.didRaw }),
      startedAt: new Date(call.startedAt).toISOString(),
      ringMs: call.ringMs,
      verdict: call.verdict,
      rule: call.rule,
      mark: call.mark,
      isShort: call.isShort,
      isOutOfHours: call.isOutOfHours,
      decidesAt: call.decidesAt === null ? null : new Date(call.decidesAt).toISOString(),
      waits: call.direction === 'inbound' && call.verdict === 'missed',
    })),
  };
}

function openPasted(text: string): Opened {
  const opened = openBody(text);
  if (!('reason' in opened)) return opened;
  try {
    // Older documentation prints numbers with a leading zero, in which no notation has them.
    return openBody(JSON.stringify(JSON5.parse(text.replace(/(:\s*)(0\d+)(?=\s*[,}\]])/g, '$1"$2"'))));
  } catch {
    return {
      reason: 'This is neither JSON, nor a form, nor written as PIOPIY’s documentation prints a record.',
    };
  }
}

/** What the record says; ids of ours and what is absent are left out. */
function known(leg: Leg): Partial<Leg> {
  const ours = ['id', 'copy', 'callId', 'firstReceivedAt'];
  return Object.fromEntries(
    Object.entries(leg).filter(([name, value]) => value !== null && !ours.includes(name)),
  );
}
