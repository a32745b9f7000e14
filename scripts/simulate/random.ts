/** Chance that can be told again: the same seed, the same numbers. */

/** Gives numbers from 0 up to, not including, 1. */
export type Random = () => number;

/** mulberry32: small, quick and good enough for a make-believe firm; takes 32 bits of seed. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function isLucky(random: Random, share: number): boolean {
  return random() < share;
}

/** A whole number, both ends included. */
export function whole(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

/** As `whole`, with small numbers far more often than large ones: how long people talk. */
export function mostlySmall(random: Random, from: number, to: number): number {
  return from + Math.floor(random() ** 3 * (to - from + 1));
}

export function oneOf<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

export function uuid(random: Random): string {
  const hex = (length: number) => letters(random, '0123456789abcdef', length);
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${oneOf(random, ['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`;
}

const alphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The 43 characters by which PIOPIY names a call that was started through its API. */
export function requestId(random: Random): string {
  return letters(random, alphanumeric, 43);
}

export function digits(random: Random, length: number): string {
  return letters(random, '0123456789', length);
}

function letters(random: Random, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
}
