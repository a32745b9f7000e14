/** Keeps in this browser which language and which theme somebody wants, and goes back to their page: a plain form. */

import { answering, refuse } from '@/app/api/answers';
import { readBody } from '@/app/api/body';
import { choiceCookies } from '@/app/choices';
import { wayBack } from '@/app/way-back';

export const dynamic = 'force-dynamic';

const longestBody = 8 * 1024;

export function POST(request: Request): Promise<Response> {
  return answering(async () => {
    // Pages send no referrer, and so browsers name no Origin with a form: this is what they still say.
    if (request.headers.get('sec-fetch-site') === 'cross-site')
      return refuse(403, 'Another site may not choose for somebody.');
    const body = await readBody(request, longestBody);
    if (!body) return refuse(413, 'The body has at most 8 KiB.');
    const sent = new URLSearchParams(body.toString('utf8'));
    const headers = new Headers({
      location: wayBack(sent.get('to') ?? undefined),
      'cache-control': 'no-store',
    });
    for (const cookie of choiceCookies(sent)) headers.append('set-cookie', cookie);
    return new Response(null, { status: 303, headers });
  });
}
