/** Hands what may be a guess on to the library: a password or a code, as often as the limits let one try. */

import { refuse, refuseForNow } from '@/app/api/answers';
import { readBody } from '@/app/api/body';
import { secondFactorLockSeconds } from '@/desk/auth';
import { clientAddress } from '@/desk/forwarded';
import type { Desk } from '@/desk/the-desk';
import { whoAsks } from '@/desk/who-asks';

const longestBody = 16 * 1024;

const codes = /^two-factor\/verify-/;
const asksForPassword = new Set([
  'change-password',
  'two-factor/enable',
  'two-factor/disable',
  'two-factor/generate-backup-codes',
]);

export async function tried(desk: Desk, request: Request, path: string): Promise<Response> {
  const body = await readBody(request, longestBody);
  if (!body) return refuse(413, 'The body has at most 16 KiB.');
  const { url, method, headers } = request;
  const hand = () => desk.auth.handler(new Request(url, { method, headers, body: new Uint8Array(body) }));
  const account = await accountOf(desk, path, headers, body);
  if (account === undefined) return hand();

  const trying = await desk.limits.signIn.begin(account, clientAddress(headers));
  if (typeof trying === 'number') return refuseForNow(trying, 'Too many tries.');
  const answer = await hand();
  if (answer.status >= 500) await trying.aside();
  if (answer.status === 429) return refuseForNow(secondFactorLockSeconds * 1000, 'Too many wrong codes.');
  if (answer.ok) {
    const said = (await answer.clone().json()) as { twoFactorRedirect?: true; user?: { email?: string } };
    // With the second factor still to come, nobody is in: their code counts.
    if (!said.twoFactorRedirect) await trying.right(account === null ? said.user?.email : undefined);
  }
  return answer;
}

/** Whose secret is tried: null where only the answer tells it, undefined where nothing is to be guessed. */
async function accountOf(desk: Desk, path: string, headers: Headers, body: Buffer) {
  if (codes.test(path)) return null;
  if (path === 'sign-in/email') return emailIn(body);
  if (!asksForPassword.has(path)) return undefined;
  return (await whoAsks(desk, headers))?.person.id ?? null;
}

function emailIn(body: Buffer): string {
  try {
    return String(JSON.parse(body.toString('utf8')).email)
      .trim()
      .toLowerCase();
  } catch {
    // The library refuses it; it counts like any other wrong one.
    return '';
  }
}
