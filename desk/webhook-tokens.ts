/** The secrets in the webhook's address: from the environment, or made at the first start and kept. */

import { createHash, timingSafeEqual } from 'node:crypto';
import type { Env } from '@/env';
import { keptSecret } from './secret-file';

export function loadWebhookTokens(env: Env): string[] {
  return env.WEBHOOK_TOKENS ?? [keptSecret('webhook-token', env)];
}

/** The fingerprint of the token if it is one of ours, else null. Takes as long for any wrong one. */
export function fingerprintOf(token: string | null, valid: string[]): string | null {
  const given = digestOf(token ?? '');
  const isValid = valid.filter((one) => timingSafeEqual(digestOf(one), given)).length > 0;
  return isValid ? given.toString('hex').slice(0, 12) : null;
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
