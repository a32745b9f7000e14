/** Answers a token that is not ours: 401, and 429 to an address that sends many of them. */

import { clientAddress } from '@/desk/forwarded';
import { metrics } from '@/desk/metrics';
import { seldom } from '@/desk/seldom';
import type { Desk } from '@/desk/the-desk';
import { log } from '@/log';
import { refuse, refuseForNow } from './answers';

const tell = seldom((times) => log().warn({ times }, 'A token that is not ours was refused.'));

export async function refuseToken(
  { limits }: Pick<Desk, 'limits'>,
  { headers }: Request,
  sentence: string,
): Promise<Response> {
  tell();
  metrics().refused.inc({ reason: 'wrong token' });
  const wait = await limits.wrongTokens.take(clientAddress(headers));
  return wait > 0 ? refuseForNow(wait, sentence) : refuse(401, sentence);
}
