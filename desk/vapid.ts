/** The keys by which browsers' push services know this desk: made of its secret, so that every server has the same. */

import { createECDH, hkdfSync } from 'node:crypto';
import type { Env } from '@/env';

export type Vapid = { subject: string; publicKey: string; privateKey: string };

export function vapidOf(
  secret: string,
  { MAIL_FROM, PUBLIC_URL }: Pick<Env, 'MAIL_FROM' | 'PUBLIC_URL'>,
): Vapid {
  const keys = createECDH('prime256v1');
  keys.setPrivateKey(Buffer.from(hkdfSync('sha256', secret, '', 'ringback push', 32)));
  // Whom a push service would write to; it demands one or the other.
  const mail = `mailto:${MAIL_FROM?.replace(/^.*<|>.*$/g, '') ?? 'nobody@example.com'}`;
  return {
    subject: PUBLIC_URL?.startsWith('https:') ? PUBLIC_URL : mail,
    publicKey: keys.getPublicKey('base64url'),
    privateKey: keys.getPrivateKey('base64url'),
  };
}
