/** Whoever was invited makes an account. */

import { z } from 'zod';
import { answering, json, refuse, refuseForNow } from '@/app/api/answers';
import { readJson } from '@/app/api/json-body';
import { newAccount, notGuessed } from '@/app/api/new-account';
import { clientAddress } from '@/desk/forwarded';
import { acceptInvitation } from '@/desk/people';
import { refuseForeign } from '@/desk/strangers';
import { theDesk } from '@/desk/the-desk';

export const dynamic = 'force-dynamic';

const shape = z
  .object({ ...newAccount, secret: z.string('must be text').min(1, 'must not be empty') })
  .superRefine(notGuessed);

export function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const desk = await theDesk();
    const foreign = refuseForeign(desk.env, request);
    if (foreign) return refuse(403, foreign);
    const read = await readJson(request, shape);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    const address = clientAddress(request.headers);
    const wait = await desk.limits.newAccounts.take(address);
    if (wait > 0) return refuseForNow(wait, 'Too many tries.');
    const { secret, ...account } = read.given;
    const made = await acceptInvitation(desk, secret, account, desk.clock());
    if (made.is === 'refused') return refuse(409, made.error, made.field);
    // A whole team may sign up from one office.
    await desk.limits.newAccounts.giveBack(address);
    return json({});
  });
}
