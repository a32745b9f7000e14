/** The webhook's URL with its secret, as one puts it into PIOPIY: for admins only. */

import type { Person } from '@/domain/person';
import { type Reach, reachOf } from '@/domain/reach';
import { demand } from './permission';
import type { Desk } from './the-desk';

/** `hasAddress`: somebody gave the desk its public address (PUBLIC_URL). */
export type WebhookUrl = { url: string; reach: Reach; hasAddress: boolean };

/** `origin` is where the desk was asked just now; it stands in where nobody gave it an address. */
export function webhookUrl({ env, webhookTokens }: Desk, by: Person, origin: string): WebhookUrl {
  demand(by, 'administer');
  const base = env.PUBLIC_URL ?? origin;
  return {
    url: `${base}/api/webhook/cdr/${encodeURIComponent(webhookTokens[0] ?? '')}`,
    reach: reachOf(base),
    hasAddress: env.PUBLIC_URL !== undefined,
  };
}
