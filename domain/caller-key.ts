/** The key of a caller in an address, and the cursors of the pages about them. */

/** E.164 with its `+`, or bare digits, as `phone.ts` makes them; a hidden caller has no page. */
export function isCallerKey(key: string): boolean {
  return /^\+?\d{4,16}$/.test(key);
}

/** The key in a part of an address, encoded or not; a `+` that nobody encoded may reach us as a space. */
export function callerKeyIn(part: string): string {
  return part.replace(/^(%2B|%20| )(?=\d)/i, '+');
}

/** The last row of a page: its instant (ms) and its id. */
export type PageEnd = { at: number; id: string };

export function pageEndText({ at, id }: PageEnd): string {
  return `${at}.${id}`;
}

/** Undefined where it is none that this desk gave. */
export function pageEndIn(text: string): PageEnd | undefined {
  const match = /^(-?\d{1,16})\.([\w-]{1,64})$/.exec(text);
  return match ? { at: Number(match[1]), id: match[2]! } : undefined;
}
