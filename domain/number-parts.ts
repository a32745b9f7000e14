/**
 * The ends of a caller's number, by which any part of it is found: a part, or what follows its first digit, is how one of
 * the ends begins. An end at every second digit is enough, and half as much to write for each new caller.
 */

/** Shorter parts stand in so many numbers that looking from the newest call on is as quick. */
const shortestEnd = 3;

/** The ends with three digits or more that are kept of a caller's key (`phone.ts`): the whole, and every second. */
export function endsOf(key: string): string[] {
  return everyEndOf(key).filter((_, start) => start % 2 === 0);
}

/** Every end with three digits or more; desks of before 0.5.0 kept them all. */
export function everyEndOf(key: string): string[] {
  const digits = key.replace(/\D/g, '');
  return Array.from({ length: Math.max(0, digits.length - shortestEnd + 1) }, (_, start) =>
    digits.slice(start),
  );
}

/** How an end begins in which a part is found, or which follows its first digit. */
export function beginningsOf(part: string): string[] {
  return [part, part.slice(1)];
}

/**
 * What somebody may mean by the digits that they typed: those, and without the zero that a number has at home and not
 * from abroad.
 */
export function partsMeant(digits: string): string[] {
  const bare = digits.replace(/^0+/, '');
  return bare === digits || bare.length < shortestEnd ? [digits] : [bare, digits];
}
