/** Finds a phone number in texts, however it was spelled. */

import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { e164Of, partyOf } from './phone';

export type CallerNames = {
  /** Whether the value, or anything inside of it, names the number. */
  isNamedIn(value: unknown): boolean;
  /** The text with the number taken out. */
  without(text: string): string;
};

/** What people write between digits. */
const between = '[\\s().\\u00a0\\u2010-\\u2015/-]*';

/** `key` as `partyOf` gives it; numbers without their country are read against `country`. */
export function namesOf(key: string, country: string): CallerNames {
  const parsed = e164Of(key) ? parsePhoneNumberFromString(key) : undefined;
  const digits = parsed?.nationalNumber ?? key.replace(/\D/g, '');
  const code = parsed ? `(?:${[...parsed.countryCallingCode].join(between)}${between})?` : '';
  const spelled = `(?:(?:\\+|00?)${between})?${code}(?:\\(?0\\)?${between})?${[...digits].join(between)}`;
  // A number that no country's plan knows has nothing else to be told by than where it ends.
  const anywhere = parsed ? spelled : `(?<!\\d)${spelled}(?!\\d)`;
  const found = new RegExp(anywhere);

  function isNamedIn(value: unknown): boolean {
    if (typeof value === 'string' || typeof value === 'number') return isNamedInText(String(value));
    if (typeof value !== 'object' || value === null) return false;
    // Not by recursion into depths that the stack does not bear: the kept JSON may be nested as deeply as it likes.
    const waiting: unknown[] = [value];
    while (waiting.length > 0) {
      const next = waiting.pop();
      if (typeof next === 'object' && next !== null) {
        for (const inner of Object.entries(next).flat()) waiting.push(inner);
      } else if (next !== null && isNamedInText(String(next))) return true;
    }
    return false;
  }

  /** A text that is nothing but a number is that number or another; in a longer one it may stand anywhere. */
  function isNamedInText(text: string): boolean {
    if (/^[\s+\d().-]{7,24}$/.test(text)) {
      const party = partyOf(text, country);
      if (party.key === key) return true;
      if (e164Of(party.key) !== null) return false;
    }
    return found.test(text);
  }

  return {
    isNamedIn,
    without: (text) => text.replace(new RegExp(anywhere, 'g'), '(erased)'),
  };
}
