/** The webhook: PIOPIY posts a call detail record for every leg of every call; the token is beside the URL. */

import { take } from './take';

export const dynamic = 'force-dynamic';

export function POST(request: Request): Promise<Response> {
  return take(request, tokenOf(request));
}

export function GET(request: Request): Promise<Response> {
  return take(request, tokenOf(request));
}

function tokenOf(request: Request): string | null {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  return bearer ?? new URL(request.url).searchParams.get('token');
}
