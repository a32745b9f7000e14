/** The call detail records of one call, leg a first, as PIOPIY's documentation prints them. */

import { type Call, endOf, isCallback } from './calls';
import { staff } from './people';
import { isLucky, oneOf, type Random, requestId, uuid, whole } from './random';

/** What is posted: keys, values and JSON types as in the samples. */
export type Body = Record<string, unknown>;

export const piopiyApp = 2222222;

/** Newer records lack `type`, Indian ones the times in seconds; older ones have both. */
type Spelling = 'newer' | 'older' | 'indian';

type Ends = { from: unknown; to: unknown };
type Leg = { leg: 'a' | 'b'; start: number; end: number; answered?: number };

/** `ids` is a chance of its own, so that the same story told on another day has other ids. */
export function piopiyRecords(random: Random, ids: Random, call: Call): Body[] {
  const spelling = oneOf<Spelling>(random, ['newer', 'newer', 'newer', 'older', 'older', 'indian']);
  return isCallback(call.kind)
    ? callbackRecords(random, ids, call, spelling)
    : inboundRecords(random, ids, call, spelling);
}

function inboundRecords(random: Random, ids: Random, call: Call, spelling: Spelling): Body[] {
  const own = uuid(ids);
  const conversation = spelling === 'older' && isLucky(random, 0.3) ? uuid(ids) : own;
  const ends = { from: call.from, to: didNumber(call, spelling) };
  const shared = { extra_params: extraParams(random), conversation_uuid: conversation };
  const { start, picked, end } = seconds(call);
  const lag = Math.min(whole(random, 0, 3), end - start);
  const record = (direction: string, cmiuuid: string, leg: Leg) =>
    shaped(spelling, { ...common(ends, direction, leg, leg.start + lag), ...shared, cmiuuid }, leg);

  const aPicked = call.kind === 'answered' ? picked : call.kind === 'missed' ? undefined : start + 2;
  const a = record('inbound', own, { leg: 'a', start, end, answered: aPicked });
  // As printed in the documentation: a missed call with an answer_time after its end.
  if (call.kind === 'missed' && isLucky(random, 0.2) && spelling === 'newer') a.answer_time = end + 1;

  const isShared = call.rung === 1 && isLucky(random, 0.6);
  const step = isShared ? 0 : Math.max(1, Math.floor(call.ring / (call.rung + 1)));
  const legsB = Array.from({ length: call.rung }, (_, index): Body => {
    const isLast = index === call.rung - 1;
    const begins = Math.min(start + index * step, end);
    const answered = isLast && call.kind === 'answered' ? picked : undefined;
    const ends = isLast ? end : Math.min(begins + step, end);
    return record('outbound', isShared ? own : uuid(ids), { leg: 'b', start: begins, end: ends, answered });
  });
  return [a, ...legsB];
}

/** Leg a is our own phone, leg b the caller's: the other way round from a call that came in. */
function callbackRecords(random: Random, ids: Random, call: Call, spelling: Spelling): Body[] {
  const request = requestId(ids);
  const did = didNumber(call, spelling);
  const shared = { extra_params: extraParams(random), conversation_uuid: request };
  const out = {
    request_id: request,
    callerid: spelling === 'indian' ? `0${did}` : did,
    ...(spelling === 'indian' && { vn: did }),
    ...(spelling !== 'newer' && { out: true }),
    ...(spelling === 'older' && { api_init: true }),
  };
  const { start, picked, end } = seconds(call);
  const record = (to: unknown, leg: Leg) =>
    shaped(
      spelling,
      { ...common({ from: did, to }, 'outbound', leg, leg.start - 3), ...shared, cmiuuid: uuid(ids), ...out },
      leg,
    );

  const ourPhone = Number(oneOf(random, staff));
  if (call.kind === 'callback without our staff') return [record(ourPhone, { leg: 'a', start, end })];
  const callerRings = start + Math.floor(call.ring * 0.4);
  const answered = call.kind === 'callback answered' ? picked : undefined;
  return [
    record(ourPhone, { leg: 'a', start, end, answered: callerRings }),
    record(call.from, { leg: 'b', start: callerRings, end, answered }),
  ];
}

function common({ from, to }: Ends, direction: string, leg: Leg, time: number): Body {
  return {
    to,
    appid: piopiyApp,
    time: time * 1000,
    start_time: leg.start,
    end_time: leg.end,
    from,
    direction,
    duration: leg.answered === undefined ? 0 : leg.end - leg.answered,
  };
}

function shaped(spelling: Spelling, known: Body, { leg, answered }: Leg): Body {
  const wasAnswered = answered !== undefined;
  const status = { leg, status: wasAnswered ? 'answered' : 'missed' };
  if (spelling === 'indian') {
    const { start_time, end_time, ...rest } = known;
    return { ...rest, ...status, type: 'cdr' };
  }
  const price = { call_rate: wasAnswered ? '0.450000' : 0, balance: '' };
  const answerTime = wasAnswered ? { answer_time: answered } : {};
  return { ...known, ...price, ...answerTime, ...status, ...(spelling === 'older' && { type: 'cdr' }) };
}

/** Whole seconds, as in start_time, answer_time and end_time. */
function seconds(call: Call) {
  const end = Math.floor(endOf(call) / 1000);
  return { start: end - call.ring - call.talk, picked: end - call.talk, end };
}

/** Indian samples print numbers of India without the country code. */
function didNumber(call: Call, spelling: Spelling): number {
  return Number(spelling === 'indian' ? call.did.number.slice(2) : call.did.number);
}

function extraParams(random: Random): string {
  return oneOf(random, ['{"key":"value"}', '{"crm":"true"}', '{"source":"website"}']);
}
