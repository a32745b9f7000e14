/** Whoever was invited makes an account. */

import { z } from 'zod';
import { answering, json, refuse } from '@/app/api/answers';
import { readJson } from '@/app/api/json-body';
import { newAccount } from '@/app/api/new-account';
import { acceptInvitation } from '@/desk/people';
import { refuseForeign } from '@/desk/strangers';
import { theDesk } from '@/desk/the-desk';

export const dynamic = 'force-dynamic';

const shape = z.object({ ...newAccount, secret: z.string('must be text').min(1, 'must not be empty') });

export function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const foreign = refuseForeign(request.headers);
    if (foreign) return refuse(403, foreign);
    const read = await readJson(request, shape);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    const desk = await theDesk();
    const { secret, ...account } = read.given;
    const made = await acceptInvitation(desk, secret, account, desk.clock());
    return made.is === 'made' ? json({}) : refuse(409, made.error, made.field);
  });
}
