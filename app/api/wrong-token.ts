/** Answers a token that is not ours: 401, and 429 to an address that sends many of them. */

import { clientAddress } from '@/desk/forwarded';
import type { Desk } from '@/desk/the-desk';
import { refuse, refuseForNow } from './answers';

export async function refuseToken(
  { limits }: Pick<Desk, 'limits'>,
  { headers }: Request,
  sentence: string,
): Promise<Response> {
  const wait = await limits.wrongTokens.take(clientAddress(headers));
  return wait > 0 ? refuseForNow(wait, sentence) : refuse(401, sentence);
}
