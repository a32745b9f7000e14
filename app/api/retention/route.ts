/** How long rows are kept, by their kind. */

import { admitting, admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { readJson } from '@/app/api/json-body';
import { changeRetention, loadRetention } from '@/desk/retention';
import { retentionForm } from '@/domain/retention';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk, by) => json(await loadRetention(desk, by)));
}

export function POST(request: Request): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const read = await readJson(request, retentionForm);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    await changeRetention(desk, by, read.given, desk.clock());
    return json(await loadRetention(desk, by));
  });
}
