/** The secrets in the webhook's address: from the environment, made at the first start and kept, or made by admins. */

import { hash, timingSafeEqual } from 'node:crypto';
import type { Env } from '@/env';
import { keptSecret } from './secret-file';
import type { Desk } from './the-desk';

export function loadWebhookTokens(env: Env): string[] {
  if (env.WEBHOOK_TOKENS) return env.WEBHOOK_TOKENS;
  // No file stays on Vercel: there an admin makes them.
  return env.VERCEL ? [] : [keptSecret('webhook-token', env)];
}

/** The fingerprint of a token that may post, else null; a delivery keeps it, and it leads back to the token. */
export async function webhookFingerprint(desk: Desk, token: string | null): Promise<string | null> {
  const fixed = fingerprintOf(token, desk.webhookTokens);
  if (fixed !== null || token === null) return fixed;
  const made = await desk.tokens.find('webhook', token, desk.clock());
  return made && fingerprintIn(made.digest);
}

/** The fingerprint of the token if it is one of these, else null. Takes as long for any wrong one. */
export function fingerprintOf(token: string | null, valid: string[]): string | null {
  const given = digestOf(token ?? '');
  const isValid = digestsOf(valid).filter((one) => timingSafeEqual(one, given)).length > 0;
  return isValid ? fingerprintIn(given.toString('hex')) : null;
}

/** So much of a digest as tells tokens apart. */
export function fingerprintIn(digest: string): string {
  return digest.slice(0, 12);
}

const digests = new WeakMap<string[], Buffer[]>();

/** Made once of a list that stays as it is. */
function digestsOf(valid: string[]): Buffer[] {
  const made = digests.get(valid) ?? valid.map(digestOf);
  digests.set(valid, made);
  return made;
}

function digestOf(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}
