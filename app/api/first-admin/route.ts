/** Makes the first admin: from this machine, or with the code that the start printed. Never a second time. */

import { z } from 'zod';
import { answering, json, refuse, refuseForNow } from '@/app/api/answers';
import { readJson } from '@/app/api/json-body';
import { newAccount, notGuessed } from '@/app/api/new-account';
import { clientAddress } from '@/desk/forwarded';
import { isFirstAdminCode, makeFirstAdmin } from '@/desk/people';
import { isFromHere, refuseForeign } from '@/desk/strangers';
import { theDesk } from '@/desk/the-desk';

export const dynamic = 'force-dynamic';

const shape = z.object({ ...newAccount, code: z.string('must be text').default('') }).superRefine(notGuessed);

export function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const desk = await theDesk();
    const foreign = refuseForeign(desk.env, request);
    if (foreign) return refuse(403, foreign);
    const read = await readJson(request, shape);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    const { code, ...account } = read.given;
    const wait = await desk.limits.newAccounts.take(clientAddress(request.headers));
    if (wait > 0) return refuseForNow(wait, 'Too many tries.');
    if (!isFromHere(desk.env, request.headers) && !isFirstAdminCode(desk, code)) {
      return refuse(
        403,
        'Open the link that the start of the desk printed: it holds the code for this page.',
      );
    }
    const made = await makeFirstAdmin(desk, account, desk.clock());
    return made.is === 'made' ? json({}) : refuse(409, made.error);
  });
}
