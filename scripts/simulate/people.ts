/** The numbers of a small Indian firm, and those of the people who ring it, as PIOPIY writes them. */

import { digits, isLucky, oneOf, type Random, whole } from './random';

export type Did = {
  /** E.164 without its `+`. */
  number: string;
  team: string;
  /** How many of each hundred calls are for this number. */
  share: number;
};

export const dids: readonly Did[] = [
  { number: '914471002200', team: 'sales', share: 45 },
  { number: '918071005500', team: 'support', share: 30 },
  { number: '914471002240', team: 'clinic', share: 17 },
  { number: '918071005560', team: 'warehouse', share: 8 },
];

/** The phones on which our own people are rung. */
export const staff: readonly string[] = ['919840017201', '919840017202', '919886031103', '919900044104'];

/** E.164 without its `+`; null is somebody who hides the number. */
export type Caller = string | null;

/** A number as it stands in a record. */
export type Written = number | string | null;

export function didRung(random: Random): Did {
  let left = random() * 100;
  for (const did of dids) {
    left -= did.share;
    if (left < 0) return did;
  }
  throw new Error('the shares of the DIDs must make a hundred');
}

export function peopleAround(random: Random, howMany: number): string[] {
  return Array.from({ length: howMany }, () => somebody(random));
}

const mobiles =
  '98400 98410 98840 99400 94440 90030 98450 99000 99860 98860 97400 96110 88610 70100 78710'.split(' ');

/** Landlines of Chennai, Bengaluru, Mumbai and Delhi. */
const landlines = ['442811', '442464', '804112', '802558', '222857', '114160'];

/** London and San Francisco, out of the ranges that are kept free for films. */
const abroad = ['442079460', '1415555010', '1415555019'];

function somebody(random: Random): string {
  const kind = random();
  if (kind < 0.86) return `91${oneOf(random, mobiles)}${digits(random, 5)}`;
  if (kind < 0.95) return `91${oneOf(random, landlines)}${digits(random, 4)}`;
  const start = oneOf(random, abroad);
  return start + digits(random, start.startsWith('44') ? 3 : 1);
}

const hidden: readonly Written[] = [null, 0, '', 'anonymous'];

/** Without `+`, with or without the country code, as number or string. */
export function written(random: Random, caller: Caller): Written {
  if (caller === null) return oneOf(random, hidden);
  const isBare = caller.startsWith('91') && isLucky(random, 0.2);
  const text = isBare ? caller.slice(2) : caller;
  return isLucky(random, 0.25) ? text : Number(text);
}

/** A few people ring much more often than the rest. */
export function whoRings(random: Random, people: readonly string[]): Caller {
  if (isLucky(random, 0.06)) return null;
  return people[Math.floor(random() ** 1.6 * people.length)] ?? null;
}

export function userOf(random: Random, appid: number): string {
  return `${whole(random, 201, 206)}_${appid}`;
}
