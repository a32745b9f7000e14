/** Signing in and out, second factors and passwords: the paths of better-auth that the desk uses, and no others. */

import { answering, refuse } from '@/app/api/answers';
import { refuseForeign } from '@/desk/strangers';
import { theDesk } from '@/desk/the-desk';

export const dynamic = 'force-dynamic';

const posts = new Set([
  'sign-in/email',
  'sign-in/social',
  'sign-out',
  'change-password',
  'two-factor/enable',
  'two-factor/disable',
  'two-factor/verify-totp',
  'two-factor/verify-backup-code',
  'two-factor/generate-backup-codes',
]);
const gets = new Set(['callback/oidc']);

export function GET(request: Request): Promise<Response> {
  return answering(() => handed(request, gets));
}

export function POST(request: Request): Promise<Response> {
  const foreign = refuseForeign(request.headers);
  return foreign ? Promise.resolve(refuse(403, foreign)) : answering(() => handed(request, posts));
}

async function handed(request: Request, paths: Set<string>): Promise<Response> {
  const path = new URL(request.url).pathname.replace(/^\/api\/auth\//, '');
  if (!paths.has(path)) return refuse(404, 'There is nothing at this address.');
  const answer = await (await theDesk()).auth.handler(request);
  answer.headers.set('cache-control', 'private, no-store');
  return answer;
}
