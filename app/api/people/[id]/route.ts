/** Changes what somebody may do and see, or puts them out. */

import { z } from 'zod';
import { admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { readJson } from '@/app/api/json-body';
import { changePerson } from '@/desk/people';
import { roles } from '@/domain/person';

export const dynamic = 'force-dynamic';

const shape = z.object({
  role: z.enum(roles, `must be one of ${roles.join(', ')}`).optional(),
  dids: z.array(z.string('must be keys of numbers')).max(500, 'has at most 500 numbers').nullish(),
  isDisabled: z.boolean('must be yes or no').optional(),
});

export function PATCH(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const read = await readJson(request, shape);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    const changed = await changePerson(desk, by, (await params).id, read.given, desk.clock());
    if (!changed) return refuse(404, 'There is nobody of that id.');
    return changed.is === 'changed' ? json({}) : refuse(409, changed.error);
  });
}
