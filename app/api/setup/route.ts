/** The first steps of a desk, for admins: how far they are, and what is said in one. The webhook's secret is not here. */

import { z } from 'zod';
import { admitting, admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { readJson } from '@/app/api/json-body';
import { loadSetup, type StepTaken, takeStep } from '@/desk/setup';
import { deskName } from '@/domain/desk-name';
import { country, timeZone } from '@/domain/settings-form';

export const dynamic = 'force-dynamic';

const stepTaken: z.ZodType<StepTaken> = z.object({
  step: z.enum(['name', 'webhook'], 'must be name or webhook'),
  said: z.enum(['done', 'skipped'], 'must be done or skipped'),
  desk: z.object({ name: deskName, country, timeZone }).optional(),
});

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk, by) => json(await loadSetup(desk, by, desk.clock())));
}

export function POST(request: Request): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const read = await readJson(request, stepTaken);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    await takeStep(desk, by, read.given, desk.clock());
    return json(await loadSetup(desk, by, desk.clock()));
  });
}
