/** Why a password is refused though it is long enough: everybody tries it first, or it is the person's own name. */

import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

export type Whose = { name: string; email: string };

/** Below that one finds it within 10^8 tries: the list of 49,000 common ones, keyboards, dates, repeats, and what people add. */
const leastScore = 3;
/** Longer ones cost time to judge and nobody guesses them; what they begin with is judged. */
const judgedLength = 64;
/** How much must be left of it without the person's own names. */
const leastBesideNames = 8;

let estimator: ZxcvbnFactory | undefined;

/** The rest of a sentence that begins with the field's name, or null where the password may stay. */
export function weaknessOf(password: string, { name, email }: Whose): string | null {
  const given = password.normalize('NFKC').toLowerCase().slice(0, judgedLength);
  // Letters and digits only: whatever stands between them is guessed along.
  const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  const own = `${name} ${email}`
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);
  const besideNames = own
    .sort((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replaceAll(word, ''), bare(given));
  if (besideNames.length < Math.min(leastBesideNames, bare(given).length)) {
    return 'must be more than your name or e-mail address';
  }
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const isWeak = estimator.check(given, ['ringback', 'piopiy', 'telecmi']).score < leastScore;
  return isWeak
    ? 'is one of those that everybody tries first: take a few words that nobody would put together'
    : null;
}
