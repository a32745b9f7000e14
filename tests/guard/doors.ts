/** A desk behind its doors, as somebody at some address asks it. */

import * as authRoute from '@/app/api/auth/[...all]/route';
import * as casesRoute from '@/app/api/cases/route';
import * as firstAdminRoute from '@/app/api/first-admin/route';
import * as acceptRoute from '@/app/api/invitations/accept/route';
import * as settingsRoute from '@/app/api/settings/route';
import * as webhookRoute from '@/app/api/webhook/cdr/[token]/route';
import { makeFirstAdmin } from '@/desk/people';
import type { Desk } from '@/desk/the-desk';
import type { Person } from '@/domain/person';
import { aDesk } from '../desks';

export const password = 'marigolds behind the tin shed';
export const wrongPassword = 'marigolds before the tin shed';

type Methods = Record<string, (request: Request, context: never) => Promise<Response>>;

const routes: [RegExp, object][] = [
  [/^\/api\/auth\//, authRoute],
  [/^\/api\/cases$/, casesRoute],
  [/^\/api\/first-admin$/, firstAdminRoute],
  [/^\/api\/invitations\/accept$/, acceptRoute],
  [/^\/api\/settings$/, settingsRoute],
  [/^\/api\/webhook\/cdr\/(?<token>.+)$/, webhookRoute],
];

/** Asks a door of the open desk, from `address`. */
export async function ask(
  method: string,
  path: string,
  {
    body,
    address = '192.0.2.1',
    ...headers
  }: { body?: object; address?: string } & Record<string, unknown> = {},
): Promise<Response> {
  const url = new URL(path, 'http://localhost:3000');
  const [pattern, methods] = routes.find(([pattern]) => pattern.test(url.pathname))!;
  const request = new Request(url, {
    method,
    headers: {
      host: url.host,
      'x-forwarded-for': address,
      ...(method === 'GET' ? {} : { origin: url.origin }),
      ...(body && { 'content-type': 'application/json' }),
      ...(headers as Record<string, string>),
    },
    body: body && JSON.stringify(body),
  });
  const params = Promise.resolve({ ...pattern.exec(url.pathname)?.groups });
  return (methods as Methods)[method]!(request, { params } as never);
}

/** A desk with Asha as its admin; the doors lead to it until the next one is opened. */
export async function aDeskWithAsha(env: Record<string, string> = {}): Promise<{ desk: Desk; asha: Person }> {
  const desk = await aDeskWithout(env);
  const account = { name: 'Asha', email: 'asha@example.com', password };
  const made = await makeFirstAdmin(desk, account, desk.clock());
  if (made.is !== 'made') throw new Error(made.error);
  return { desk, asha: made.person };
}

/** A desk that has nobody yet. */
export async function aDeskWithout(env: Record<string, string> = {}): Promise<Desk> {
  const desk = await aDesk(undefined, env);
  (globalThis as { ringbackDesk?: Promise<Desk> }).ringbackDesk = Promise.resolve(desk);
  return desk;
}

export function signIn(word: string, address?: string, email = 'asha@example.com'): Promise<Response> {
  return ask('POST', '/api/auth/sign-in/email', {
    body: { email, password: word },
    ...(address && { address }),
  });
}

/** What a browser sends back of the cookies of an answer. */
export function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
