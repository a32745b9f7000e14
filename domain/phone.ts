/** A phone number as the provider writes it, told apart from others and shown to people (rules.md 5). */

import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * One end of a call. `key` is what makes two spellings the same number: E.164 with its `+`, else the bare
 * digits; null when the number is hidden, or is too short or too long to be called. `raw` is the provider's text.
 */
export type Party = { key: string | null; raw: string | null };

/** Keys of the texts that were read lately: the same numbers come with every call. */
const known = new Map<string, string | null>();
const mostKnown = 20_000;

/** Reads a number against the desk's country (ISO 3166-1 alpha-2): rules.md 5. */
export function partyOf(raw: string | null, country: string): Party {
  if (raw === null) return { key: null, raw };
  const asked = `${country} ${raw}`;
  let key = known.get(asked);
  if (key === undefined) {
    key = keyOf(raw, country);
    if (known.size >= mostKnown) known.clear();
    known.set(asked, key);
  }
  return { key, raw };
}

function keyOf(raw: string, country: string): string | null {
  const text = userPartOf(raw);
  const digits = text.replace(/\D/g, '').replace(/^0+/, '');
  // Hidden numbers come as a word, as nothing, or as zeros.
  if (digits === '') return null;
  if (!text.startsWith('+')) {
    const national = parsePhoneNumberFromString(text, country as CountryCode);
    if (national?.isValid()) return national.number;
  }
  const international = parsePhoneNumberFromString(`+${digits}`);
  if (international?.isValid()) return international.number;
  return digits.length >= 7 && digits.length <= 15 ? digits : null;
}

/** What stands between `sip:` or `tel:` and the host or the parameters. */
function userPartOf(raw: string): string {
  return raw
    .trim()
    .replace(/^(sips?|tel):/i, '')
    .replace(/[@;].*$/s, '');
}

/** E.164 where the key is one, else null. */
export function e164Of(key: string | null): string | null {
  return key?.startsWith('+') ? key : null;
}

/** "+91 44 7100 0000" for E.164, else the raw text as it came. */
export function displayOf(party: Party): string {
  const e164 = e164Of(party.key);
  return (e164 && internationally(e164)) || party.raw || 'Hidden number';
}

/** The plan of a number's country costs some 30 µs, and a board shows the same numbers again and again. */
const shown = new Map<string, string>();
const mostShown = 10_000;

function internationally(e164: string): string {
  const known = shown.get(e164);
  if (known !== undefined) return known;
  const text = parsePhoneNumberFromString(e164)?.formatInternational() || e164;
  if (shown.size >= mostShown) shown.clear();
  shown.set(e164, text);
  return text;
}

/** The same text with its digits hidden, but for the country's and the last two. */
export function maskedOf(display: string): string {
  // Also the digits of other scripts, in which somebody may send a number that nobody can call.
  const digits = display.match(/\p{Nd}/gu)?.length ?? 0;
  let seen = 0;
  return display.replace(/\p{Nd}/gu, (digit) => {
    seen += 1;
    return (display.startsWith('+') && seen <= 2) || seen > digits - 2 ? digit : '•';
  });
}
