/** What the last 30 days would have been under a change that is not saved. */

import { admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { readJson } from '@/app/api/json-body';
import { rehearse } from '@/desk/rehearse';
import { settingsChange } from '../change';

export const dynamic = 'force-dynamic';

export function POST(request: Request): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const read = await readJson(request, settingsChange);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    const now = desk.clock();
    return json(await rehearse(desk, by, { ...read.given, from: now }, now));
  });
}
