/** Invites somebody: answers the secret of a link, once. */

import { z } from 'zod';
import { admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { readJson } from '@/app/api/json-body';
import { invite } from '@/desk/people';
import { roles } from '@/domain/person';

export const dynamic = 'force-dynamic';

const shape = z.object({
  role: z.enum(roles, `must be one of ${roles.join(', ')}`),
  dids: z
    .array(z.string('must be keys of numbers'))
    .max(500, 'has at most 500 numbers')
    .nullable()
    .default(null),
});

export function POST(request: Request): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const read = await readJson(request, shape);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    return json(await invite(desk, by, read.given, desk.clock()));
  });
}
