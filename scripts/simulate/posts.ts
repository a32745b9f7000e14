/** How the records of one call reach us: late, in any order, up to four times, now and then odd. */

import { type Call, endOf, type Kind } from './calls';
import { chubRecords } from './chub';
import { eventsOf } from './events';
import { minute } from './hours';
import { type Body, piopiyRecords } from './piopiy';
import { isLucky, mostlySmall, oneOf, type Random, whole } from './random';

export type Post = {
  /** ms on the firm's clock */
  at: number;
  /** The JSON to post. */
  body: Body;
  kind: Kind;
  /** Which call of the day, from 0 on. */
  call: number;
  /** 0 is the first sending, 3 the last. */
  copy: number;
};

/** `rate`: how much faster than life whatever happens around the end of a call follows. */
export function postsOf(random: Random, ids: Random, call: Call, number: number, rate: number): Post[] {
  const end = endOf(call);
  const post = (body: Body, afterEndMs: number, copy = 0): Post => ({
    at: Math.round(end + afterEndMs / rate),
    body,
    kind: call.kind,
    call: number,
    copy,
  });
  if (hasChubShape(call) && isLucky(random, 0.08)) {
    return chubRecords(random, ids, call).map((body) => post(body, whole(random, 500, 4_000)));
  }
  const records = piopiyRecords(random, ids, call);
  const events = isLucky(random, 0.15) ? eventsOf(random, call, records) : [];
  const delays = arrivals(random, records.length);
  return [
    ...events.map((body) => post(body, Number(body.time) - end + whole(random, 50, 3_000))),
    ...records.flatMap((record, index) => {
      const body = isLucky(random, 0.03) ? odd(random, record) : record;
      const copies = resends.slice(0, oneOf(random, [1, 1, 1, 1, 1, 1, 2, 2, 3, 4]));
      return copies.map((later, copy) => post(body, (delays[index] ?? 0) + later, copy));
    }),
  ];
}

/** 5, 10 and 15 minutes after each other. */
const resends = [0, 5 * minute, 15 * minute, 30 * minute];

function hasChubShape({ kind }: Call): boolean {
  return kind !== 'missed after a menu' && kind !== 'callback without our staff';
}

/** ms after the end of the call at which each leg is sent first; the order of legs is not promised. */
function arrivals(random: Random, legs: number): number[] {
  const manner = random();
  const a = whole(random, 500, 2_500);
  return Array.from({ length: legs }, (_, index) => {
    if (index === 0) return manner < 0.15 ? a + 8_000 : a;
    if (manner > 0.88) return a + 10_000 + mostlySmall(random, 0, 240_000);
    return a + whole(random, 50, 2_000);
  });
}

function odd(random: Random, record: Body): Body {
  const oddity = whole(random, 0, 2);
  if (oddity === 0) return { ...record, trunk: { name: 'in-3', codec: 'PCMA' }, hops: 2, tags: [] };
  if (oddity === 1) return { ...record, extra_params: "{ 'Name': 'Akil', 'ID':8915726 }" };
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, typeof value === 'number' ? String(value) : value]),
  );
}
