/** Who is a stranger: somebody who is not at this machine, and another site that asks through a browser. */

import type { Env } from '@/env';
import { askedOrigin } from './forwarded';

const loopbackName = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
const loopbackAddress = /^(127(\.\d+){3}|::1|::ffff:127(\.\d+){3})$/i;

/**
 * Whether somebody at the machine of the desk asks. A desk that others can reach, by its address or through a proxy,
 * cannot tell them from whom its proxy speaks for: there nobody counts as being here.
 */
export function isFromHere({ PUBLIC_URL, TRUST_PROXY, VERCEL }: Env, headers: Headers): boolean {
  if (PUBLIC_URL || TRUST_PROXY || VERCEL) return false;
  // Next and `server.ts` fill these two in; a proxy or a tunnel tells in them of somebody far away.
  const hosts = listIn(headers.get('x-forwarded-host'));
  const addresses = listIn(headers.get('x-forwarded-for'));
  return (
    loopbackName.test(headers.get('host') ?? '') &&
    !headers.has('forwarded') &&
    hosts.every((host) => loopbackName.test(host)) &&
    addresses.every((address) => loopbackAddress.test(address))
  );
}

function listIn(value: string | null): string[] {
  return (value ?? '').split(',').flatMap((part) => part.trim() || []);
}

/** A sentence why this change is refused, or null: no other site may change the desk through somebody's browser. */
export function refuseForeign({ PUBLIC_URL }: Env, request: Request): string | null {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const isProgram = /^Bearer /i.test(request.headers.get('authorization') ?? '');
  const own = PUBLIC_URL ? new URL(PUBLIC_URL).origin : askedOrigin(request);
  // Browsers say where a change comes from; one that a cookie speaks for must say it.
  if (origin === null && !isProgram) return 'A change must say which site it comes from (Origin).';
  const isForeign = (origin !== null && origin !== own) || (site !== null && !ownSites.has(site));
  return isForeign ? `Another site may not change this desk: it takes changes at ${own} only.` : null;
}

const ownSites = new Set(['same-origin', 'none']);
