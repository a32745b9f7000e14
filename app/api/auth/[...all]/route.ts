/** Signing in and out, second factors and passwords: the paths of better-auth that the desk uses, and no others. */

import { answering, refuse } from '@/app/api/answers';
import { refuseForeign } from '@/desk/strangers';
import { theDesk } from '@/desk/the-desk';
import { tried } from '../tries';

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
  return answering(async () => {
    const path = pathOf(request);
    return gets.has(path) ? unkept(await (await theDesk()).auth.handler(request)) : nothingHere();
  });
}

export function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const desk = await theDesk();
    const foreign = refuseForeign(desk.env, request);
    if (foreign) return refuse(403, foreign);
    const path = pathOf(request);
    return posts.has(path) ? unkept(await tried(desk, request, path)) : nothingHere();
  });
}

function pathOf({ url }: Request): string {
  return new URL(url).pathname.replace(/^\/api\/auth\//, '');
}

function nothingHere(): Response {
  return refuse(404, 'There is nothing at this address.');
}

function unkept(answer: Response): Response {
  answer.headers.set('cache-control', 'private, no-store');
  return answer;
}
