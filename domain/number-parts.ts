/** The ends of a caller's number, by which any part of it is found: a part is how one of the ends begins. */

/** Shorter parts stand in so many numbers that looking from the newest call on is as quick. */
const shortestEnd = 3;

/** Every end of the digits of a caller's key (`phone.ts`) with three digits or more. */
export function endsOf(key: string): string[] {
  const digits = key.replace(/\D/g, '');
  return Array.from({ length: Math.max(0, digits.length - shortestEnd + 1) }, (_, start) =>
    digits.slice(start),
  );
}

/**
 * What somebody may mean by the digits that they typed: those, and without the zero that a number has at home and not
 * from abroad.
 */
export function partsMeant(digits: string): string[] {
  const bare = digits.replace(/^0+/, '');
  return bare === digits || bare.length < shortestEnd ? [digits] : [bare, digits];
}
