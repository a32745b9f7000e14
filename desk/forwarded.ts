/** Who asks from where: what a proxy says of it is believed only where TRUST_PROXY says so. */

import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

const said = /^(forwarded|x-real-ip|x-forwarded-.*)$/i;

/**
 * Rewrites what a request says of its way here, before anything reads it: then `x-forwarded-for` is the client's
 * address and nothing else, `x-forwarded-proto` and `x-forwarded-host` how it was asked for. The proxy next to the
 * desk wrote the last entry of each list; whatever stands before that, anybody may have written.
 */
export function settleForwarded(request: IncomingMessage, isProxyTrusted: boolean): void {
  const { headers, socket } = request;
  const wasForwarded = Object.keys(headers).some((name) => said.test(name));
  const last = (name: string) => (isProxyTrusted ? lastOf(headers[name]) : null);
  const host = last('x-forwarded-host') ?? headers.host ?? '';
  const settled: Record<string, string> = {
    host,
    'x-forwarded-for': addressIn(last('x-forwarded-for')) ?? addressIn(socket.remoteAddress) ?? 'unknown',
    'x-forwarded-host': host,
    'x-forwarded-proto': last('x-forwarded-proto') === 'https' ? 'https' : 'http',
    // Not believed, but a request that says so did not begin on this machine (RFC 7239, 6.2).
    ...(wasForwarded && !isProxyTrusted && { forwarded: 'for=unknown' }),
  };
  for (const name of Object.keys(headers)) if (said.test(name)) delete headers[name];
  Object.assign(headers, settled);
  // The adapter of the doors reads these instead.
  const raw = request.rawHeaders;
  const kept = raw.flatMap((name, i) => {
    const isName = i % 2 === 0;
    return isName && !said.test(name) && name.toLowerCase() !== 'host' ? [name, raw[i + 1]!] : [];
  });
  request.rawHeaders = [...kept, ...Object.entries(settled).flat()];
}

/**
 * The client's address, for the limits: of IPv6 the first 64 bits, for one connection may take any of the others.
 * Without `server.ts` it is what Next or the platform noted last.
 */
export function clientAddress(headers: Headers): string {
  const address = addressIn(lastOf(headers.get('x-forwarded-for'))) ?? 'unknown';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (mapped || isIP(address) !== 6) return mapped ?? address;
  const [head = [], tail] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const between = tail ? Array(Math.max(0, 8 - head.length - tail.length)).fill('0') : [];
  const groups = [...head, ...between, ...(tail ?? [])].slice(0, 4);
  return groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':');
}

/** Where this request was sent to, as a browser would say it: scheme, host and port. */
export function askedOrigin(request: Request): string {
  const { protocol, host } = new URL(request.url);
  const scheme = request.headers.get('x-forwarded-proto') ?? protocol.slice(0, -1);
  return `${scheme}://${request.headers.get('host') ?? host}`;
}

function lastOf(list: string | string[] | null | undefined): string | null {
  return (
    String(list ?? '')
      .split(',')
      .at(-1)!
      .trim() || null
  );
}

/** An address without the port and the brackets that some proxies write. */
function addressIn(text: string | null | undefined): string | null {
  const bare = (text ?? '').replace(/^\[([^\]]+)\](:\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
  return isIP(bare) ? bare.toLowerCase() : null;
}
