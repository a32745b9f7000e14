/** Until accounts exist, the desk answers this machine only: whoever else asks is a stranger. */

const loopbackName = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
const loopbackAddress = /^(127(\.\d+){3}|::1|::ffff:127(\.\d+){3})$/i;

const sentence =
  'This desk has no accounts yet, so it shows itself only on the machine that it runs on. Open it at its localhost address.';

/** A sentence why this request may not see or change the desk, or null when it may. */
export function refuseStranger(headers: Headers): string | null {
  const isLocal = loopbackName.test(headers.get('host') ?? '') && !headers.has('forwarded');
  // Next fills these two in itself; a proxy or a tunnel tells in them of somebody far away.
  const hosts = listIn(headers.get('x-forwarded-host'));
  const addresses = listIn(headers.get('x-forwarded-for'));
  const isFromHere = hosts.every(isLoopbackName) && addresses.every(isLoopbackAddress);
  return isLocal && isFromHere ? null : sentence;
}

/** Whether a peer's address is of this machine. */
export function isLoopbackAddress(address: string): boolean {
  return loopbackAddress.test(address);
}

function isLoopbackName(host: string): boolean {
  return loopbackName.test(host);
}

function listIn(value: string | null): string[] {
  return (value ?? '').split(',').flatMap((part) => part.trim() || []);
}

/** A sentence why this change is refused, or null: no other site may change the desk through somebody's browser. */
export function refuseForeign(headers: Headers): string | null {
  const origin = headers.get('origin');
  const isProgram = headers.has('authorization');
  // Browsers say where a change comes from; one that a cookie speaks for must say it.
  if (origin === null && !isProgram) return 'A change must say which site it comes from (Origin).';
  const site = headers.get('sec-fetch-site');
  if (origin !== null && !isSameHost(origin, headers.get('host')))
    return 'Another site may not change this desk.';
  if (site !== null && site !== 'same-origin' && site !== 'none')
    return 'Another site may not change this desk.';
  return null;
}

function isSameHost(origin: string, host: string | null): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
