/** What a call did for a caller who was missed: reached them, tried to, or nothing (rules.md 17 to 19). */

import type { Call } from './call';

export type Effect = 'reached_by_us' | 'reached_by_them' | 'attempt' | null;

type Spoken = Pick<
  Call,
  'direction' | 'verdict' | 'caller' | 'callerAnswered' | 'talkSeconds' | 'otherAnswered' | 'otherTalkSeconds'
>;

/** For the caller of that key; `talkSeconds` is the talk time from which a caller was reached. */
export function effectOf(call: Spoken, caller: string, talkSeconds: number): Effect {
  if (call.direction === 'inbound') return call.verdict === 'answered' ? 'reached_by_them' : null;
  const isFarEnd = caller === call.caller;
  // Staff who did not pick up were the only ones that it rang.
  if (isFarEnd && call.otherAnswered === false) return null;
  const talked = isFarEnd ? call.talkSeconds : call.otherTalkSeconds;
  const wereBothThere = call.callerAnswered === true && call.otherAnswered !== false;
  return wereBothThere && talked !== null && talked >= talkSeconds ? 'reached_by_us' : 'attempt';
}
