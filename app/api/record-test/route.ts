/** The record tester: how a pasted record would be read and judged, without keeping it. */

import { z } from 'zod';
import { admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { readJson } from '@/app/api/json-body';
import { tryRecord } from '@/desk/try-record';

export const dynamic = 'force-dynamic';

const pasted = z.object({ text: z.string('must be text').trim().min(1, 'must not be empty') });

export function POST(request: Request): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const read = await readJson(request, pasted);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    const trial = await tryRecord(desk, by, read.given.text, desk.clock());
    return 'reason' in trial ? refuse(400, trial.reason, 'text') : json(trial);
  });
}
