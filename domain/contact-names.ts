/** A name of a caller as the desk keeps it. */

export const longestName = 100;

/** On one line, without what no screen shows; '' of nothing. */
export function oneLine(text: string): string {
  return text
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
