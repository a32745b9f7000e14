/** Erases one caller everywhere. The number is in the body, so that no log of addresses ever has it. */

import { z } from 'zod';
import { admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { readJson } from '@/app/api/json-body';
import { countErasure, eraseCaller } from '@/desk/erase-caller';

export const dynamic = 'force-dynamic';

const erasure = z.object({
  action: z.enum(['count', 'erase'], 'must be count or erase'),
  number: z.string('must be a phone number').max(60, 'must be a phone number'),
});

export function POST(request: Request): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const read = await readJson(request, erasure);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    const { action, number } = read.given;
    const verb = action === 'count' ? countErasure : eraseCaller;
    const answer = await verb(desk, by, number, desk.clock());
    if (answer.is === 'refused') return refuse(answer.status, answer.error, 'number');
    return json(
      answer.is === 'counted' ? answer.counts : { ...answer.counts, isScrubbed: answer.isScrubbed },
    );
  });
}
